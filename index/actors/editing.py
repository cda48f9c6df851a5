"""Changes ``actors.toml``: two actors are one, one is two. What people wrote in it, comments too, stays."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import tomlkit
from tomlkit.items import AoT, Table

from index.actors.actor import Actor
from index.actors.said import SaidError, parse_said
from index.actors.spelling import key


def merge(path: Path, actor: Actor, others: Sequence[Actor]) -> None:
    """Says that several actors are one: the first takes the names of the others.

    Args:
        path: ``actors.toml``; made if absent.
        actor: Who stays.
        others: Who else he is.

    Raises:
        SaidError: The file cannot be read, is no ``actors.toml``, or cannot be written; it is left as it was.
    """
    document, entries = _read(path)
    names = [spelling.name for one in (actor, *others) for spelling in one.names]
    names += [one.name for one in others]
    entry = _entry(entries, actor.name)
    for other in others:
        known = _find(entries, other.name)
        if known is not None and known is not entry:
            names += list(known.get("names", ()))
            if "note" not in entry and "note" in known:
                entry["note"] = known["note"]
            entries.remove(known)
    entry.setdefault("kind", actor.kind.value)
    entry["names"] = _list([*entry.get("names", ()), *names], but=())
    _write(path, document)


def split(path: Path, actor: Actor, names: Sequence[str], called: str, documents: Sequence[str] = ()) -> None:
    """Says that some names are another actor's.

    Args:
        path: ``actors.toml``; made if absent.
        actor: Whose they were taken for.
        names: The names.
        called: What to call the other actor.
        documents: Ids of the documents in which they are the other's; none for all.

    Raises:
        SaidError: The file cannot be read, is no ``actors.toml``, or cannot be written; it is left as it was.
    """
    document, entries = _read(path)
    known = _find(entries, actor.name)
    if known is not None and not documents:
        known["names"] = _list(known.get("names", ()), but=names)
    entry = _entry(entries, called)
    entry.setdefault("kind", actor.kind.value)
    entry["names"] = _list([*entry.get("names", ()), *names], but=())
    if documents:
        entry["documents"] = _list([*entry.get("documents", ()), *documents], but=(), folded=False)
    _write(path, document)


def _read(path: Path) -> tuple[tomlkit.TOMLDocument, AoT]:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not written in UTF-8"
        raise SaidError(f"{path} cannot be read ({reason})") from error
    parse_said(text, str(path))
    document = tomlkit.parse(text)
    entries = document.get("actor")
    if not isinstance(entries, AoT):
        entries = tomlkit.aot()
        document["actor"] = entries
        entries = document["actor"]
    assert isinstance(entries, AoT)  # noqa: S101  # as was just set
    return document, entries


def _find(entries: AoT, name: str) -> Table | None:
    return next((entry for entry in entries if key(str(entry["name"])) == key(name)), None)


def _entry(entries: AoT, name: str) -> Table:
    known = _find(entries, name)
    if known is None:
        known = tomlkit.table()
        known["name"] = name
        entries.append(known)
        known = entries[-1]
    return known


def _list(names: Sequence[object], *, but: Sequence[str], folded: bool = True) -> list[str]:
    """Each name once, without some."""
    left_out = set(map(key, but))
    once = {key(str(name)) if folded else str(name): str(name) for name in reversed(names)}
    return [name for known, name in reversed(once.items()) if known not in left_out]


def _write(path: Path, document: tomlkit.TOMLDocument) -> None:
    text = tomlkit.dumps(document)
    parse_said(text, str(path))
    temporary = None
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise SaidError(f"{path} cannot be written ({error.strerror}); it is as it was") from error
