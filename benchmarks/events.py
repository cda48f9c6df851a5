"""Events in news: which sentences belong on an actor's timeline, and on which day.

SemEval 2015's timelines (timeline_semeval15_c1): for 13 actors, which sentences of 30 news stories tell of them, and
when that was. Printed are

- nDCG@10 of the sentences ranked for each actor, his name being all that is given, by weights fitted on the other
  twelve; and by BM25 alone;
- of the events with a day, how many Footnote gives that day: their sentence among others is dated so. Nothing was
  fitted for it; the stories that ``benchmarks/dates.py`` only reports on are told apart from those that dates were
  developed on. Beside it, how many stand under that day on the actor's own timeline, which needs the sentence to
  name him.

    python -m benchmarks.events           the figures
    python -m benchmarks.events --fit     the weights for index/events/weight.py, fitted on all actors
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cached_property
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import dates
from benchmarks.dated import Dated
from benchmarks.sets import SHARED
from bot.message.events import Chronicler
from index.actors.actor import Actor
from index.actors.registry import Actors
from index.document import Document, Paragraph
from index.events import Chronicle
from index.events.reporting import tells_of_the_day
from index.events.weight import Evidence
from index.ranking import Ranking
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources
from index.words import terms, words

FOLDER = SHARED / "data/timeline_semeval15_c1"
Floats = NDArray[np.float64]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DEPTH = 10
_PENALTY = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a story: a paragraph of its own."""

    id: str
    document: Document
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text[self.paragraph.start : self.paragraph.end]


@dataclass(frozen=True, slots=True)
class Asked:
    """An actor, as the set names him, and his timeline: each event as (sentence, its word, date)."""

    name: str
    events: frozenset[tuple[str, str, str]]
    relevant: frozenset[str]


class Stories:
    """The stories as Footnote reads them."""

    def __init__(self) -> None:
        """Reads them."""
        stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for one in _lines("corpus.jsonl"):
            stories[one["metadata"]["doc"]].append(one)
        self.sentences: list[Sentence] = []
        for id, story in stories.items():
            story.sort(key=lambda one: one["metadata"]["sent"])
            record = Record(title=story[0]["title"], date=story[0]["metadata"]["date"])
            document = Document.of_blocks(id, id, record, [Block(one["text"]) for one in story], None)
            places = zip(story, document.paragraphs, strict=True)
            self.sentences += [Sentence(one["_id"], document, paragraph) for one, paragraph in places]
        self.sources = Sources.of({one.document.id: one.document for one in self.sentences}.values())
        self.searcher = Searcher(self.sources)
        self.actors = Actors.of(self.sources)

    @cached_property
    def asked(self) -> list[Asked]:
        """The actors and their timelines."""
        relevant: dict[str, set[str]] = defaultdict(set)
        for row in (FOLDER / "qrels/test.tsv").read_text("utf-8").splitlines()[1:]:
            query, sentence, _ = row.split("\t")
            relevant[query].add(sentence)
        return [
            Asked(
                one["text"],
                frozenset(
                    (event["sent"], event["word"], at["date"])
                    for at in one["metadata"]["timeline"]
                    for event in at["events"]
                ),
                frozenset(relevant[one["_id"]]),
            )
            for one in _lines("queries.jsonl")
        ]

    def actor(self, name: str) -> Actor | None:
        """The actor of a name, unknown words of which are read as the nearest that is known."""
        return self.actors.find(self.spelt(name))

    def spelt(self, name: str) -> str:
        """A name, misspelt words as the sources spell them."""
        for word in self.searcher.unknown(words(name)):
            name = name.replace(word, next(iter(self.searcher.near_spellings(word)), word))
        return name


def evidence(stories: Stories, name: str) -> Floats:
    """What speaks for each sentence, a row for each."""
    actor, spelt = stories.actor(name), stories.spelt(name)
    asked = {term: stories.searcher.ranking.idf(term) for term in terms(spelt)}
    places: dict[str, list[int]] = defaultdict(list)
    for located in stories.actors.mentions_of(actor) if actor is not None else ():
        places[located.document].append(located.mention.start)
    return np.array([astuple(_evidence(one, asked, places[one.document.id])) for one in stories.sentences])


def _evidence(sentence: Sentence, asked: Mapping[str, float], mentions: Sequence[int]) -> Evidence:
    here, place, total = terms(sentence.text), sentence.paragraph, sum(asked.values()) or 1.0
    inside = [at - place.start for at in mentions if place.start <= at < place.end]
    matched = [at for at, term in enumerate(here) if term in asked]
    named = 1.0 if inside else sum(asked[term] for term in asked.keys() & set(here)) / total
    titled = sum(asked[term] for term in asked.keys() & set(terms(sentence.document.title))) / total
    at = inside[0] / len(sentence.text) if inside else matched[0] / len(here) if matched else 1.0
    return Evidence.of(named, titled, at, len(here), place.start)


def fitted(rows: Floats, right: Floats) -> Floats:
    """Weights of a logistic regression, scaled for the evidence as it is."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    weights = np.zeros(scaled.shape[1])
    penalty = _PENALTY * np.array([1.0] * rows.shape[1] + [0.0])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        curvature = scaled.T * (likely * (1 - likely)) @ scaled + np.diag(penalty + 1e-6)
        weights -= np.linalg.solve(curvature, scaled.T @ (likely - right) + penalty * weights)
    return np.asarray(weights[:-1] / spread)


def ndcg(order: Sequence[str], relevant: frozenset[str]) -> float:
    """nDCG@10."""
    gain = sum(1 / log2(at + 2) for at, id in enumerate(order[:_DEPTH]) if id in relevant)
    return gain / sum(1 / log2(at + 2) for at in range(min(_DEPTH, len(relevant))))


def ranked(stories: Stories, scores: Floats, relevant: frozenset[str]) -> float:
    """nDCG@10 of the sentences by falling score, equal ones in their order."""
    order = [stories.sentences[at].id for at in np.argsort(-scores, kind="stable")]
    return ndcg(order, relevant)


def by_evidence(stories: Stories) -> list[float]:
    """nDCG@10 of each actor, with weights fitted on the others."""
    rows = [evidence(stories, one.name) for one in stories.asked]
    found = []
    for left, one in enumerate(stories.asked):
        weights = _fitted_without(stories, rows, left)
        scores = np.where(rows[left][:, 0] > 0, rows[left] @ weights, -np.inf)
        found.append(ranked(stories, scores, one.relevant))
    return found


def _fitted_without(stories: Stories, rows: Sequence[Floats], left: int | None) -> Floats:
    """Weights from the sentences that have anything of each name, those of one actor left out."""
    given, right = [], []
    for at, one in enumerate(stories.asked):
        if at != left:
            some = rows[at][:, 0] > 0
            given.append(rows[at][some])
            right.append(np.array([float(sentence.id in one.relevant) for sentence in stories.sentences])[some])
    return fitted(np.concatenate(given), np.concatenate(right))


def by_bm25(stories: Stories) -> list[float]:
    """nDCG@10 of each actor with BM25 on the sentences."""
    ranking = Ranking([terms(one.text) for one in stories.sentences])
    found = []
    for one in stories.asked:
        scores = np.full(len(stories.sentences), -np.inf)
        for hit in ranking.top(terms(one.name), len(scores)):
            scores[hit.position] = hit.score
        found.append(ranked(stories, scores, one.relevant))
    return found


def dated(stories: Stories, reported: bool) -> Dated:
    """Of the events in one half of the stories."""
    half = {one["id"].split("_")[0] for one in dates.stories(reported)}
    sentences = {one.id: one for one in stories.sentences if one.document.id in half}
    chronicler = Chronicler(stories.searcher, stories.actors)
    events = right = listed = 0
    days: dict[str, set[str]] = defaultdict(set)
    for one in stories.asked:
        own = _days(chronicler, stories.actor(one.name))
        for id, _, day in sorted(one.events):
            if id in sentences and _DAY.fullmatch(day):
                sentence = sentences[id]
                events += 1
                days[id].add(day)
                right += day in _told(stories, sentence)
                listed += day in own[sentence.document.id, sentence.paragraph.number]
    given = {id: {day for day in _told(stories, sentences[id]) if _DAY.fullmatch(day)} for id in days}
    fitting = sum(len(given[id] & days[id]) for id in days)
    return Dated(events, right, listed, sum(map(len, given.values())), fitting)


def _told(stories: Stories, sentence: Sentence) -> set[str]:
    """The days a sentence is dated with: by its words, else by the day of the news."""
    document, place = sentence.document, sentence.paragraph
    chronicle = Chronicle.of_rows(document.id, stories.sources.annotation("events", document.id))
    said = [one for one in chronicle.tellings if place.start <= one.start < place.end]
    day = chronicle.published
    reported = day is not None and tells_of_the_day(sentence.text, said, day)
    return {one.when[:10] for one in said} | ({str(day)} if reported else set())


def _days(chronicler: Chronicler, actor: Actor | None) -> Mapping[tuple[str, int], set[str]]:
    days: dict[tuple[str, int], set[str]] = defaultdict(set)
    for event in chronicler.of(actor).events if actor is not None else ():
        for one in (event.lead, *event.further, *event.disputed):
            days[one.citation.document, one.citation.paragraph].add(one.when[:10])
    return days


def _lines(name: str) -> Iterator[dict[str, Any]]:
    path = FOLDER / name
    if not path.exists():
        raise SystemExit(f"the timelines are not at hand ({path}); FOOTNOTE_SHARED names the folder they are in")
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def lines(stories: Stories) -> Iterator[str]:
    """The report."""
    plain, weighed = by_bm25(stories), by_evidence(stories)
    error = float(np.std(weighed, ddof=1)) / len(weighed) ** 0.5
    yield f"sentences for an actor, nDCG@10: BM25 {np.mean(plain):.3f}  Footnote {np.mean(weighed):.3f} (+-{error:.3f})"
    developed, reported = dated(stories, reported=False), dated(stories, reported=True)
    yield f"developed on  {developed}"
    yield f"reported      {reported}"
    yield f"whole set     {developed + reported}"


def main() -> None:
    """Prints the report, or the weights."""
    stories = Stories()
    if "--fit" in sys.argv[1:]:
        rows = [evidence(stories, one.name) for one in stories.asked]
        names = [field.name for field in fields(Evidence)]
        print(dict(zip(names, _fitted_without(stories, rows, None).round(3).tolist(), strict=True)))
        return
    for line in lines(stories):
        print(line, flush=True)


if __name__ == "__main__":
    main()
