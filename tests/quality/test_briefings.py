"""The shipped corpus is in our own words."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.quality.test_corpora import ROOT, SHARED

RUN = 8
"""Words. Runs of names and titles can be this long; a borrowed sentence is longer."""


def runs(path: Path) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", path.read_text("utf-8").casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_sentence_of_the_article_is_copied() -> None:
    articles = list((SHARED / "seed").glob("*.txt"))
    if not articles:
        pytest.skip(f"the raw article is not at hand ({SHARED / 'seed'}); FOOTNOTE_SHARED names its folder")
    theirs = set[tuple[str, ...]]().union(*map(runs, articles))
    title = tuple(re.findall(r"\w+", articles[0].read_text("utf-8").partition("\n")[0].casefold()))
    of_title = {title[at : at + RUN] for at in range(len(title) - RUN + 1)}
    for briefing in (ROOT / "corpus").glob("*.md"):
        assert not (runs(briefing) & theirs) - of_title


def test_each_briefing_names_its_source() -> None:
    for briefing in (ROOT / "corpus").glob("*.md"):
        assert "Levant Networks (levantnetworks)" in briefing.read_text("utf-8").splitlines()[-1]


def test_actors_are_well_formed() -> None:
    actors = tomllib.loads((ROOT / "corpus" / "actors.toml").read_text("utf-8"))["actor"]
    assert all(actor["kind"] in ("person", "organisation", "place") for actor in actors)
    assert all(actor["name"] in actor["names"] and actor["note"] for actor in actors)
