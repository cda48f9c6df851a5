"""The corpus folder: which documents stand in it, without reading them."""

import os
import re
import stat
import unicodedata
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from index.ids import identify
from index.readers.formats import MAX_BYTES, SUFFIXES

SIDECAR = ".toml"
ACTORS = "actors.toml"

_BACKUP = re.compile(r".*(?:~|\.(?:bak|swp|swo|orig|tmp))|#.*#|~\$.*", re.DOTALL | re.IGNORECASE)


class CorpusError(Exception):
    """The corpus folder cannot be used; the message is one sentence for people."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    r"""A file in the corpus.

    Attributes:
        path: Where it is.
        file: Its path below the corpus folder, with ``/``, at its end too where it is itself a folder; bytes that are
            no UTF-8, control characters and backslashes are written as in Python, like ``\xff``.
        id: A slug, unique in the corpus, of at most ``MAX_ID`` characters.
        fingerprint: Changes when the file or its sidecar does.
        sidecar: The record beside it, or None.
        problem: One sentence for people on why it cannot be read, or a note on it, else None.
        readable: Whether it is worth reading; a file that is not has a problem, and is served without text.
        sealed: Whether there is a record beside it that may not be used.
    """

    path: Path
    file: str
    id: str
    fingerprint: str
    sidecar: Path | None = None
    problem: str | None = None
    readable: bool = True
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file before it has an id."""

    path: Path
    file: str
    fingerprint: str
    sidecar: Path | None
    problem: str | None
    readable: bool
    sealed: bool = False


def scan(
    corpus: Path,
    *,
    known: Mapping[str, str] = MappingProxyType({}),
    limit: int = MAX_BYTES,
    suffixes: Collection[str] = SUFFIXES,
) -> tuple[SourceFile, ...]:
    """The documents below a folder, sorted by their path in it; nothing is opened.

    Hidden files and folders, editors' backups, sidecars and ``actors.toml`` are no documents.

    Args:
        corpus: The folder.
        known: The ids that files have had, by their paths in it; they keep them, whoever comes.
        limit: Bytes; a larger file gets a problem.
        suffixes: The endings, lower case and with their dot, that there is a reader for.

    Raises:
        CorpusError: There is no such folder, or it may not be listed.
    """
    root = _root(corpus)
    found = [
        entry
        for folder, names, problem in _folders(root)
        for entry in ([_unlisted(root, folder, problem)] if problem else _entries(root, folder, names, limit, suffixes))
    ]
    ids = identify({entry.file: entry.readable for entry in found}, known)
    return tuple(sorted((_source(entry, ids[entry.file]) for entry in found), key=lambda source: source.file))


def _source(entry: _Entry, id: str) -> SourceFile:
    return SourceFile(
        entry.path,
        entry.file,
        id,
        entry.fingerprint,
        sidecar=entry.sidecar,
        problem=entry.problem,
        readable=entry.readable,
        sealed=entry.sealed,
    )


def _root(corpus: Path) -> Path:
    try:
        root = Path(os.path.realpath(corpus, strict=True))
        os.scandir(root).close()
    except FileNotFoundError:
        raise CorpusError(f"There is no corpus folder {corpus}.") from None
    except NotADirectoryError:
        raise CorpusError(f"The corpus {corpus} is a file, not a folder.") from None
    except PermissionError:
        raise CorpusError(f"The corpus folder {corpus} may not be listed: permission denied.") from None
    except (OSError, ValueError) as error:
        raise CorpusError(f"The corpus folder {corpus} cannot be used: {error}.") from None
    return root


def _folders(root: Path) -> Iterator[tuple[Path, list[str], str | None]]:
    """Every folder once, with the names of the files in it; links to folders come last and never lead back."""
    seen: set[tuple[int, int]] = set()
    waiting = deque([root])
    links: deque[Path] = deque()
    while waiting or links:
        folder = waiting.popleft() if waiting else links.popleft()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                entries = sorted((entry for entry in listing if not _is_hidden(entry.name)), key=lambda e: e.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            yield folder, [], f"this folder may not be listed ({error.strerror})"
            continue
        files = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(folder / entry.name)
            elif entry.is_symlink() and _is_inner_folder(root, folder / entry.name):
                links.append(folder / entry.name)
            else:
                files.append(entry.name)
        yield folder, files, None


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _is_inner_folder(root: Path, link: Path) -> bool:
    try:
        target = Path(os.path.realpath(link, strict=True))
        return target.is_dir() and target.is_relative_to(root)
    except OSError:
        return False


def _entries(root: Path, folder: Path, names: list[str], limit: int, suffixes: Collection[str]) -> Iterator[_Entry]:
    documents = [name for name in names if not name.endswith(SIDECAR) and not _BACKUP.fullmatch(name)]
    beside = {name for name in names if name.endswith(SIDECAR) and name != ACTORS}
    used: set[str] = set()
    for name in documents:
        candidates = (name + SIDECAR, PurePosixPath(name).stem + SIDECAR) if beside else ()
        used.update(beside.intersection(candidates))
        sidecar = next((folder / candidate for candidate in candidates if candidate in beside), None)
        try:
            yield _entry(root, folder / name, sidecar, limit, suffixes)
        except FileNotFoundError:
            continue
    for name in sorted(beside - used):
        path = folder / name
        problem = "there is no document beside it that it could be the record of"
        yield _Entry(path, _shown(path, root), "", None, problem, readable=False)


def _unlisted(root: Path, folder: Path, problem: str) -> _Entry:
    return _Entry(folder, f"{_shown(folder, root)}/", "", None, problem, readable=False)


def _entry(root: Path, path: Path, sidecar: Path | None, limit: int, suffixes: Collection[str]) -> _Entry:
    """The file at a path as it stands.

    Raises:
        FileNotFoundError: It has gone since the folder was listed.
    """
    file = _shown(path, root)
    suffix = path.suffix.lower()
    # A document's faults come before those of its record.
    problem = _fault(root, path, limit)
    if problem is None and suffix not in suffixes:
        problem = (
            f"there is no reader for {_escaped(suffix)} files" if suffix else "its name has no ending such as .txt"
        )
    readable = problem is None
    sealed = False
    if sidecar is not None and (wrong := _fault(root, sidecar, limit)):
        problem = problem or f"its record {_escaped(sidecar.name)} cannot be used: {wrong}"
        sidecar, sealed = None, True
    prints = [_print(path)]
    if sidecar is not None:
        prints.append(f"{_escaped(sidecar.name)}:{_print(sidecar)}")
    return _Entry(path, file, "/".join(prints), sidecar, problem, readable, sealed)


def _fault(root: Path, path: Path, limit: int) -> str | None:
    """Why the file may not be opened, or None; looks at the file's status only, so that a pipe cannot block it."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        try:
            target = Path(os.path.realpath(path, strict=True))
            status = target.stat()
        except OSError:
            return "it is a link that leads nowhere"
        if not target.is_relative_to(root):
            return "it is a link that leads out of the corpus"
    if not stat.S_ISREG(status.st_mode):
        return f"it is {_KINDS.get(stat.S_IFMT(status.st_mode), 'not a file')}, not a regular file"
    if not os.access(path, os.R_OK):
        return "it may not be read (permission denied)"
    if status.st_size > limit:
        return f"it is larger ({_mebibytes(status.st_size)}) than the limit of {_mebibytes(limit)}"
    return None


_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def _print(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}-{status.st_ino}"


def _mebibytes(size: int) -> str:
    if size < 1 << 20:
        return f"{size:,} bytes"
    return f"{size / (1 << 20):.1f} MiB".replace(".0 MiB", " MiB")


def _shown(path: Path, root: Path) -> str:
    return _escaped(path.as_posix()[len(root.as_posix()) :].lstrip("/"))


def _escaped(name: str) -> str:
    if name.isprintable() and "\\" not in name:
        return name
    # Doubled, so that no two names are shown alike.
    text = os.fsencode(name.replace("\\", r"\\")).decode("utf-8", "backslashreplace")
    return "".join(
        character.encode("unicode_escape").decode() if _is_control(character) else character for character in text
    )


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp")
