"""Segments as files: what an engine writes into a folder and opens again."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from index.engine import columns
from index.engine.columns import DamagedError
from index.engine.live import Live
from index.engine.segment import Segment

VERSION = 2
"""Of the columns' meaning; an index of another version is made anew."""

CHECKED_WHOLE = 64 << 20
"""Bytes up to which a segment's file is read through when it is opened (some 40 ms; 170,000 passages). Of a greater
one the codes are left out, in which an altered byte misplaces a passage or two but leads nowhere else; ``verify`` reads
these as well."""

_CODES = ("rows", "places", "codes")


class Part(TypedDict):
    """A segment in a generation's record.

    Attributes:
        version: ``VERSION``.
        segment: The name of its file.
        standing: The name of the file that says what of it is where in the corpus.
    """

    version: int
    segment: str
    standing: str


def write(folder: Path, lives: Sequence[Live]) -> list[Part]:
    """Writes segments; one that was opened from the folder, or ``mapped``, is not written again.

    Raises:
        OSError: The folder cannot be written, or the disk is full.
    """
    return [_write(folder, live) for live in lives]


def mapped(folder: Path, live: Live) -> Live:
    """A segment as it stands, mapped from its file, which is written if it was in memory until now.

    Raises:
        OSError: The folder cannot be written, or the disk is full.
    """
    if live.segment.source is not None:
        return live
    name = columns.write(folder, live.segment.columns(), {"average": live.segment.average})
    arrays, _ = columns.read(folder / name, list(live.segment.columns()))
    segment = Segment.from_columns(arrays, live.segment.average, name)
    holders = segment.holders if live.holders is live.segment.holders else live.holders
    return Live(segment, live.positions, holders, live.count, live.words)


def open_(folder: Path, parts: Sequence[Part], *, thorough: bool = False) -> list[Live]:
    """Opens what was written.

    Args:
        folder: The folder.
        parts: What ``write`` gave.
        thorough: Read everything through, however large.

    Raises:
        FileNotFoundError: A file is missing.
        DamagedError: A file is cut off, of another version, or altered.
        OSError: A file may not be read.
    """
    return [_open(folder, part, thorough=thorough) for part in parts]


def files(parts: Sequence[Part]) -> set[str]:
    """The names of the files of these parts."""
    return {name for part in parts for name in (part["segment"], part["standing"])}


def _write(folder: Path, live: Live) -> Part:
    segment = live.segment
    source = segment.source
    if source is None or not (folder / source).exists():
        source = columns.write(folder, segment.columns(), {"average": segment.average})
        object.__setattr__(segment, "source", source)
    standing = columns.write(
        folder,
        {"positions": live.positions} | ({"holders": live.holders} if live.holders is not live.segment.holders else {}),
        {"count": live.count, "words": live.words},
    )
    return Part(version=VERSION, segment=source, standing=standing)


def _open(folder: Path, part: Part, *, thorough: bool) -> Live:
    if part["version"] != VERSION:
        raise DamagedError("it is of another version")
    path = folder / part["segment"]
    unchecked = _CODES if not thorough and path.stat().st_size > CHECKED_WHOLE else ()
    arrays, meta = columns.read(path, unchecked)
    segment = Segment.from_columns(arrays, float(meta["average"]), part["segment"])
    standing, totals = columns.read(folder / part["standing"])
    holders = standing.get("holders", segment.holders)
    return Live(segment, standing["positions"], holders, int(totals["count"]), int(totals["words"]))
