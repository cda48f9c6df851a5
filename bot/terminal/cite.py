"""``footnote cite``."""

from pathlib import Path

import click

from bot.languages import ENGLISH
from bot.message import bibliography
from bot.message.payload import context_payload
from bot.terminal import render
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options


@click.command(epilog="Example: footnote cite karbala-raid-2007#p1 --format markdown")
@click.argument("passage")
@click.option("--format", "style", type=click.Choice(list(bibliography.STYLES)), help="Print a citation to paste.")
@sources_options
@json_option
def cite(passage: str, *, style: str | None, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Show PASSAGE, an id such as karbala-raid-2007#p1, in its context.

    Exit status: 0 shown, 1 there is no such passage, 2 misuse or failure.
    """
    footnote = open_footnote(corpus, index)
    context = footnote.context(passage)
    if context is None:
        note(f"there is no passage {passage!r}; an id is a document's id, #p and a paragraph's number")
        return Exit.NOTHING
    if as_json:
        print_json(context_payload(context))
    elif style is not None:
        click.echo(bibliography.STYLES[style](context.citation, context.document.record, ENGLISH))
    else:
        click.echo(render.context(context))
    return Exit.FOUND
