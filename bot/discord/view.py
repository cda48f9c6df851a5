"""A look as Discord's components."""

from collections.abc import Sequence
from itertools import groupby

import discord

from bot.discord.limits import OPTIONS
from bot.discord.look import Button, Chosen, Drawn, Look, Menu, Notes, Part, Quoted, Rule


def view_of(look: Look) -> discord.ui.LayoutView:
    """A view that shows a look.

    It is stopped from the start: presses are known by their custom ids, so discord.py need not remember it.
    """
    view = discord.ui.LayoutView(timeout=None)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(
        accent_colour=None if look.tone is None else look.tone.value
    )
    for quoted, parts in groupby(look.parts, lambda part: isinstance(part, Quoted)):
        run = list(parts)
        for part in run:
            container.add_item(_item(part))
        if quoted:
            # In a row and not beside the quotes: on a phone that would leave them half of the width.
            below = [part.button for part in run if isinstance(part, Quoted)]
            # One sentence can stand for two things, such as two ties; Discord takes no two buttons that do the same.
            container.add_item(_row(list({one.id: one for one in reversed(below)}.values())[::-1]))
    if look.attachment is not None:
        container.add_item(discord.ui.File(f"attachment://{look.attachment[0]}"))
    view.add_item(container)
    for row in filter(None, look.rows):
        view.add_item(_row(row))
    view.stop()
    return view


def _item(part: Part) -> discord.ui.Item[discord.ui.LayoutView]:
    match part:
        case Rule():
            return discord.ui.Separator()
        case Drawn(name=name, alt=alt):
            picture = discord.MediaGalleryItem(f"attachment://{name}", description=alt)
            return discord.ui.MediaGallery(picture)
        case Menu():
            return discord.ui.ActionRow(_menu(part))
        case tuple():
            return _row(part)
        case Notes():
            return discord.ui.TextDisplay(str(part))
        case Quoted(text=text) | text:
            return discord.ui.TextDisplay(text)


def _menu(menu: Menu) -> discord.ui.Item[discord.ui.LayoutView]:
    if menu.kind is Chosen.WORDS:
        options = [
            discord.SelectOption(label=label, value=word, default=word in menu.chosen) for word, label in menu.words
        ]
        least, most = (1, 1) if menu.one else (0, len(options))
        return discord.ui.Select[discord.ui.LayoutView](
            custom_id=menu.id, placeholder=menu.hint, min_values=least, max_values=most, options=options
        )
    if menu.kind is Chosen.ROLES:
        roles = [discord.SelectDefaultValue(id=int(id), type=discord.SelectDefaultValueType.role) for id in menu.chosen]
        return discord.ui.RoleSelect[discord.ui.LayoutView](
            custom_id=menu.id, placeholder=menu.hint, min_values=0, max_values=OPTIONS, default_values=roles
        )
    channels = [
        discord.SelectDefaultValue(id=int(id), type=discord.SelectDefaultValueType.channel) for id in menu.chosen
    ]
    return discord.ui.ChannelSelect[discord.ui.LayoutView](
        custom_id=menu.id,
        placeholder=menu.hint,
        min_values=0,
        max_values=OPTIONS,
        channel_types=[discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum],
        default_values=channels,
    )


def _row(row: Sequence[Button]) -> discord.ui.ActionRow[discord.ui.LayoutView]:
    return discord.ui.ActionRow(
        *(discord.ui.Button[discord.ui.LayoutView](label=button.label, custom_id=button.id) for button in row)
    )
