"""The button that shows a quote in its context; it works for as long as the message stands."""

import re
import zlib
from collections.abc import Sequence
from typing import Self

import discord

from bot.discord import layout
from bot.discord.host import Host
from bot.footnote import Footnote
from index.citation import Citation, MisquotedError

LABEL = "In context"
_GONE = "The document that this quote is from is no longer among the sources."
_CHANGED = "The document has changed since this was quoted. Ask again to see it as it is now."


class ContextButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"context:(?P<document>[^:]{1,48}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<check>[0-9a-f]{8})",
):
    """Shows the presser, and nobody else, where a quote stands.

    Everything it needs is in its custom_id, so it outlives the process; the checksum of the quote tells whether the
    document still has it there.
    """

    def __init__(self, document: str, start: int, end: int, check: str, label: str = LABEL) -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=f"context:{document}:{start}:{end}:{check}"))
        self._document, self._start, self._end, self._check = document, start, end, check

    @classmethod
    def of(cls, citation: Citation, *, numbered: bool) -> Self:
        """The button for a citation; numbered where there are several."""
        label = f"{LABEL} [{citation.number}]" if numbered else LABEL
        return cls(citation.document, citation.start, citation.end, checksum(citation.quote), label)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,  # noqa: ARG003  # discord.py's signature
        item: discord.ui.Item[discord.ui.View],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        """Makes the pressed button anew from its id."""
        return cls(match["document"], int(match["start"]), int(match["end"]), match["check"])

    async def interaction_check(self, interaction: discord.Interaction[Host], /) -> bool:  # type: ignore[override]
        """Whether to handle the press: once, and not while stopping."""
        return interaction.client.accepts(interaction.id)

    async def callback(self, interaction: discord.Interaction[Host]) -> None:  # type: ignore[override]
        """Shows the quote in its context."""
        footnote = interaction.client.footnote
        await interaction.client.reply(interaction, lambda: self._look(footnote), private=True)

    def _look(self, footnote: Footnote) -> layout.Look:
        document = footnote.sources.document(self._document)
        if document is None:
            return layout.said(_GONE)
        try:
            shown = footnote.quote_in_context(document, self._start, self._end)
        except MisquotedError:
            return layout.said(_CHANGED)
        return layout.context(shown) if checksum(shown.citation.quote) == self._check else layout.said(_CHANGED)


def buttons(citations: Sequence[Citation]) -> discord.ui.View | None:
    """A button for each quote, None for no quote."""
    if not citations:
        return None
    view = discord.ui.View(timeout=None)
    for citation in citations:
        view.add_item(ContextButton.of(citation, numbered=len(citations) > 1))
    return view


def checksum(quote: str) -> str:
    """Eight hexadecimal digits that change when the quote does."""
    return f"{zlib.crc32(quote.encode('utf-8', 'surrogatepass')):08x}"
