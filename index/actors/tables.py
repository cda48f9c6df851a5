"""What the columns of a table hold, by what stands above them: a place below "Port", a body below "Employer"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from index.actors.mention import Kind

_ROW: Final = re.compile(r"^[^\n|]*\|[^\n]*$", re.MULTILINE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_HEADS: Final[dict[Kind | None, frozenset[str]]] = {
    Kind.PLACE: frozenset(
        "place birthplace born city town village port from to origin destination country location residence"
        " province region district base address where departure arrival seat lieu ville pays ort stadt land lugar"
        " ciudad país".split()
    ),
    Kind.ORGANISATION: frozenset(
        "company firm organisation organization body unit employer agency bank consignee consignor shipper buyer"
        " seller institution party publisher affiliation entity carrier supplier customer client contractor"
        " operator regiment team club société firma empresa".split()
    ),
    Kind.PERSON: frozenset(
        "person officer captain member director author contact suspect driver witness nom employee player"
        " candidate passenger prisoner detainee surname forename crew commander manager master skipper".split()
    ),
    None: frozenset(
        "vessel ship aircraft model item cargo goods rank position title role remarks notes note subject date"
        " language nationality currency type make brand schiff navire buque".split()
    ),
}
"""Words above a column, by the kind of what stands in it; None for what is no actor."""
_LEAST_ROWS: Final = 2


class Tables:
    """The cells of a text's tables whose column says what they hold."""

    def __init__(self, text: str) -> None:
        cells = sorted(_cells(text))
        self._starts = [start for start, _, _ in cells]
        self._cells = cells

    def kind(self, start: int) -> tuple[Kind | None] | None:
        """What the cell holds that a code point stands in, None in it for no actor; None where no table says."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or start >= self._cells[at][1]:
            return None
        return (self._cells[at][2],)


def _cells(text: str) -> Iterator[tuple[int, int, Kind | None]]:
    """The start, the end and the kind of each cell below a telling head."""
    for rows in _tables(text):
        kinds = [_kind(head) for _, _, head in _split(text, *rows[0])]
        for row in rows[1:]:
            for at, (start, end, _) in enumerate(_split(text, *row)):
                if at < len(kinds) and (known := kinds[at]) is not None:
                    yield start, end, known[0]


def _tables(text: str) -> Iterator[list[tuple[int, int]]]:
    """The rows of each table: lines with cells, one after another."""
    rows: list[tuple[int, int]] = []
    for found in _ROW.finditer(text):
        if rows and found.start() != rows[-1][1] + 1:
            if len(rows) >= _LEAST_ROWS:
                yield rows
            rows = []
        rows.append(found.span())
    if len(rows) >= _LEAST_ROWS:
        yield rows


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    at = start
    while at <= end:
        bar = text.find("|", at, end)
        stop = bar if bar >= 0 else end
        yield at, stop, text[at:stop]
        at = stop + 1


def _kind(head: str) -> tuple[Kind | None] | None:
    """What a column holds, by the last word above it that tells."""
    for word in reversed(_WORD.findall(head.casefold())):
        for kind, heads in _HEADS.items():
            if word in heads:
                return (kind,)
    return None
