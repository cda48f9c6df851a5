"""An answer in the sources' own words, or its honest absence."""

from dataclasses import dataclass

from bot.answering.weighed import Weighed
from bot.conversation import Carried
from bot.question.question import Question
from index.citation import Citation


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer.

    Attributes:
        text: Verbatim.
        citation: The number of its citation.
        bold: Spans in ``text`` of the words asked for, for whatever shows it to mark.
        about: Whom the pronoun that it begins with means, where the sentence that says so is not shown.
        shown_for: ``answer``, ``support``, ``context`` for one that another leans on, ``disagrees`` for one that
            answers otherwise.
    """

    text: str
    citation: int
    bold: tuple[tuple[int, int], ...] = ()
    about: str | None = None
    shown_for: str = "answer"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How a question was understood.

    Attributes:
        actors: The names in it, as the sources spell them.
        since: Begin of the time asked about, where one was understood.
        until: End of it.
        follows: What was taken over from earlier turns.
        read_as: The question with slips of the finger put right, where there were any.
    """

    actors: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    follows: str | None = None
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or its honest absence.

    Attributes:
        asked: The question as asked.
        question: As understood.
        answered: Whether the sources answer it.
        confidence: Probability, 0 to 1, that what is shown (or would have been) is right.
        sentences: Verbatim; the strongest leads, the others follow in reading order; none where not answered.
        disagreements: The numbers of citations that answer otherwise than one another.
        same_text: For the leading sentence, where else it stands in nearly the same words, in other documents.
        citations: One for each sentence, numbered from 1.
        closest: The nearest quotes where not answered.
        did_you_mean: Near spellings of unknown words.
        unknown: The question's content words that occur nowhere in the sources.
        interpreted: How the question was understood.
        carried: What was taken over from earlier turns.
        milliseconds: How long it took.
        candidates: Every sentence that was weighed, best first, with its score; for ``--explain``.
    """

    asked: str
    question: Question
    answered: bool
    confidence: float
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    closest: tuple[Citation, ...]
    disagreements: tuple[tuple[int, ...], ...]
    same_text: tuple[Citation, ...]
    did_you_mean: tuple[str, ...]
    unknown: tuple[str, ...]
    interpreted: Interpretation
    carried: Carried
    milliseconds: float
    candidates: tuple[Weighed, ...]
