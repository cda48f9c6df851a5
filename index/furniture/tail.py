"""What stands after a document's last paragraph of prose: the rest of its text, notes, teasers, menus."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.frontmatter import merge
from index.furniture.day import DATE_LABEL
from index.furniture.label import is_among_headers, said_by
from index.furniture.line import Line, goes_on, informs, is_said, spells_acronym
from index.record import Record

MAX_GAP = 2
"""Lines without a sentence that may stand between two sentences of a text's end: a heading, a name, a byline. Menus
and teasers come in threes and more."""

MAX_SIGNATURE = 3
"""Lines that stand below the closing of a letter: a name, an office, a place."""

MIN_RUNNING = 5
"""Words, at least half of them in lower case, from which one or two lines right below the text are its unended rest:
labels of menus are shorter, and teasers have a label above them or come in threes."""

_NOTES_SHARE = 2 / 3


@dataclass(frozen=True, slots=True)
class Part:
    """What comes of the lines before the first prose, or after the last.

    Attributes:
        kept: The places of the lines that are worth reading.
        record: What the others say about the document.
        lost: Words of those that say nothing and are left out.
    """

    kept: tuple[int, ...]
    record: Record
    lost: int


def text_end(lines: Sequence[Line], end: int) -> int:
    """Where the text ends whose last paragraph ends at a place: after the sentences that follow it.

    A few lines that are no sentences may stand between them, since one that is between two sentences of a text is a
    part of it.
    """
    for place in range(end, len(lines)):
        if place - end > MAX_GAP:
            break
        line = lines[place]
        if (line.prose and place == end) or is_said(line):
            if said_by(line, among_headers=False):
                if place == end:
                    break
                continue
            end = place + 1
    return end


def tail_of(lines: Sequence[Line], end: int, *, spared: bool) -> Part:
    """What comes of the lines after the text.

    Only lines that are bare, several of them or short ones, are given up: names of menu entries, headlines.

    Args:
        lines: All of the document's.
        end: One past the text's last.
        spared: Whether none is given up, because nothing there shows that it is a web page's.
    """
    seen = {line.key for line in lines[:end]}
    record = Record()
    rest: list[int] = []
    for place in range(end, len(lines)):
        line = lines[place]
        said = said_by(line, is_among_headers(lines, place))
        # A bare date may be a teaser's.
        if said is not None and (not said.stays or DATE_LABEL.fullmatch(line.text)):
            record = merge(record, said.record)
        if (said is None or said.stays) and (spared or line.key not in seen):
            rest.append(place)
        seen.add(line.key)
    kept = list(takewhile(lambda place: informs(lines[place]), rest))
    rest = rest[len(kept) :]
    # Notes and tables have headings too, but among teasers few lines say something by themselves.
    if spared or sum(informs(lines[place]) or lines[place].prose > 0 for place in rest) > _NOTES_SHARE * len(rest):
        return Part((*kept, *rest), record, 0)
    telling = {place for place in rest if spells_acronym(lines[place].text) or is_said(lines[place])}
    telling.update(_unended(lines, rest), _signed(lines, rest))
    lost = sum(lines[place].words for place in rest if place not in telling)
    return Part((*kept, *sorted(telling)), record, lost)


def _unended(lines: Sequence[Line], rest: Sequence[int]) -> list[int]:
    """The lines right below the text that read like its rest, though no full stop ends them."""
    running = list(takewhile(lambda place: _runs(lines[place]), rest))
    return running if len(running) <= MAX_GAP else []


def _runs(line: Line) -> bool:
    return line.words >= MIN_RUNNING and (line.lower is None or line.lower >= 0.5)


def _signed(lines: Sequence[Line], rest: Sequence[int]) -> Iterator[int]:
    """A letter's closing and the names below it."""
    for number, place in enumerate(rest):
        if goes_on(lines[place]):
            below = rest[number + 1 : number + 2 + MAX_SIGNATURE]
            yield place
            yield from below if len(below) <= MAX_SIGNATURE else below[:1]
