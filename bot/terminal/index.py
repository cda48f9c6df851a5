"""``footnote index``."""

from pathlib import Path

import click

from bot import phrases
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options


@click.command(epilog="Example: footnote index --rebuild")
@click.option("--rebuild", is_flag=True, help="Make the index even if it is up to date.")
@sources_options
@json_option
def index(*, rebuild: bool, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Make or refresh the index, and say what was read, what was skipped and why."""
    opened = open_footnote(corpus, index, rebuild=rebuild).opened
    sources = opened.sources
    problems = {document.file: document.problem for document in sources.documents if document.problem is not None}
    read = len(sources.passage_counts())
    if as_json:
        print_json(
            {"documents": read, "passages": len(sources.passages), "rebuilt": opened.rebuilt, "problems": problems}
        )
    else:
        state = "" if opened.rebuilt else ", up to date"
        click.echo(f"{phrases.count(read, 'document')}, {phrases.count(len(sources.passages), 'passage')}{state}")
        for file, problem in problems.items():
            click.echo(f"{file}: {problem}")
    if opened.unsaved is not None:
        note("the index was not saved")
        return Exit.FAILED
    return Exit.FOUND
