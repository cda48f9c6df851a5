"""An answer, or its honest absence."""

from bot import phrases
from bot.answer import Answer
from bot.discord.look import Look
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from index.sources import Sources

_QUESTION = 300
_REMARKS = 700


def answer(given: Answer, sources: Sources, *, asked: bool = False, within: str = "") -> Look:
    """An answer with its footnotes, or what there is to say instead.

    Args:
        given: The answer.
        sources: What it is from.
        asked: Whether to say what was asked, where nothing above the answer does.
        within: What it was limited to, in the query language.
    """
    about = filter(None, (given.question.text if asked else None, within))
    said = " · ".join(fitted(" ".join(part.split()), _QUESTION) for part in about)
    question = f"-# {said}" if said else None
    if not given.answered:
        refusal = fitted(" ".join(phrases.refusal(given, sources)), _REMARKS)
        return quotes("\n".join(filter(None, (question, refusal))), given.closest, None, sources)
    return quotes(question, given.citations, _closing(given), sources)


def _closing(given: Answer) -> str:
    """How sure it is, and what a follow-up was understood to be about."""
    confidence = phrases.confidence(given.confidence).capitalize()
    follows = given.interpreted.follows
    return confidence if follows is None else f"{confidence} · about: {fitted(follows, _QUESTION)}"
