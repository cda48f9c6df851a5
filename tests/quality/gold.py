"""Actors marked by hand: each mention as its words and which of their occurrences in the text it is."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.actors.finder import find


@dataclass(frozen=True, slots=True)
class Marked:
    """What was marked, and what was found.

    Attributes:
        gold: The actor and kind at each place, by hand.
        found: The name and kind at each place, as found.
    """

    gold: Mapping[tuple[int, int], tuple[str, str]]
    found: Mapping[tuple[int, int], tuple[str, str]]

    @property
    def span_f1(self) -> float:
        """Harmonic mean of precision and recall of the places."""
        return 2 * len(self.gold.keys() & self.found.keys()) / (len(self.gold) + len(self.found))

    @property
    def typed_f1(self) -> float:
        """The same, of the places with their kinds."""
        right = sum(self.found[place][1] == self.gold[place][1] for place in self.gold.keys() & self.found.keys())
        return 2 * right / (len(self.gold) + len(self.found))

    def groups(self) -> tuple[set[frozenset[tuple[int, int]]], set[frozenset[tuple[int, int]]]]:
        """The places of each actor, by hand and as found."""
        return _grouped(self.gold), _grouped(self.found)


def marked(text: str, rows: list[dict[str, Any]]) -> Marked:
    """Holds what is found in a text against what was marked in it."""
    gold = {}
    for row in rows:
        for words, ordinals in row["mentions"].items():
            starts = [found.start() for found in re.finditer(re.escape(words), text)]
            gold.update({(starts[at - 1], starts[at - 1] + len(words)): (row["actor"], row["kind"]) for at in ordinals})
    return Marked(gold, {(one.start, one.end): (one.name, one.kind.value) for one in find(text)})


def article() -> list[dict[str, Any]]:
    """The actors of the article that the briefings are made from."""
    rows: list[dict[str, Any]] = json.loads(Path(__file__).with_name("article_actors.json").read_text("utf-8"))
    return rows


TEXTS = (
    *("news", "court", "headlines", "report", "letters"),
    *("biography", "cable", "company", "field", "filing", "minutes", "wire", "obituary"),
)
"""The texts in ``texts/`` whose mentions are marked; it is said there what was looked at when."""


def marked_text(name: str) -> Marked:
    """Holds what is found in one of them against its marks."""
    path = Path(__file__).parent / "texts" / f"{name}.txt"
    text = path.read_text("utf-8")
    found = {(one.start, one.end): (one.name, one.kind.value) for one in find(text)}
    gold = {}
    for row in json.loads(path.with_suffix(".json").read_text("utf-8"))["mentions"]:
        place = (row["start"], row["end"])
        seen = found.get(place, ("", ""))[1]
        gold[place] = (row["actor"], seen if seen and seen == row.get("kind_alt") else row["kind"])
    return Marked(gold, found)


def _grouped(places: Mapping[tuple[int, int], tuple[str, str]]) -> set[frozenset[tuple[int, int]]]:
    groups: dict[str, set[tuple[int, int]]] = {}
    for place, (name, _) in places.items():
        groups.setdefault(name, set()).add(place)
    return {frozenset(some) for some in groups.values()}
