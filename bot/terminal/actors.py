"""``footnote actors`` and ``footnote actor``."""

from pathlib import Path

import click

from bot.message.dossier import dossier
from bot.message.payload import actor_payload, actors_payload, near_payload
from bot.terminal import dossiers
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options
from index.actors.mention import Kind


@click.command(epilog="Example: footnote actors --kind person")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only these.")
@sources_options
@json_option
def actors(*, kind: str | None, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """List who is named in the sources, the most named first: people, organisations, places."""
    found = [one for one in open_footnote(corpus, index).actors.all if kind is None or one.kind == kind]
    if as_json:
        print_json(actors_payload(found))
    else:
        click.echo(dossiers.roster(found))
    return Exit.FOUND


@click.command(epilog='Example: footnote actor "Qays Khazali"')
@click.argument("name")
@sources_options
@json_option
def actor(name: str, *, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Show the file on the actor NAME, in any spelling: names, dates, connections, quotes, open questions.

    Exit status: 0 shown, 1 nobody, or more than one, goes by this name (those near are named), 2 misuse or failure.
    """
    footnote = open_footnote(corpus, index)
    found = footnote.actors.find(name)
    if found is None:
        near = footnote.actors.near(name)
        note(dossiers.unknown(name, near))
        if as_json:
            print_json(near_payload(name, near))
        return Exit.NOTHING
    known = dossier(found, footnote.actors, footnote.sources)
    if as_json:
        print_json(actor_payload(known))
    else:
        click.echo(dossiers.file(known))
    return Exit.FOUND
