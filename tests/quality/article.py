"""Questions and conversations on the raw article, asked as people ask."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bot.answering.answer import Answer
from bot.footnote import Footnote
from tests.quality.test_corpora import CORPORA


@dataclass(frozen=True, slots=True)
class Figures:
    """How well they are answered, as shares.

    Attributes:
        shown: Of the questions that it answers, those with the evidence in what is shown, however low the confidence.
        first: Of the same, those with it in the leading sentence.
        wrongly_refused: Of the same, those that are refused.
        refused: Of the questions that it does not answer, those that are refused.
        followed: Of the conversations, those with the evidence in what is shown for the last question.
    """

    shown: float
    first: float
    wrongly_refused: float
    refused: float
    followed: float


@dataclass(frozen=True, slots=True)
class Article:
    """The article, and what is asked of it.

    Attributes:
        footnote: Answers from it.
        questions: Each with ``question``, ``answers`` (empty where it has none) and ``part``.
        conversations: Each with ``turns``, ``answers`` to the last and ``part``.
    """

    footnote: Footnote
    questions: Sequence[dict[str, Any]]
    conversations: Sequence[dict[str, Any]]

    @classmethod
    def read(cls) -> Self:
        """Reads both."""
        asked = json.loads((Path(__file__).parent / "article.json").read_text("utf-8"))
        with tempfile.TemporaryDirectory() as index:
            footnote = Footnote.open(CORPORA["article"], Path(index), note=print)
        return cls(footnote, asked["questions"], asked["conversations"])

    def figures(self, part: str) -> Figures:
        """Asks the questions and conversations of a part, ``seen`` or ``reported``."""
        asked = [one for one in self.questions if one["part"] == part]
        answerable = [one for one in asked if one["answers"]]
        found = [has(self.footnote.ask(one["question"], always=True), one["answers"]) for one in answerable]
        refused = {one["question"]: not self.footnote.ask(one["question"]).answered for one in asked}
        unanswerable = [one for one in asked if not one["answers"]]
        conversations = [one for one in self.conversations if one["part"] == part]
        return Figures(
            shown=_share(any(one) for one in found),
            first=_share(one[:1] == [True] for one in found),
            wrongly_refused=_share(refused[one["question"]] for one in answerable),
            refused=_share(refused[one["question"]] for one in unanswerable),
            followed=_share(any(has(self.last(one["turns"]), one["answers"])) for one in conversations),
        )

    def last(self, turns: Sequence[str]) -> Answer:
        """The answer to the last question of a conversation, the ones before it as Footnote answers them."""
        history: list[str] = []
        for turn in turns[:-1]:
            history += [turn, " ".join(one.text for one in self.footnote.ask(turn, history=history).sentences)]
        return self.footnote.ask(turns[-1], always=True, history=history)


def has(answer: Answer, evidence: Sequence[str]) -> list[bool]:
    """For each sentence shown whether it has a piece of evidence, whatever the case."""
    return [any(one.casefold() in sentence.text.casefold() for one in evidence) for sentence in answer.sentences]


def _share(found: Iterable[bool]) -> float:
    counted = list(found)
    return sum(counted) / len(counted)
