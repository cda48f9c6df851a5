"""An answer, or its honest absence."""

from bot import phrases
from bot.answer import Answer
from bot.discord.look import Look
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from index.sources import Sources

_QUESTION = 200
_REMARKS = 500
_NAME = 60


def answer(given: Answer, sources: Sources, *, asked: bool = False, within: str = "") -> Look:
    """An answer with its footnotes, or what there is to say instead.

    Args:
        given: The answer.
        sources: What it is from.
        asked: Whether to say what was asked, where nothing above the answer does.
        within: What it was limited to, in the query language.
    """
    about = filter(None, (given.asked if asked else None, within, *_understood(given)))
    said = " · ".join(fitted(" ".join(part.split()), _QUESTION) for part in about)
    question = f"-# {said}" if said else None
    if not given.answered:
        refusal = fitted(" ".join(phrases.refusal(given, sources)), _REMARKS)
        return quotes("\n".join(filter(None, (question, refusal))), given.closest, None, sources)
    agreement = fitted(" ".join(phrases.agreement(given)), _REMARKS)
    lead = "\n".join(filter(None, (question, agreement))) or None
    bold = {one.citation: one.bold for one in given.sentences}
    return quotes(lead, given.citations, _closing(given), sources, bold=bold)


def _understood(given: Answer) -> list[str]:
    """What was put right in a question, and taken over from those before it."""
    follows, read_as = given.interpreted.follows, given.interpreted.read_as
    return [*([] if read_as is None else [f"read as: {read_as}"]), *([] if follows is None else [f"about: {follows}"])]


def _closing(given: Answer) -> str:
    """How sure it is, and whom pronouns mean whose sentence is not shown."""
    said = [phrases.confidence(given.confidence).capitalize()]
    said += [
        f"[{one.citation}] is about {fitted(one.about, _NAME)}" for one in given.sentences if one.about is not None
    ]
    return " · ".join(said)
