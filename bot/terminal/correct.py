"""``footnote merge`` and ``footnote split``: what people know better of actors."""

from pathlib import Path

import click

from bot.footnote import SAID
from bot.terminal import dossiers
from bot.terminal.options import Exit, note, open_footnote, settings_of, sources_options
from index.actors import editing
from index.actors.actor import Actor
from index.actors.registry import Actors
from index.actors.spelling import key


@click.command(epilog='Example: footnote merge "Abdul Reza Shahlai" "Hajj Yusif"')
@click.argument("name")
@click.argument("others", nargs=-1, required=True)
@sources_options
def merge(name: str, others: tuple[str, ...], *, corpus: Path | None, index: Path | None) -> Exit:
    """Say that NAME and the OTHERS are one actor; it is written into actors.toml and holds from then on.

    All who are called by one of the names are meant.

    Exit status: 0 written, 1 nobody goes by one of the names, 2 misuse or failure.
    """
    actors = open_footnote(corpus, index).actors
    known = [_called(one, actors) for one in (name, *others)]
    if not all(known):
        return Exit.NOTHING
    found = list({one.id: one for some in known for one in some}.values())
    editing.merge(settings_of(corpus, index).corpus / SAID, found[0], found[1:])
    note(f"{', '.join(others)}: from now on names of {found[0].name}")
    return Exit.FOUND


@click.command(epilog='Example: footnote split "Ali Hassan" --document match-report --as "Ali Hassan (footballer)"')
@click.argument("name")
@click.argument("names", nargs=-1)
@click.option("--as", "called", metavar="NAME", help="What to call the other actor [the first of NAMES].")
@click.option("--document", "documents", metavar="ID", multiple=True, help="Only in this document; may be repeated.")
@sources_options
def split(
    name: str,
    names: tuple[str, ...],
    *,
    called: str | None,
    documents: tuple[str, ...],
    corpus: Path | None,
    index: Path | None,
) -> Exit:
    """Say that NAMES are not the actor NAME, but another's; without NAMES, that he is another in a --document.

    Exit status: 0 written, 1 nobody goes by NAME, or he has not those NAMES, 2 misuse or failure.
    """
    footnote = open_footnote(corpus, index)
    actor = _known(name, footnote.actors)
    if actor is None:
        return Exit.NOTHING
    if not names and not (called and documents):
        raise click.UsageError("Give the names that are another's, or what to call him and a --document.")
    strange = [one for one in documents if footnote.sources.document(one) is None]
    lacking = {key(one) for one in names} - {key(one.name) for one in actor.names}
    if strange or lacking:
        note(f"there is no document {strange[0]!r}" if strange else f"{actor.name} goes by no name {min(lacking)!r}")
        return Exit.NOTHING
    theirs = names or tuple(one.name for one in actor.names)
    editing.split(settings_of(corpus, index).corpus / SAID, actor, theirs, called or theirs[0], documents)
    where = f" in {', '.join(documents)}" if documents else ""
    note(f"{', '.join(theirs)}: from now on {called or theirs[0]}{where}")
    return Exit.FOUND


def _called(name: str, actors: Actors) -> list[Actor]:
    """Who certainly goes by a name, or else all who are called by it."""
    several = actors.called(name) if actors.find(name) is None else []
    one = None if several else _known(name, actors)
    return several if one is None else [one]


def _known(name: str, actors: Actors) -> Actor | None:
    found = actors.find(name)
    if found is None:
        note(dossiers.unknown(name, actors.near(name)))
    return found
