"""``footnote index``."""

from dataclasses import asdict
from pathlib import Path

import click

from bot import phrases
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options
from index.refreshing import Work


@click.command(epilog="Example: footnote index --rebuild")
@click.option("--rebuild", is_flag=True, help="Make the index even if it is up to date.")
@sources_options
@json_option
def index(*, rebuild: bool, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Make or refresh the index, and say what was read, what was skipped and why."""
    opened = open_footnote(corpus, index, rebuild=rebuild).opened
    sources = opened.sources
    problems = {document.file: document.problem for document in sources.listed if document.problem is not None}
    searched, passages, work = len(sources.passage_counts()), len(sources.passages), opened.work
    if as_json:
        counts = {"documents": searched, "passages": passages, "rebuilt": work is not None}
        print_json(counts | ({} if work is None else asdict(work)) | {"problems": problems})
    else:
        done = "up to date" if work is None else _done(work)
        click.echo(f"{phrases.count(searched, 'document')}, {phrases.count(passages, 'passage')}: {done}")
        for file, problem in problems.items():
            click.echo(f"{file}: {problem}")
    if opened.unsaved is not None:
        note("the index was not saved")
        return Exit.FAILED
    return Exit.FOUND


def _done(work: Work) -> str:
    counts = {
        "read": work.read,
        "made anew without being read": work.made,
        "kept from before": work.kept,
        "removed or replaced": work.gone,
    }
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing to read"
