"""What people write about a document: the front matter of a text and the sidecar beside a file."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from rapidfuzz.distance import OSA

from index.fields import FIELDS, UnreadableError, checked, short, single
from index.record import WITHHELD, Record

MAX_CHARACTERS = 16 * 1024
"""Front matter and sidecars hold nine short values; what is longer is something else, or an attack on the parser."""

_KEY_LIKE = {
    "---": re.compile(r"[\"']?[A-Za-z_][\w-]*[\"']?\s*:(?:\s|$)"),
    "+++": re.compile(r"[\"']?[\w-]+[\"']?\s*=|\["),
}
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}

_NAMES_COLLECTION = re.compile(r"^[\s{,?-]*[\"']?collection[\"']?\s*[:=]", re.MULTILINE | re.IGNORECASE)

_TOML_LINE = re.compile(r"at line (\d+)")

# How YAML writes that there is no value.
_NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text with its front matter taken off.

    Attributes:
        record: What the front matter says; one that cannot be read, or does not say clearly which collection it means,
            is of the collection ``WITHHELD``.
        body: The text after it; the whole text where it has none.
        problem: One sentence on what could not be read, else None.
    """

    record: Record
    body: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says.

    Attributes:
        record: Its values; where it cannot be read, or does not say clearly which collection it means, that is
            ``WITHHELD``.
        problem: One sentence on what could not be read, else None.
    """

    record: Record
    problem: str | None = None


_UNKNOWN: Final = Record(collection=WITHHELD)
"""Of what was written to be a record and cannot be read."""


def split(text: str) -> FrontMatter:
    r"""Takes the front matter off a text: YAML between ``---`` lines or TOML between ``+++`` lines at its very start.

    A text that merely begins with such a line as a rule keeps it: front matter follows its first line at once and
    either is closed or begins with a key. What names a collection in such a place without being front matter was meant
    to be, and is as good as front matter that cannot be read.

    Args:
        text: With ``\n`` for line breaks.
    """
    opening, _, rest = text.partition("\n")
    fence = opening.rstrip()
    if fence not in _CLOSING or not rest.partition("\n")[0].strip():
        return _no_front_matter(text)
    key_like = _begins_with_key(rest, fence)
    closing = _CLOSING[fence].search(rest, 0, MAX_CHARACTERS)
    if closing is None:
        if not key_like:
            return _no_front_matter(text)
        long = _CLOSING[fence].search(rest) is not None
        wrong = f"is longer than {MAX_CHARACTERS // 1024} KiB" if long else f"is not closed by a {fence} line"
        return FrontMatter(_UNKNOWN, rest, f"its front matter {wrong}")
    inside, body = rest[: closing.start()], rest[closing.end() :].removeprefix("\n")
    try:
        values = _yaml(inside, 1) if fence == "---" else _toml(inside, 1)
    except UnreadableError as error:
        if key_like:
            return FrontMatter(_UNKNOWN, body, f"its front matter {error}")
        # Text between two rules: nobody meant it for front matter, and it must not be lost.
        return _no_front_matter(text) if "\n\n" in inside else FrontMatter(_UNKNOWN, text, f"its front matter {error}")
    record, problem = _of_text(inside, values)
    return FrontMatter(record, body, problem)


def sidecar(path: Path) -> Sidecar:
    """What the sidecar at a path says; one that cannot be read says ``WITHHELD`` alone, and has a problem."""
    name = path.name
    try:
        with path.open("rb") as file:
            content = file.read(MAX_CHARACTERS + 1)
    except OSError as error:
        return Sidecar(_UNKNOWN, f"its record {name} cannot be opened ({error.strerror})")
    if len(content) > MAX_CHARACTERS:
        return Sidecar(_UNKNOWN, f"its record {name} is longer than {MAX_CHARACTERS // 1024} KiB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Sidecar(_UNKNOWN, f"its record {name} is not written in UTF-8")
    try:
        values = _toml(text.replace("\r\n", "\n"), 0)
    except UnreadableError as error:
        return Sidecar(_UNKNOWN, f"its record {name} {error}")
    record, problem = _of_text(text, values)
    return Sidecar(record, problem)


def of_values(values: Mapping[str, object]) -> tuple[Record, str | None]:
    """The record that named values make, and one sentence on the values that had to be left out, or None.

    Names that are no field of a record are ignored; their case does not matter. A collection that is given without a
    name, twice, as something else than a name, or under a name that is nearly "collection" is ``WITHHELD``.
    """
    good: dict[str, str] = {}
    problems: list[str] = []
    unclear = False
    named = any(key.strip().casefold() == "collection" for key in values)
    for key, value in values.items():
        name = key.strip().casefold().replace("-", "_")
        if name not in FIELDS:
            if not named and _meant_for_collection(name):
                problems.append(f"its record's {short(key.strip())} is no field: collection may be meant")
                unclear = True
            continue
        try:
            if text := _checked(name, value, good):
                good[name] = text
        except UnreadableError as error:
            problems.append(f"its record's {name} {error}")
            unclear = unclear or name == "collection"
    if unclear:
        good["collection"] = WITHHELD
    return Record(**good), "; ".join(problems) or None


def _meant_for_collection(name: str) -> bool:
    """Whether a name is "collection" but for one slip; two would take in "correction" and "connection"."""
    return OSA.distance(name, "collection", score_cutoff=1) == 1


def _checked(name: str, value: object, before: Collection[str]) -> str | None:
    if name == "collection" and name in before:
        raise UnreadableError("is given twice")
    text = single(value)
    if text.casefold() not in _NOTHING:
        return checked(name, text)
    if name == "collection":
        raise UnreadableError("has no name")
    return None


def _of_text(text: str, values: Mapping[str, object]) -> tuple[Record, str | None]:
    record, problem = of_values(values)
    if record.collection is None and _NAMES_COLLECTION.search(text):
        # A quotation mark that closes lines later, or a heading above it, has made it part of something else.
        misplaced = "it names a collection within another value"
        return replace(record, collection=WITHHELD), f"{problem}; {misplaced}" if problem else misplaced
    return record, problem


def merge(first: Record, second: Record) -> Record:
    """The first record, completed from the second."""
    missing = {name: getattr(second, name) for name in FIELDS if getattr(first, name) is None}
    return replace(first, **missing)


def _no_front_matter(text: str) -> FrontMatter:
    fence, _, rest = text.lstrip().partition("\n")
    if closing := _CLOSING.get(fence.rstrip()):
        rest = rest.lstrip()
        end = closing.search(rest, 0, MAX_CHARACTERS)
        if _NAMES_COLLECTION.search(rest[: end.start()] if end else rest.partition("\n\n")[0]):
            return FrontMatter(_UNKNOWN, text, "it names a collection where no front matter can stand")
    return FrontMatter(Record(), text)


def _begins_with_key(text: str, fence: str) -> bool:
    for row in text.split("\n", 50)[:50]:
        if row.strip() and not row.lstrip().startswith("#"):
            return bool(_KEY_LIKE[fence].match(row))
    return False


def _yaml(text: str, lines_before: int) -> Mapping[str, object]:
    # Loading it takes longer than opening a saved index, which needs none of it.
    import yaml

    # BaseLoader leaves every scalar as it is written (a title of 1984, a date of 2019-05, an "on") and knows neither
    # tags nor merge keys, with which sixteen lines can ask for gigabytes.
    try:
        loader = yaml.BaseLoader(text)
        try:
            node = loader.get_single_node()
            if isinstance(node, yaml.MappingNode):
                _check_once(key.value for key, _ in node.value)
            values = None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f" (line {mark.line + 1 + lines_before})" if mark else ""
        raise UnreadableError(f"is not valid YAML{where}") from error
    # The scanner lets escapes beyond Unicode and nesting beyond the stack through to Python.
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise UnreadableError("is not valid YAML") from error
    return _mapping(values)


def _check_once(names: Iterable[object]) -> None:
    # The last of them would win without a word.
    if sum(isinstance(name, str) and name.strip().casefold() == "collection" for name in names) > 1:
        raise UnreadableError("gives collection twice")


def _toml(text: str, lines_before: int) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _TOML_LINE.search(str(error))
        where = f" (line {int(found[1]) + lines_before})" if found else ""
        raise UnreadableError(f"is not valid TOML{where}") from error


def _mapping(values: object) -> Mapping[str, object]:
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise UnreadableError("does not hold names and values")
    return {key: value for key, value in values.items() if isinstance(key, str)}
