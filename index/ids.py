"""The ids of documents, which footnotes and buttons hold on to."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

MAX_ID = 48
"""Characters of a document's id: a Discord component's id has 100, and carries an action and a passage besides."""

_NOT_SLUG = re.compile(r"-{2,}")
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


def identify(files: Mapping[str, bool], known: Mapping[str, str]) -> dict[str, str]:
    """Gives each file its id: the one it had, or else its name, or among namesakes what tells it apart.

    Names are counted within a folder of the corpus alone, so that what one collection holds does not show in the ids of
    another; where two folders have a name, each puts its own before it, and what lies in no folder keeps the name.
    Of several that are new in one folder none goes by the name alone: where nobody knows which of them had it, a
    citation of the one that did would come to point to another's words.

    Args:
        files: Paths below the corpus folder, with ``/``, and whether each is worth reading.
        known: The ids that files have had, by their paths.
    """
    ids = {file: known[file] for file in files if file in known}
    new = [file for file in files if file not in ids]
    if not new:
        return ids
    bases = {file: _base(file) for file in files}
    alike = Counter((_place(file), bases[file]) for file, readable in files.items() if readable)
    places = Counter(base for _, base in alike)
    taken = set(ids.values())
    # A file without text must not push one with text off its id, nor one in a folder one in none.
    for file in sorted(new, key=lambda file: (not files[file], _place(file) != "", file)):
        place, base = _place(file), bases[file]
        short = None if alike[place, base] > 1 else base
        if short is not None and place and places[base] > 1:
            short = _slug(f"{place}-{base}")
        ids[file] = next(one for one in _candidates(short, file) if one not in taken)
        taken.add(ids[file])
    return ids


def namesake(file: str, id: str) -> str | None:
    """The name that a file does not go by, although it is called so; None where it goes by it."""
    base = _base(file)
    return None if id == base else base


def _base(file: str) -> str:
    """What a file is called, without its folder and its ending, as a slug."""
    name = file.rstrip("/").rpartition("/")[2]
    at = name.rfind(".")
    return _slug(name[:at] if 0 < at < len(name) - 1 else name)


def _place(file: str) -> str:
    """The folder of the corpus that a file lies in, or below; empty where it lies in none."""
    first, below, _ = file.partition("/")
    return first if below else ""


def _candidates(short: str | None, file: str) -> Iterator[str]:
    if short is not None:
        yield short
    whole = _slug(file)
    if len(whole) < MAX_ID:
        yield whole
    salt = file
    while True:
        digest = hashlib.blake2s(salt.encode(), digest_size=4).hexdigest()
        yield _suffixed(whole, digest)
        salt += "+"


def _suffixed(base: str, suffix: str) -> str:
    return f"{base[: MAX_ID - 1 - len(suffix)].rstrip('-')}-{suffix}"


def _slug(name: str, otherwise: str = "document") -> str:
    if name.isascii():
        return _NOT_ASCII.sub("-", name.lower()).strip("-")[:MAX_ID].rstrip("-") or otherwise
    # Composed first, because the marks of a decomposed é are no word characters by themselves.
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    words = "".join(character if _in_word(character) else "-" for character in composed)
    return _NOT_SLUG.sub("-", words).strip("-")[:MAX_ID].rstrip("-") or otherwise


def _in_word(character: str) -> bool:
    # Letters, their marks (the vowels of many scripts) and numbers.
    return unicodedata.category(character)[0] in "LMN"
