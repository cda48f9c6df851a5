"""Copy citation: every quote of a message, in the style that is chosen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import discord

from bot.discord import buttons, looks
from bot.discord.host import Host, Manner, blocking
from bot.discord.look import Look
from bot.discord.presses.context import CHANGED
from bot.footnote import Context, Footnote
from bot.languages import Language
from bot.reference import Reference
from index.citation import MisquotedError


async def copy(interaction: discord.Interaction[Host], match: re.Match[str]) -> None:
    """Shows the presser the citations of the quotes above the button, as they stand in the sources now.

    The message that offers the styles has the buttons of the quotes too, so it knows of them whenever one is chosen.
    """
    message, style = interaction.message, match["style"]
    references = [] if message is None else list(_references(message.components))
    compose = blocking(lambda footnote, language: _look(footnote, references, style, language))
    await interaction.client.reply(interaction, compose, Manner.PRIVATELY if style is None else Manner.IN_PLACE)


def _look(footnote: Footnote, references: Sequence[Reference], style: str | None, language: Language) -> Look:
    cited: list[Context] = []
    for number, reference in enumerate(references, 1):
        try:
            found = reference.find(footnote)
        except (LookupError, MisquotedError):
            continue
        cited.append(replace(found, citation=replace(found.citation, number=number)))
    return looks.citations(cited, style, language) if cited else looks.said(language.say(CHANGED))


def _references(components: Sequence[object]) -> Iterator[Reference]:
    """What the buttons of a message refer to, in order."""
    for component in components:
        match = re.fullmatch(buttons.CONTEXT, str(getattr(component, "custom_id", "")))
        if match is not None:
            yield Reference.read(match)
        yield from _references(getattr(component, "children", ()))
