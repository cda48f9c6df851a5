"""``footnote annotate``."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bot.footnote import SAID
from bot.message.payload import annotation_payload
from bot.terminal.options import Exit, json_option, note, print_json, settings_of, sources_options
from index import dates
from index.actors.finder import find
from index.actors.said import corrected, read_said, with_said
from index.readers.encoding import NotTextError, decode

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@click.command(epilog="Example: footnote annotate report.txt --date 2019-10-14 --json")
@click.argument("file")
@click.option("--date", "written", metavar="DATE", help="When it was written: 2019, 2019-10 or 2019-10-14.")
@sources_options
@json_option
def annotate(file: str, *, written: str | None, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Show what Footnote sees in the text of FILE ("-" for standard input): actors and time expressions, with offsets.

    The text is read as it stands; offsets are code points. What the corpus's actors.toml says of a name holds.

    Exit status: 0 shown, 2 misuse or failure.
    """
    if written is not None and not _DATE.fullmatch(written):
        raise click.UsageError(f"{written!r} is no date: give 2019, 2019-10 or 2019-10-14.")
    try:
        text = _decoded(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    except (OSError, NotTextError) as error:
        note(f"{file} cannot be read ({getattr(error, 'strerror', None) or error})")
        return Exit.FAILED
    said = read_said(settings_of(corpus, index).corpus / SAID)
    actors = corrected(with_said(find(text), text, said), said)
    times = dates.find(text, written=written)
    if as_json:
        print_json(annotation_payload(actors, times))
        return Exit.FOUND
    rows = [(one.start, one.end, one.text, f"{one.kind}: {one.name}") for one in actors]
    rows += [(one.start, one.end, one.text, f"{one.kind}: {one.edtf or one.duration or '?'}") for one in times]
    click.echo(_listed(sorted(rows)))
    return Exit.FOUND


def _decoded(content: bytes) -> str:
    """The text as it stands, line breaks and all, where it is UTF-8; else what it most likely is."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return decode(content)


def _listed(rows: Sequence[tuple[int, int, str, str]]) -> str:
    return "\n".join(f"{start:6} {end:6}  {' '.join(text.split())}  ({what})" for start, end, text, what in rows)
