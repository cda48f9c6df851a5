"""How follow-ups are answered: conversations on small corpora, the texts and questions of ``tests/quality``.

Each conversation goes on for one to four questions beyond its first, and is had as it would be: what an earlier
question was answered with, if it was, is what the next goes on from. Written from the texts by somebody who knew how
follow-ups are read, each with its answers before it was asked. Those on eight texts, the part "reported", were never
looked at singly, and are answered by weights that were not fitted on these texts.

    python -m benchmarks.conversations [--wrong]

prints, for each part and each way of going on, the shares of follow-ups answered; with ``--wrong`` the developed part
alone, and which of it were not.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.asked import ROOT, TOGETHER, opened
from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.answering.weights import Weights
from bot.footnote import Footnote
from index.search import Searcher

BRIEFINGS = "briefings"
"""The name of the shipped corpus among the texts."""
PARTS = ("developed", "reported")
SEEN = Weights.of(json.loads((ROOT / "answer_weights.json").read_text("utf-8")))
"""Weights fitted on every second text alone; those of the reported conversations are among the others."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that goes on from others.

    Attributes:
        conversation: The id of its conversation.
        part: ``developed`` or ``reported``.
        way: What it goes on by: ``actor`` (he, she, they), ``thing`` (it, that), ``bare`` (no such word), ``instead``
            (and Basra?), ``correction`` (no, the brother), ``order`` (what happened next?), ``else`` (who else?).
        before: The questions before it, oldest first.
        question: As asked.
        answers: Strings of which each answers it; empty where the text does not answer it.
    """

    conversation: str
    part: str
    way: str
    before: tuple[str, ...]
    question: str
    answers: tuple[str, ...]

    @property
    def text(self) -> str:
        """The name of its text."""
        return self.conversation.rpartition("-")[0]

    def answered_by(self, sentence: str) -> bool:
        """Whether a sentence has an answer."""
        said = " ".join(sentence.split()).casefold()
        return any(answer.casefold() in said for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up and how it was answered.

    Attributes:
        asked: The follow-up.
        answer: With what it would be answered, however low the confidence.
        given: Whether the confidence was enough.
    """

    asked: FollowUp
    answer: Answer
    given: bool

    @property
    def right(self) -> list[bool]:
        """For each sentence that would be shown whether it has an answer."""
        return [self.asked.answered_by(one.text) for one in self.answer.sentences]


def follow_ups() -> Iterator[FollowUp]:
    """All of them, in the order of the file."""
    with (ROOT / "asked/conversations.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield from _of(json.loads(line))


def corpora(part: str, together: int = 1) -> Iterator[tuple[Footnote, list[FollowUp]]]:
    """The texts of a part as corpora, each with what is asked of it.

    Args:
        part: ``developed`` or ``reported``.
        together: How many texts make one corpus; the shipped briefings are always one.
    """
    asked = [one for one in follow_ups() if one.part == part]
    names = list(dict.fromkeys(one.text for one in asked if one.text != BRIEFINGS))
    for begin in range(0, len(names), together):
        corpus = names[begin : begin + together]
        yield opened(*corpus), [one for one in asked if one.text in corpus]
    on_briefings = [one for one in asked if one.text == BRIEFINGS]
    if on_briefings:
        yield _briefings(), on_briefings


def followed(footnote: Footnote, given: Iterable[FollowUp], weights: Weights) -> Iterator[Followed]:
    """Has the conversations on a corpus.

    Args:
        footnote: Answers from it.
        given: The follow-ups.
        weights: What the evidence counts for.
    """
    answerer = Answerer(Searcher(footnote.sources), weights, actors=lambda: footnote.actors)
    said: dict[tuple[str, ...], str] = {}
    for one in given:
        history: list[str] = []
        for at, question in enumerate(one.before):
            turn = one.before[: at + 1]
            if turn not in said:
                said[turn] = " ".join(shown.text for shown in answerer.ask(question, history=history).sentences)
            history += [question, said[turn]]
        answer = answerer.ask(one.question, always=True, history=history)
        given_so = answerer.ask(one.question, history=history).answered
        yield Followed(one, answer, given_so)


def _of(plain: dict[str, Any]) -> Iterator[FollowUp]:
    turns = plain["turns"]
    for at in range(1, len(turns)):
        before = tuple(turn["question"] for turn in turns[:at])
        own = turns[at]
        yield FollowUp(plain["id"], plain["part"], own["way"], before, own["question"], tuple(own["answers"]))


def _briefings() -> Footnote:
    with tempfile.TemporaryDirectory() as index:
        return Footnote.open(ROOT.parents[1] / "corpus", Path(index), note=lambda _: None)


def table(found: Mapping[str, Sequence[Followed]]) -> str:
    """The shares, a line each for all and for each way: shown, first, wrongly refused; and refused of the others."""
    lines = [f"{'':24}{'n':>5}{'shown':>8}{'first':>8}{'refused':>9}   (not answered: n, refused)"]
    for name, own in found.items():
        lines.append(_row(name, own))
        ways = dict.fromkeys(one.asked.way for one in own)
        lines += [_row(f"  {way}", [one for one in own if one.asked.way == way]) for way in ways]
    return "\n".join(lines)


def share(found: Iterable[bool]) -> float:
    """The share of those that are true; 0 of none."""
    counted = list(found)
    return sum(counted) / max(1, len(counted))


def _row(what: str, found: Sequence[Followed]) -> str:
    answered = [one for one in found if one.asked.answers]
    others = [one for one in found if not one.asked.answers]
    figures = (
        share(any(one.right) for one in answered),
        share(one.right[:1] == [True] for one in answered),
        share(not one.given for one in answered),
    )
    rest = f"   {len(others):>3}{share(not one.given for one in others):>8.3f}" if others else ""
    return f"{what:24}{len(answered):>5}{figures[0]:>8.3f}{figures[1]:>8.3f}{figures[2]:>9.3f}{rest}"


def main() -> None:
    """Has all conversations and prints the table."""
    is_developing = "--wrong" in sys.argv[1:]
    parts = PARTS[:1] if is_developing else PARTS
    found: dict[str, list[Followed]] = {}
    for part in parts:
        for name, together in ((part, 1), (f"{part}, {TOGETHER} texts in one", TOGETHER)):
            given = corpora(part, together)
            found[name] = [one for footnote, asked in given for one in followed(footnote, asked, SEEN)]
    print(table(found))
    if is_developing:
        for one in found[PARTS[0]]:
            if one.right[:1] != [True] and one.asked.answers:
                print(f"\n{one.asked.conversation} {' | '.join(one.asked.before)}")
                print(f"  [{one.asked.way}] {one.asked.question}   -> {one.answer.interpreted.follows!r}")
                print(f"  read: {one.answer.question.text}")
                print(f"  wanted {one.asked.answers}{'' if one.given else ' (refused)'}")
                for right, said in zip(one.right, one.answer.sentences, strict=True):
                    print(f"  {'+' if right else '-'} {' '.join(said.text.split())}")


if __name__ == "__main__":
    main()
