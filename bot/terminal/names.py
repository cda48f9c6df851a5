"""``footnote names``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot.terminal.options import Exit, json_option, note, print_json, sources_options
from index.names import Likeness, likeness


@click.command(epilog='Example: footnote names "Qais al-Khazali" "Qays Khazali"')
@click.argument("a")
@click.argument("b", required=False)
@sources_options
@json_option
def names(a: str, b: str | None, *, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Say how likely A and B are spellings of one name, and why.

    Only the names are looked at: --corpus and --index, which every command takes, make no difference.

    "-" in place of both reads pairs from standard input, one a line, with a tab between the names.

    Exit status: 0 judged, 2 misuse (of several pairs: a line is no pair; the others are judged all the same).
    """
    del corpus, index
    if (a == "-") == (b is not None):
        raise click.UsageError('Give two names, or "-" alone to read pairs from standard input.')
    outcome = Exit.FOUND
    for pair in _pairs() if b is None else [(a, b)]:
        if len(pair) != 2:
            note(f"not two names with a tab between them: {pair[0][:80]}")
            outcome = Exit.FAILED
            continue
        _show(*pair, likeness(*pair), as_json=as_json)
    return outcome


def _pairs() -> Iterator[tuple[str, ...]]:
    for line in sys.stdin:
        if line.strip():
            yield tuple(line.rstrip("\r\n").split("\t"))


def _show(a: str, b: str, found: Likeness, *, as_json: bool) -> None:
    if as_json:
        print_json({"a": a, "b": b, "same": round(found.same, 4), "why": list(found.why)})
    else:
        click.echo("\n".join([f"{found.same:.2f}  {a} | {b}", *(f"      {reason}" for reason in found.why)]))
