"""The source reader: shows a document as it is indexed, at the quote that a link leads to, to who has the link."""

import asyncio
import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from aiohttp import ETag, web

from bot.grants import Collections, Grants
from bot.library import Library
from bot.permit import Permit, Permits
from bot.scope import visible
from bot.state.servers import Servers
from bot.web.links import READ
from bot.web.page import Pages
from bot.web.sheet import BEFORE, sheet
from index.citation import MisquotedError


class Reader:
    """Answers requests for pages.

    What a link may show is what may be seen now in the place that it was given in. For every link that leads nowhere,
    forged, expired, withdrawn or to a document that is gone or has changed, the answer is the same, byte for byte.
    """

    def __init__(self, library: Library, grants: Grants, servers: Servers, permits: Permits) -> None:
        self._library = library
        self._grants = grants
        self._servers = servers
        self._permits = permits
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
        text, at = request.match_info["permit"], request.query.get("at")
        permit = self._permits.opened(text)
        page = None
        if permit is not None and self._holds(permit) and (at is None or _is_place(at)):
            seen = visible(permit.scope, self._grants, self._servers)
            making = asyncio.get_running_loop().run_in_executor
            page = await making(self._thread, self._page, permit, text, seen, None if at is None else int(at))
        return self._answer(request, page)

    def _holds(self, permit: Permit) -> bool:
        """Whether it has not run out, and Footnote still answers where it was given."""
        guild, channel = permit.scope.guild, permit.scope.channel
        answers = guild is None or self._servers.server(guild).answers_in(channel)
        return answers and datetime.now(UTC).date() <= permit.until

    def _page(self, permit: Permit, text: str, seen: Collections, at: int | None) -> str | None:
        """The page for a permit; None where its quote is not among what may be seen.

        Args:
            permit: The permit.
            text: It as the address has it.
            seen: The collections that may be seen.
            at: The code point that the sheet is to begin at; None for the sheet around the quote.
        """
        sources = self._library.within(seen).sources
        try:
            document, citation = permit.reference.cited(sources)
        except (LookupError, MisquotedError):
            return None
        shown = sheet(document, citation.start, before=BEFORE) if at is None else sheet(document, at)
        left_out = sources.left_out.get(document.id, 0)
        return self._pages.page(shown, citation, text, permit.until, left_out)

    def _answer(self, request: web.Request, page: str | None) -> web.Response:
        # Kept by a browser it is asked for again each time: what may be seen can change in between.
        headers = {"Cache-Control": "private, no-cache", "Content-Security-Policy": self._pages.policy}
        if page is None:
            return web.Response(status=404, text=self._pages.gone, content_type="text/html", headers=headers)
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
