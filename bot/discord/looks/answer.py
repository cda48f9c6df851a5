"""An answer, or its honest absence."""

from dataclasses import replace

from bot.answering.answer import Answer
from bot.discord.look import Look, Tone
from bot.discord.looks.quotes import quotes
from bot.discord.text import fitted
from bot.languages import Language
from bot.message import phrases
from index.sources import Sources

_QUESTION = 200
_REMARKS = 500
_NAME = 60


def answer(
    given: Answer,
    sources: Sources,
    language: Language,
    *,
    asked: bool = False,
    within: str = "",
    admitted: int | None = None,
) -> Look:
    """An answer with its footnotes, or what there is to say instead.

    Args:
        given: The answer.
        sources: What it is from.
        language: What Footnote's own words are in.
        asked: Whether to say what was asked, where nothing above the answer does.
        within: What it was limited to, in the query language.
        admitted: How many passages are within that; None where it was not limited.
    """
    about = filter(None, (given.asked if asked else None, within, *_understood(given, language)))
    said = " · ".join(fitted(" ".join(part.split()), _QUESTION) for part in about)
    question = f"-# {said}" if said else None
    if not given.answered:
        lead = "\n".join(filter(None, (question, *_refusal(given, sources, admitted, language))))
        return replace(quotes(lead, given.closest, None, sources, language), tone=Tone.REFUSED)
    sure = f"**{_capital(phrases.confidence(given.confidence, language))}**"
    agreement = fitted(" ".join(phrases.agreement(given, language)), _REMARKS)
    lead = "\n".join(filter(None, (question, sure, agreement)))
    bold = {one.citation: one.bold for one in given.sentences}
    look = quotes(lead, given.citations, _pronouns(given, language), sources, language, bold=bold)
    return replace(look, tone=Tone.LIKELY if given.confidence >= phrases.LIKELY else Tone.UNSURE)


def _refusal(given: Answer, sources: Sources, admitted: int | None, language: Language) -> list[str]:
    """That there is no answer, in a line of its own; what else there is to say, small; what the quotes below are."""
    first, *others = phrases.refusal(given, sources, admitted, language)
    nearest = [others.pop()] if given.closest else []
    remarks = [f"-# {fitted(' '.join(others), _REMARKS)}"] if others else []
    return [f"**{fitted(first, _REMARKS)}**", *remarks, *nearest]


def _understood(given: Answer, language: Language) -> list[str]:
    """What was put right in a question, and taken over from those before it."""
    follows, read_as = given.interpreted.follows, given.interpreted.read_as
    put_right = [] if read_as is None else [language.say("read as: {question}", question=read_as)]
    return put_right if follows is None else [*put_right, language.say("about: {words}", words=follows)]


def _pronouns(given: Answer, language: Language) -> str | None:
    """Whom pronouns mean whose sentence is not shown."""
    said = [
        language.say(
            "{one} is about {name}",
            one=phrases.reference(one.citation, language),
            name=fitted(one.about, _NAME),
        )
        for one in given.sentences
        if one.about is not None
    ]
    return " · ".join(said) or None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
