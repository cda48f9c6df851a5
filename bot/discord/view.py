"""A look as Discord's components."""

import discord

from bot.discord import buttons
from bot.discord.look import Button, Look, Quoted, Rule


def view_of(look: Look) -> discord.ui.LayoutView:
    """A view that shows a look.

    It is stopped from the start: presses are known by their custom ids, so discord.py need not remember it.
    """
    view = discord.ui.LayoutView(timeout=None)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
    for part in look.parts:
        container.add_item(_item(part))
    if look.attachment is not None:
        container.add_item(discord.ui.File(f"attachment://{look.attachment[0]}"))
    view.add_item(container)
    for row in filter(None, look.rows):
        view.add_item(discord.ui.ActionRow(*map(_button, row)))
    view.stop()
    return view


def _item(part: str | Quoted | Rule) -> discord.ui.Item[discord.ui.LayoutView]:
    if isinstance(part, Rule):
        return discord.ui.Separator()
    if isinstance(part, Quoted):
        return discord.ui.Section(part.text, accessory=_button(buttons.context(part.citation)))
    return discord.ui.TextDisplay(part)


def _button(button: Button) -> discord.ui.Button[discord.ui.LayoutView]:
    style = discord.ButtonStyle.danger if button.grave else discord.ButtonStyle.secondary
    return discord.ui.Button(label=button.label, custom_id=button.id, style=style)
