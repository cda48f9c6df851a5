"""The corpus folder: which documents stand in it, without reading them."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from index.ids import identify
from index.listing import Listing, listings
from index.readers.formats import MAX_BYTES, SUFFIXES
from index.standing import standing

SIDECAR = ".toml"
ACTORS = "actors.toml"

_BACKUP = re.compile(r".*(?:~|\.(?:bak|swp|swo|orig|tmp))|#.*#|~\$.*", re.DOTALL | re.IGNORECASE)


class CorpusError(Exception):
    """The corpus folder cannot be used; the message is one sentence for people."""


class _Found(NamedTuple):
    """A file before it has an id; see ``SourceFile``."""

    place: str
    file: str
    fingerprint: str
    record: str | None = None
    problem: str | None = None
    readable: bool = True
    sealed: bool = False


class SourceFile(NamedTuple):
    r"""A file in the corpus.

    A named tuple and no paths in it, because a corpus has many, and each is looked at whenever one may have changed.

    Attributes:
        id: A slug, unique in the corpus, of at most ``MAX_ID`` characters.
        place: Where it is.
        file: Its path below the corpus folder, with ``/``, at its end too where it is itself a folder; bytes that are
            no UTF-8, control characters and backslashes are written as in Python, like ``\xff``.
        fingerprint: Changes when the file or its sidecar does.
        record: Where the record beside it is, or None.
        problem: One sentence for people on why it cannot be read, or a note on it, else None.
        readable: Whether it is worth reading; a file that is not has a problem, and is served without text.
        sealed: Whether there is a record beside it that may not be used.
    """

    id: str
    place: str
    file: str
    fingerprint: str
    record: str | None = None
    problem: str | None = None
    readable: bool = True
    sealed: bool = False

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.place)

    @property
    def sidecar(self) -> Path | None:
        """Where the record beside it is, or None."""
        return None if self.record is None else Path(self.record)


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
    found = [one for listing in listings(root) for one in _documents(root, listing, limit, suffixes)]
    ids = identify({one.file: one.readable for one in found}, known)
    return tuple(sorted((SourceFile(ids[one.file], *one) for one in found), key=lambda source: source.file))


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


def _documents(root: Path, listing: Listing, limit: int, suffixes: Collection[str]) -> Iterator[_Found]:
    """The documents among the files of a folder."""
    below = "".join(f"{_escaped(part)}/" for part in listing.folder.relative_to(root).parts)
    if listing.problem:
        yield _Found(str(listing.folder), below, "", None, listing.problem, readable=False)
    records = {one.name: one for one in listing.entries if one.name.endswith(SIDECAR) and one.name != ACTORS}
    lonely = dict(records)
    for entry in listing.entries:
        if entry.name.endswith(SIDECAR) or _BACKUP.fullmatch(entry.name):
            continue
        own = [name for name in _record_names(entry.name) if name in records] if records else []
        for name in own:
            lonely.pop(name, None)
        try:
            yield _document(root, below, entry, records[own[0]] if own else None, limit, suffixes)
        except FileNotFoundError:
            continue
    for name, entry in lonely.items():
        problem = "there is no document beside it that it could be the record of"
        yield _Found(entry.path, below + _escaped(name), "", None, problem, readable=False)


def _record_names(name: str) -> tuple[str, str]:
    """What the record beside a file may be called."""
    return name + SIDECAR, name.removesuffix(_suffix(name)) + SIDECAR


def _document(
    root: Path,
    below: str,
    entry: os.DirEntry[str],
    record: os.DirEntry[str] | None,
    limit: int,
    suffixes: Collection[str],
) -> _Found:
    """A document as it stands.

    Raises:
        FileNotFoundError: It, or its record, has gone since the folder was listed.
    """
    # A document's faults come before those of its record.
    problem, print_ = standing(root, entry, limit)
    suffix = _suffix(entry.name).lower()
    if problem is None and suffix not in suffixes:
        problem = (
            f"there is no reader for {_escaped(suffix)} files" if suffix else "its name has no ending such as .txt"
        )
    readable = problem is None
    file = below + _escaped(entry.name)
    if record is None:
        return _Found(entry.path, file, print_, None, problem, readable)
    fault, of_record = standing(root, record, limit)
    name = _escaped(record.name)
    if fault is not None:
        problem = problem or f"its record {name} cannot be used: {fault}"
        return _Found(entry.path, file, print_, None, problem, readable, sealed=True)
    return _Found(entry.path, file, f"{print_}/{name}:{of_record}", record.path, problem, readable)


def _suffix(name: str) -> str:
    """The ending of a file's name with its dot, empty where it has none."""
    at = name.rfind(".")
    return name[at:] if 0 < at < len(name) - 1 else ""


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
