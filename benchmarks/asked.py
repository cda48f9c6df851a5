"""Questions that people asked of small corpora in their own words: the texts and questions of ``tests/quality``.

Each text is a corpus of its own, or TOGETHER are one, opened as Footnote opens one. Written without a look at the code,
by people who had read the texts: a third of the questions as one types in a chat, two in five unanswerable though on
topic. They are development data, and the answerer's weights are fitted on them as well; what is reported of them is of
texts that the weights in use were not fitted on.
"""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.footnote import Footnote
from index.actors.registry import Actors

ROOT = Path(__file__).parents[1] / "tests/quality"
FOLDERS = ("asked", "texts")
"""Where the texts are: those written to be asked about, and those whose actors are marked."""
TOGETHER = 8
"""Texts, some 80 passages: more than few and not yet many (``bot.answering.setting``)."""
_LEAST = 15
"""Code points, of which a part of a sentence is enough to be that sentence, where it was cut otherwise."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question about a text.

    Attributes:
        id: Its id.
        text: The name of the text.
        seen: Whether the text was looked at while the evidence was devised.
        question: As asked.
        sentences: Those that answer it, the most direct first; empty where none does.
        answers: Strings of which each answers it, as it stands in one of these sentences.
    """

    id: str
    text: str
    seen: bool
    question: str
    sentences: tuple[str, ...]
    answers: tuple[str, ...]

    @property
    def otherwise(self) -> bool:
        """Whether its words were chosen to be others than the text's."""
        return self.id.rpartition("-")[2].startswith(("a", "u"))

    def answered_by(self, sentence: str) -> bool:
        """Whether a sentence is one of those that answer it, and has an answer."""
        shown = _spaced(sentence)
        stands = any(_spaced(one) in shown or (len(shown) > _LEAST and shown in one) for one in self.sentences)
        return stands and any(one.casefold() in shown.casefold() for one in self.answers)


@dataclass(frozen=True, slots=True)
class Text:
    """A text and what is asked of it.

    Attributes:
        name: Its name.
        seen: Whether it was looked at while the evidence was devised.
        footnote: Answers from its corpus.
        posed: The questions.
    """

    name: str
    seen: bool
    footnote: Footnote
    posed: tuple[Posed, ...]

    def actors(self) -> Actors:
        """Who is named in its corpus."""
        return self.footnote.actors


def texts(together: int = 1) -> Iterator[Text]:
    """The texts, each as a corpus of its own or with others that are seen as it is.

    Args:
        together: How many make one corpus.
    """
    posed = list(questions())
    for seen in (True, False):
        own = sorted({one.text for one in posed if one.seen is seen})
        for begin in range(0, len(own), together):
            corpus = own[begin : begin + together]
            footnote = opened(*corpus)
            for name in corpus:
                yield Text(name, seen, footnote, tuple(one for one in posed if one.text == name))


def questions() -> Iterator[Posed]:
    """All questions, in the order of the file."""
    with (ROOT / "asked/questions.jsonl").open(encoding="utf-8") as file:
        for line in file:
            plain = json.loads(line)
            sentences = tuple(map(_spaced, plain["sentences"]))
            answers = tuple(map(_spaced, plain["answers"]))
            seen = plain["part"] == "developed"
            yield Posed(plain["id"], plain["text"], seen, plain["question"], sentences, answers)


def opened(*names: str) -> Footnote:
    """Texts by their names, as one corpus."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for name in names:
            text = next(path for place in FOLDERS if (path := ROOT / place / f"{name}.txt").exists())
            (corpus / text.name).write_bytes(text.read_bytes())
        return Footnote.open(corpus, Path(folder) / "index", note=lambda _: None)


def _spaced(text: str) -> str:
    return " ".join(text.split())
