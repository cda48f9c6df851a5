"""``footnote index``."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from bot.message import phrases
from bot.remarks import remarks
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options
from index.refreshing import Work
from index.sources import Sources

_SHOWN = 20
"""Documents of which it is said how many lines were left out; `footnote source ID` says it of any."""


@click.command(epilog="Example: footnote index --rebuild")
@click.option("--rebuild", is_flag=True, help="Make the index even if it is up to date.")
@sources_options
@json_option
def index(*, rebuild: bool, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Make or refresh the index, and say what was read, what was skipped and why."""
    opened = open_footnote(corpus, index, rebuild=rebuild).opened
    sources = opened.sources
    problems = remarks(sources)
    searched, passages, work = len(sources.passage_counts()), len(sources.passages), opened.work
    if as_json:
        counts = {"documents": searched, "passages": passages, "rebuilt": work is not None}
        figures = {} if work is None else asdict(work)
        print_json(counts | figures | {"problems": problems, "left_out": dict(sources.left_out)})
    else:
        done = "up to date" if work is None else _done(work)
        click.echo(f"{phrases.count(searched, 'document')}, {phrases.count(passages, 'passage')}: {done}")
        for file, problem in problems.items():
            click.echo(f"{file}: {problem}")
        for line in _left_out(sources):
            click.echo(line)
    if opened.unsaved is not None:
        note("the index was not saved")
        return Exit.FAILED
    return Exit.FOUND


def _left_out(sources: Sources) -> Iterator[str]:
    """Says of which documents lines were left out, of the most first."""
    counts = sorted(sources.left_out.items(), key=lambda one: (-one[1], one[0]))
    for id, count in counts[:_SHOWN]:
        yield f"{id}: {phrases.count(count, 'line')} left out as furniture of a web page"
    if len(counts) > _SHOWN:
        rest = sum(count for _, count in counts[_SHOWN:])
        yield f"... and of {len(counts) - _SHOWN:,} more documents {phrases.count(rest, 'line')}"


def _done(work: Work) -> str:
    counts = {
        "read": work.read,
        "without text": work.empty,
        "made anew without being read": work.made,
        "kept from before": work.kept,
        "removed or replaced": work.gone,
    }
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing to read"
