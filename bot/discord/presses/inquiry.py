"""The inquiry that a button belongs to."""

import re
from collections.abc import Awaitable, Callable

import discord

from bot.discord import looks
from bot.discord.host import Compose, Host
from bot.discord.look import Look
from bot.discord.place import Place
from bot.footnote import Footnote
from bot.languages import Language, phrase
from bot.state.inquiries import Inquiry

TOO_OLD = phrase("What was asked here is not kept any more. Ask again.")


async def inquiry_of(interaction: discord.Interaction[Host], match: re.Match[str]) -> Inquiry | None:
    """The inquiry whose id a button carries; None if it is not kept any more, or was asked in another place."""
    found, place = await interaction.client.state.inquiries.get(int(match["inquiry"])), Place.of(interaction)
    return found if found is not None and (found.guild, found.room) == (place.guild, place.room) else None


def about(
    interaction: discord.Interaction[Host],
    match: re.Match[str],
    compose: Callable[[Footnote, Inquiry, Language], Awaitable[Look]],
) -> Compose:
    """A reply made from the inquiry whose id a button carries, or a sentence where there is none any more."""

    async def made(footnote: Footnote, language: Language) -> Look:
        inquiry = await inquiry_of(interaction, match)
        return looks.said(language.say(TOO_OLD)) if inquiry is None else await compose(footnote, inquiry, language)

    return made
