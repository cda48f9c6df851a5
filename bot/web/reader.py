"""The source reader: shows a document as it is indexed, at the quote that a link leads to, to who has the link."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import ETag, web

from bot.grants import Collections, Grants
from bot.languages import Language
from bot.library import Library
from bot.permit import Permit, Permits
from bot.scope import is_open, visible
from bot.state.servers import Servers
from bot.web.links import READ
from bot.web.page import Pages
from bot.web.sheet import BEFORE, sheet
from bot.web.tongue import spoken
from index.citation import MisquotedError


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page that somebody asks for.

    Attributes:
        permit: What lets them.
        address: It as the page's address has it.
        seen: The collections that may be seen.
        at: The code point that the sheet is to begin at; None for the sheet around the quote.
        language: What the page's own words are in.
    """

    permit: Permit
    address: str
    seen: Collections
    at: int | None
    language: Language


class Reader:
    """Answers requests for pages.

    What a link may show is what may be seen now in the place that it was given in. For every link that leads nowhere,
    forged, expired, withdrawn or to a document that is gone or has changed, the answer is the same, byte for byte.
    """

    def __init__(
        self,
        library: Library,
        grants: Grants,
        servers: Servers,
        permits: Permits,
        languages: Mapping[str, Language],
    ) -> None:
        self._library = library
        self._grants = grants
        self._servers = servers
        self._permits = permits
        self._languages = languages
        self._pages = Pages()
        # One thread of its own, so that many readers keep nobody waiting who asks on Discord.
        self._thread = ThreadPoolExecutor(1, "reader")

    def routes(self) -> Sequence[web.RouteDef]:
        """What it answers."""
        return [web.get(rf"/{READ}/{{permit:[\w.-]{{1,1000}}}}", self._read)]

    def close(self) -> None:
        """Makes no more pages."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _read(self, request: web.Request) -> web.Response:
        permit = self._permits.opened(request.match_info["permit"])
        at = request.query.get("at")
        page = None
        if permit is not None and self._holds(permit) and (at is None or _is_place(at)):
            asked = _Asked(
                permit,
                request.match_info["permit"],
                visible(permit.scope, self._grants, self._servers),
                None if at is None else int(at),
                self._language(request, permit),
            )
            page = await asyncio.get_running_loop().run_in_executor(self._thread, self._page, asked)
        return self._answer(request, page)

    def _language(self, request: web.Request, permit: Permit | None = None) -> Language:
        """What a page's own words are in; without a permit nothing of any server may tell."""
        guild = None if permit is None else permit.scope.guild
        chosen = None if guild is None else self._servers.server(guild).language
        return spoken(request.headers.get("Accept-Language", ""), chosen, self._languages)

    def _holds(self, permit: Permit) -> bool:
        """Whether it has not run out, and still opens anything where it was given."""
        return datetime.now(UTC).date() <= permit.until and is_open(permit.scope, self._servers)

    def _page(self, asked: _Asked) -> str | None:
        """The page that is asked for; None where its quote is not among what may be seen."""
        sources = self._library.within(asked.seen).sources
        try:
            document, citation = asked.permit.reference.cited(sources)
        except (LookupError, MisquotedError):
            return None
        around = sheet(document, citation.start, before=BEFORE) if asked.at is None else sheet(document, asked.at)
        left_out = sources.left_out.get(document.id, 0)
        return self._pages.page(around, citation, asked.address, asked.permit.until, left_out, asked.language)

    def _answer(self, request: web.Request, page: str | None) -> web.Response:
        # Kept by a browser it is asked for again each time: what may be seen can change in between.
        headers = {
            "Cache-Control": "private, no-cache",
            "Content-Security-Policy": self._pages.policy,
            "Vary": "Accept-Language",
        }
        if page is None:
            gone = self._pages.gone(self._language(request))
            return web.Response(status=404, text=gone, content_type="text/html", headers=headers)
        body = page.encode("utf-8", "replace")
        tag = hashlib.blake2b(body, digest_size=16).hexdigest()
        known = request.if_none_match or ()
        if any(one.value in (tag, "*") for one in known):
            response = web.Response(status=304, headers=headers)
        else:
            response = web.Response(body=body, content_type="text/html", charset="utf-8", headers=headers)
        response.etag = ETag(tag)
        return response


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
