"""A look as Discord's components."""

from collections.abc import Sequence
from itertools import groupby

import discord

from bot.discord import buttons
from bot.discord.look import Button, Look, Quoted, Rule


def view_of(look: Look) -> discord.ui.LayoutView:
    """A view that shows a look.

    It is stopped from the start: presses are known by their custom ids, so discord.py need not remember it.
    """
    view = discord.ui.LayoutView(timeout=None)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
    for quoted, parts in groupby(look.parts, lambda part: isinstance(part, Quoted)):
        run = list(parts)
        for part in run:
            container.add_item(_item(part))
        if quoted:
            # In a row and not beside the quotes: on a phone that would leave them half of the width.
            container.add_item(_row([buttons.context(part.citation) for part in run if isinstance(part, Quoted)]))
    if look.attachment is not None:
        container.add_item(discord.ui.File(f"attachment://{look.attachment[0]}"))
    view.add_item(container)
    for row in filter(None, look.rows):
        view.add_item(_row(row))
    view.stop()
    return view


def _item(part: str | Quoted | Rule) -> discord.ui.Item[discord.ui.LayoutView]:
    if isinstance(part, Rule):
        return discord.ui.Separator()
    return discord.ui.TextDisplay(part.text if isinstance(part, Quoted) else part)


def _row(row: Sequence[Button]) -> discord.ui.ActionRow[discord.ui.LayoutView]:
    return discord.ui.ActionRow(
        *(discord.ui.Button[discord.ui.LayoutView](label=button.label, custom_id=button.id) for button in row)
    )
