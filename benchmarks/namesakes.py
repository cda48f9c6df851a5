"""How often two men of one name are told apart, and one man is taken for two.

Each full name that several documents of four sets bear is one man's, as far as anybody knows: who is taken apart there
is taken apart wrongly. Men who are two are made: two persons of different documents are given one name.

    python -m benchmarks.namesakes
"""

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from benchmarks.sets import SHARED
from index.actors.finder import find
from index.actors.gathering import Gathering
from index.actors.mention import Kind, Mention
from index.actors.spelling import key

_SETS = ("news_timelines14", "rtqa_2022_24", "inscit_dev", "squad2_visible")
_PAIRS = 1000
_NAME = "Karim Nasser"
"""What both are called then."""

Documents = Mapping[str, Sequence[Mention]]


def main() -> None:
    """Prints a line for each kind of mistake."""
    documents = {id: find(text) for name in _SETS for id, text in _texts(name)}
    bearing: dict[str, list[str]] = {}
    for id, mentions in documents.items():
        for name in {key(one.name) for one in mentions if one.kind is Kind.PERSON and " " in one.name}:
            bearing.setdefault(name, []).append(id)
    several = {name for name, ids in bearing.items() if len(ids) > 1}
    taken = {name for name in several if _men(documents, bearing[name], {name}) > 1}
    print(f"one man of several documents, taken for two: {len(taken)} of {len(several)}{_list(taken)}")
    said = sorted(name for name, ids in bearing.items() if _said(documents, ids, name))
    for title, names in (("of whom documents say what they are", said), ("of any kind", sorted(bearing))):
        drawn = random.Random(1)  # noqa: S311  # not for secrecy
        pairs = [drawn.sample(names, 2) for _ in range(_PAIRS)]
        told = sum(_men(documents, [*bearing[one], *bearing[other]], {one, other}) > 1 for one, other in pairs)
        print(f"two men {title}, given one name, told apart: {told} of {_PAIRS}")


def _men(documents: Documents, ids: Iterable[str], names: set[str]) -> int:
    """As how many men those of some names are taken in some documents, all called by one name."""
    some = {
        id: [replace(one, text=_NAME, name=_NAME) if key(one.name) in names else one for one in documents[id]]
        for id in ids
    }
    owners = Gathering(some.items(), ()).owners
    return len(
        {owner for id, here in owners.items() for owner, one in zip(here, some[id], strict=True) if one.name == _NAME}
    )


def _said(documents: Documents, ids: Iterable[str], name: str) -> bool:
    """Whether some documents say what somebody is."""
    return any(one.callings for id in ids for one in documents[id] if key(one.name) == name)


def _texts(name: str) -> Iterable[tuple[str, str]]:
    path = SHARED / "data" / name / "corpus.jsonl"
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        one = json.loads(line)
        yield f"{name}/{one['_id']}", one["text"]


def _list(names: Iterable[str]) -> str:
    return "".join(f", {name}" for name in sorted(names))


if __name__ == "__main__":
    main()
