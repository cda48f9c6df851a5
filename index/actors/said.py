"""What people say of actors, in ``actors.toml``: it wins over what was found."""

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.actors.mention import Kind, Mention
from index.actors.spelling import key
from index.document import Document

_FIELDS = frozenset(("name", "kind", "names", "note", "documents"))


class SaidError(Exception):
    """``actors.toml`` cannot be used; the message is one sentence for people."""


@dataclass(frozen=True, slots=True)
class Said:
    """An actor named by hand.

    Attributes:
        name: What to call him.
        kind: What he is; None where it is left to what the documents show.
        names: His other names.
        note: What is known of him, else None.
        documents: Ids of the documents that mean him by these names; empty for all. It tells two bearers of one name
            apart.
    """

    name: str
    kind: Kind | None = None
    names: tuple[str, ...] = ()
    note: str | None = None
    documents: tuple[str, ...] = ()


def read_said(path: Path) -> tuple[Said, ...]:
    """The actors named in a file; none where there is no such file.

    Raises:
        SaidError: It is no TOML, or says something that is no actor.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise SaidError(
            f"{path} cannot be read ({getattr(error, 'strerror', None) or 'it is not written in UTF-8'})"
        ) from error
    return parse_said(text, str(path))


def parse_said(text: str, source: str) -> tuple[Said, ...]:
    """The actors named in the text of such a file.

    Args:
        text: TOML.
        source: What to call it in an error.

    Raises:
        SaidError: It is no TOML, or says something that is no actor.
    """
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SaidError(f"{source} is no valid TOML: {error}") from error
    entries = plain.pop("actor", [])
    if plain or not isinstance(entries, list):
        raise SaidError(
            f"{source} may hold [[actor]] entries and nothing else" + (f": {next(iter(plain))}" if plain else "")
        )
    return tuple(_said(entry, f"{source}, entry {number}") for number, entry in enumerate(entries, 1))


def with_said(mentions: Sequence[Mention], text: str, said: Iterable[Said], document: str = "") -> tuple[Mention, ...]:
    """With the names given by hand where they stand in a text and were not found, whatever words they are of.

    Args:
        mentions: What was found, in order.
        text: The document's text.
        said: What people say.
        document: The document's id.
    """
    added: list[Mention] = []
    for one in said:
        if one.documents and document not in one.documents:
            continue
        for name in {one.name, *one.names}:
            if name in text:
                kind = one.kind or Kind.ORGANISATION
                added += [Mention(*span, name, kind, name) for span in _places(name, text)]
    if not added:
        return tuple(mentions)
    whole: list[Mention] = []
    for mention in sorted([*mentions, *added], key=lambda one: (one.start - one.end, one.start)):
        at = bisect_left(whole, mention.start, key=lambda one: one.start)
        before, after = whole[at - 1 : at] if at else [], whole[at : at + 1]
        if not any(one.end > mention.start for one in before) and not any(one.start < mention.end for one in after):
            whole.insert(at, mention)
    return tuple(whole)


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text as words of their own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum()):
            yield at, end
        at = text.find(name, end)


def standing(said: Iterable[Said], documents: Iterable[Document]) -> tuple[Said, ...]:
    """What is said of those whose every name stands in one of the documents, in one that it is said of; no more.

    Whoever may see these documents alone learns no name from it that they do not tell. A note can come from anywhere,
    so it is left out unless the entry says which documents it is on, and all of these may be seen.
    """
    texts = {one.id: one.text for one in documents}
    kept = []
    for one in said:
        meant = tuple(id for id in one.documents if id in texts)
        among = [texts[id] for id in meant] if one.documents else list(texts.values())
        if all(any(next(_places(name, text), None) for text in among) for name in (one.name, *one.names)):
            note = one.note if meant and len(meant) == len(one.documents) else None
            kept.append(replace(one, note=note, documents=meant))
    return tuple(kept)


def corrected(mentions: Iterable[Mention], said: Iterable[Said]) -> tuple[Mention, ...]:
    """Mentions in a text that is no document of the corpus, by what is said of their names in all documents."""
    known = {key(name): one for one in said if not one.documents for name in (one.name, *one.names)}
    return tuple(
        mention
        if (one := known.get(key(mention.text)) or known.get(key(mention.name))) is None
        else replace(mention, name=one.name, kind=one.kind or mention.kind)
        for mention in mentions
    )


def _said(entry: Any, source: str) -> Said:
    if not isinstance(entry, dict):
        raise SaidError(f"{source} is no [[actor]] entry")
    unknown = sorted(entry.keys() - _FIELDS)
    if unknown:
        raise SaidError(f"{source} has an unknown field {unknown[0]!r}; known are {', '.join(sorted(_FIELDS))}")
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise SaidError(f"{source} has no name")
    kind, note = entry.get("kind"), entry.get("note")
    if kind is not None and kind not in list(Kind):
        raise SaidError(f"{source} ({name}): kind is {kind!r}; it takes person, organisation or place")
    if note is not None and not isinstance(note, str):
        raise SaidError(f"{source} ({name}): the note is no text")
    lists = {field: entry.get(field, []) for field in ("names", "documents")}
    for field, some in lists.items():
        if not isinstance(some, list) or not all(isinstance(one, str) and one.strip() for one in some):
            raise SaidError(f"{source} ({name}): {field} is no list of texts")
    return Said(name, Kind(kind) if kind else None, tuple(lists["names"]), note, tuple(lists["documents"]))
