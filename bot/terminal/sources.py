"""``footnote sources`` and ``footnote source``."""

from pathlib import Path

import click

from bot.message.payload import source_payload, sources_payload
from bot.terminal import render
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options


@click.command(epilog="Example: footnote sources --json")
@sources_options
@json_option
def sources(*, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """List the documents, and what could not be read."""
    footnote = open_footnote(corpus, index)
    if as_json:
        print_json(sources_payload(footnote.sources))
    else:
        click.echo(render.sources_list(footnote.sources))
    return Exit.FOUND


@click.command(epilog="Example: footnote source karbala-raid-2007 --text")
@click.argument("document_id", metavar="ID")
@click.option("--text", "as_text", is_flag=True, help="Print the plain text as indexed, which offsets refer to.")
@sources_options
@json_option
def source(document_id: str, *, as_text: bool, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Show the record of the document ID, or its text.

    Exit status: 0 shown, 1 there is no such document, 2 misuse or failure.
    """
    footnote = open_footnote(corpus, index)
    document = footnote.sources.document(document_id)
    if document is None:
        note(f"there is no document {document_id!r}; `footnote sources` lists them")
        return Exit.NOTHING
    if as_json:
        counts = footnote.sources.passage_counts(), footnote.sources.left_out
        payload = source_payload(document, *(count.get(document.id, 0) for count in counts))
        print_json(payload | {"text": document.text} if as_text else payload)
    else:
        click.echo(document.text if as_text else render.record(document, footnote.sources))
    return Exit.FOUND
