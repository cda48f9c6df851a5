"""``footnote network``."""

from pathlib import Path
from typing import Final

import click

from bot.message import phrases
from bot.message.network import CitedTie, Network
from bot.message.payload import network_payload
from bot.terminal import render
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options
from bot.terminal.picture import image_option, write_picture

_MOST: Final = 30
"""How many ties are listed for people; all are in the JSON."""


@click.command(epilog='Example: footnote network "Qais al-Khazali" --image network.png')
@click.argument("name", required=False)
@image_option
@sources_options
@json_option
def network(name: str | None, *, image: Path | None, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Say who is named with whom in one passage: in all sources, or around the actor NAME.

    Exit status: 0 found, 1 nothing found or an unknown actor (with near names), 2 misuse or failure.
    """
    found = open_footnote(corpus, index).weaver.network(name)
    if image is not None and found.ties:
        from bot.message.illustration import network_picture  # Pillow is not needed for a list

        write_picture(network_picture(found).png, image)
    if as_json:
        print_json(network_payload(found))
    elif found.ties:
        click.echo(listed(name, found))
        _note_rest(found)
    if not found.ties:
        note(listed(name, found))
    return Exit.FOUND if found.ties else Exit.NOTHING


def listed(name: str | None, found: Network) -> str:
    """The strongest ties that were found, each with its passage; else that there is none.

    Args:
        name: The actor that was asked for, None for all.
        found: What was found.
    """
    if found.ties:
        return "\n\n".join(map(_shown, found.ties[:_MOST]))
    if name is not None and found.actor is None:
        return phrases.unknown_actor(name, found.near)
    return phrases.no_ties(found)


def _shown(tie: CitedTie) -> str:
    head = f"{tie.one.name} – {tie.other.name}: {phrases.tie(tie.told, len(tie.passages))}"
    return "\n".join([head, render.quote(tie.citation), render.footnote(tie.citation)])


def _note_rest(found: Network) -> None:
    if left := phrases.actors_left_out(found):
        note(left)
    if len(found.ties) > _MOST:
        note(f"the {_MOST} strongest of {len(found.ties):,} ties; --json has all")
