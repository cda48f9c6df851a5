"""From what somebody asks to what is sent: answered, kept for follow-ups, and with its buttons."""

import asyncio
import logging
from dataclasses import replace
from typing import Protocol

from bot.discord import buttons, looks
from bot.discord.look import Look
from bot.discord.looks.results import PAGE
from bot.discord.place import Place
from bot.footnote import Findings, Footnote
from bot.languages import Language
from bot.state import StateError
from bot.state.inquiries import Inquiries, Inquiry, Kind
from index.words import words

log = logging.getLogger(__name__)

TURNS = 4
"""Earlier questions that a follow-up is understood from; each is answered anew, which takes some ten milliseconds."""

LONGEST_PAGES = 20
"""Pages of results that can be leafed through; who has not found it in a hundred passages asks otherwise."""


_DM_SECONDS = 30 * 60.0
_THREAD_SECONDS = 24 * 3600.0


class Answered(Protocol):
    """Is told of each answer."""

    def __call__(self, seconds: float, *, answered: bool) -> None:
        """How long it took, and whether the sources had it."""


class Asking:
    """Answers inquiries and keeps them."""

    def __init__(self, inquiries: Inquiries, answered: Answered) -> None:
        self._inquiries = inquiries
        self._answered = answered

    async def before(self, place: Place, person: int) -> int | None:
        """The id of the question that a new one may follow up: the last in its thread or DM, if that is recent.

        In a channel many talk at once, so there only a reply or a form says what is followed up. Where Footnote is
        but in the accounts of some, people who do not know one another may use it, so each goes on from their own.
        """
        if place.guild is not None and place.room == place.channel:
            return None
        seconds = _DM_SECONDS if place.guild is None else _THREAD_SECONDS
        own = place.guild is None and not place.direct
        latest = await self._inquiries.latest(place.room, seconds, person, own=own)
        return None if latest is None else latest.id

    async def answer(self, footnote: Footnote, asked: Inquiry, language: Language, *, repeat: bool = False) -> Look:
        """The answer to a question.

        Args:
            footnote: What may be seen where the answer goes to.
            asked: The question.
            language: What Footnote's own words are in.
            repeat: Whether to say what was asked, where nothing above the answer does.
        """
        history = await self._history(footnote, asked)
        given = await asyncio.to_thread(footnote.ask, asked.text, within=asked.within, history=history)
        self._answered(given.milliseconds / 1000, answered=given.answered)
        admitted = await asyncio.to_thread(footnote.admitted, asked.within) if asked.within else None
        look = looks.answer(given, footnote.sources, language, asked=repeat, within=asked.within, admitted=admitted)
        citations = given.citations or given.closest
        id = await self._kept(replace(asked, answered=given.answered))
        if id is None or not (citations or given.question.words):
            return look
        meant = buttons.spellings(id, () if given.answered else given.did_you_mean)
        rows = buttons.answer(id, language, given.interpreted.actors, private=asked.private, quotes=bool(citations))
        return replace(look, rows=(meant, *rows))

    async def again(self, footnote: Footnote, asked: Inquiry, language: Language) -> Look:
        """What was asked before, answered as the sources say it now and as it was answered then."""
        if asked.kind is Kind.QUERY:
            return await self.results(footnote, asked, language)
        if asked.aside:
            return await self.check(footnote, asked, language)
        return await self.answer(footnote, asked, language, repeat=True)

    async def check(self, footnote: Footnote, asked: Inquiry, language: Language) -> Look:
        """What the sources say of a claim."""
        found = await asyncio.to_thread(footnote.check, asked.text)
        look = looks.checked(found, footnote.sources, language)
        id = await self._kept(replace(asked, answered=found.spoken))
        if id is None or not found.stands:
            return look
        return replace(look, rows=buttons.answer(id, language, private=asked.private, quotes=True))

    async def results(self, footnote: Footnote, asked: Inquiry, language: Language) -> Look:
        """The first page of what a query finds."""
        findings = await _found(footnote, asked, 1)
        look = looks.results(findings, footnote.sources, language, asked=asked.text)
        id = await self._kept(replace(asked, answered=bool(findings.found)))
        if id is None:
            return look
        meant = buttons.spellings(id, findings.did_you_mean)
        below = buttons.pages(id, 1, language, more=len(findings.found) > PAGE)
        if asked.private and findings.found:
            below = (*below, buttons.share(id, language))
        return replace(look, rows=(meant, below))

    async def page(self, footnote: Footnote, asked: Inquiry, language: Language, *, page: int) -> Look:
        """A page of the passages for something that was asked before."""
        findings = await _found(footnote, asked, page)
        look = looks.results(findings, footnote.sources, language, page, asked=asked.text)
        more = len(findings.found) > page * PAGE and page < LONGEST_PAGES
        return replace(look, rows=(buttons.pages(asked.id, page, language, more=more),))

    async def _history(self, footnote: Footnote, asked: Inquiry) -> list[str]:
        """The questions that an inquiry goes on from, each with its answer as the sources here answer it now.

        Answers are not kept: what somebody may no longer see must not come back by way of a follow-up.
        """
        if asked.follows is None:
            return []
        history: list[str] = []
        for turn in await self._inquiries.conversation(asked, TURNS):
            given = await asyncio.to_thread(footnote.ask, turn.text, within=turn.within, history=tuple(history))
            history += [turn.text, " ".join(sentence.text for sentence in given.sentences)]
        return history

    async def _kept(self, inquiry: Inquiry) -> int | None:
        """The id that the inquiry is kept under; None where it cannot be, which costs nobody an answer."""
        try:
            return await self._inquiries.keep(inquiry)
        except StateError:
            log.exception("what was asked cannot be kept; the answer goes without its buttons")
            return None


async def _found(footnote: Footnote, asked: Inquiry, page: int) -> Findings:
    """What is found up to a page, and one more if there is one."""
    query = asked.text if asked.kind is Kind.QUERY else f"{plain_words(asked.text)} {asked.within}".strip()
    return await asyncio.to_thread(footnote.search, query, page * PAGE + 1)


def plain_words(text: str) -> str:
    """A text's words, in small letters: nothing that the query language would take for its own."""
    return " ".join(word.text for word in words(text)).lower() or text
