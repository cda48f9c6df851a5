"""A page's own text: from its headline to its last prose, without what stands around it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from index.frontmatter import merge
from index.furniture.banner import SHORT_WORDS
from index.furniture.label import HEADER, is_among_headers, neighbours, said_by
from index.furniture.line import (
    HEADLINE_LENGTH,
    HEADLINE_WORDS,
    ITEM,
    LEGAL_LINE,
    MAX_KEY_WORDS,
    MIN_TITLE_WORDS,
    SPACELESS,
    Line,
    goes_on,
    informs,
    is_said,
    key_value,
    spells_acronym,
)
from index.furniture.page import Page
from index.furniture.sign import is_web_page, weight_of
from index.furniture.tail import Part, tail_of, text_end
from index.readers.draft import Draft
from index.record import Record

MAX_LOSS = 2.0
"""Times as many words as the prose has: who would drop more has not found the text but a sentence in a list."""


@dataclass(frozen=True, slots=True)
class _Title:
    """The document's headline.

    Attributes:
        record: With the title, and the publisher where a line names both; empty where the title was known already.
        places: The lines that say nothing but the title.
        headline: The line that is the headline, or None.
    """

    record: Record = field(default_factory=Record)
    places: frozenset[int] = frozenset()
    headline: int | None = None


def cleared(draft: Draft, page: Page) -> Draft:
    """The draft without what stands around its text, its record completed by what that says.

    Only a web page loses lines, and what its record does not say only where signs of one stand around its text.
    """
    lines = page.lines
    start, end = _extent(page)
    if start == end:
        return _listed(draft, lines)
    title = _title(lines, start, draft.record)
    head = _head(lines, start, end, title)
    tail = tail_of(lines, end, spared=not is_web_page(lines[end:]))
    if head.lost + tail.lost > MAX_LOSS * sum(line.words for line in lines[start:end]):
        return _listed(draft, lines)
    record = draft.record
    for said in (title.record, head.record, tail.record):
        record = merge(record, said)
    kept = (*head.kept, *_body(lines, start, end), *tail.kept) if is_web_page(lines) else range(len(lines))
    return replace(draft, record=record, blocks=tuple(lines[place].block for place in kept))


def _extent(page: Page) -> tuple[int, int]:
    """Where the document's own text begins and ends: its paragraphs and marked blocks, with sentences next to them."""
    lines, start, end = page.lines, page.start, page.end
    if not page.has_prose:
        return start, end
    while start > 0 and lines[start - 1].prose and not said_by(lines[start - 1], among_headers=False):
        start -= 1
    while (after := _after_notice(lines, start, end)) is not None:
        start = after
    if lines[end - 1].block.marked and not lines[end - 1].prose:
        # Whatever a heading or a list announces cannot be told from what follows it.
        return start, len(lines)
    if lines[end - 1].text.endswith((":", "：")):
        return start, len(lines)
    return start, text_end(lines, end)


def _after_notice(lines: Sequence[Line], start: int, end: int) -> int | None:
    """Where the text begins if what stands at its start is a notice above the page's menu, else None.

    A notice (on cookies, on a sale) has no words in common with the text, and between the two stand several lines that
    are no prose, one of them a headline whose words the text takes up.
    """
    notice_end = start
    while notice_end < end and lines[notice_end].prose and not lines[notice_end].block.marked:
        notice_end += 1
    begin = notice_end
    while begin < end and not lines[begin].prose and not lines[begin].block.marked:
        begin += 1
    if begin - notice_end < _MENU_LINES or begin == end:
        return None
    opening = lines[begin : min(end, begin + _OPENING)]
    if _stems(lines[start:notice_end], _NAME_LENGTH) & _stems(opening, _NAME_LENGTH):
        return None
    text = _stems(opening)
    headlines = (place for place in range(notice_end, begin) if _is_headline(lines, place))
    return begin if any(_is_taken_up(lines[place], text) for place in headlines) else None


_MENU_LINES = 3
# Letters from which a word that two texts share says something of their matter.
_NAME_LENGTH = 6


def _listed(draft: Draft, lines: Sequence[Line]) -> Draft:
    """A document without prose, such as a table of names: all of it, of a web page once."""
    seen: set[str] = set()
    once = is_web_page(lines)
    kept = []
    record = draft.record
    for place, line in enumerate(lines):
        if not once or line.block.marked or line.key not in seen:
            kept.append(line.block)
        seen.add(line.key)
        if said := said_by(line, is_among_headers(lines, place)):
            record = merge(record, said.record)
    return replace(draft, record=record, blocks=tuple(kept))


def _title(lines: Sequence[Line], start: int, record: Record) -> _Title:
    """The headline among the lines before the prose."""
    candidates = [place for place in range(start) if _is_headline(lines, place)]
    if record.title is not None:
        known = " ".join(record.title.split()).casefold()
        same = frozenset(place for place in candidates if lines[place].key == known)
        return _Title(places=same, headline=min(same) if same else _chosen(lines, candidates, start))
    chosen = _chosen(lines, candidates, start)
    if chosen is None:
        # A question on top may be the headline or the first of an interview, so that it is both.
        asks = start == 0 and lines[0].text.endswith(_ASKING) and _is_headline(lines, 0)
        return _Title(Record(title=lines[0].text if asks else None))
    line = lines[chosen]
    if chosen == 0 and line.text.endswith(_ASKING[:3]):
        return _Title(Record(title=line.text), headline=chosen)
    same = frozenset(place for place in candidates if lines[place].key == line.key)
    # A window's title names the site after the page.
    for longer, shorter in chain(((other, chosen) for other in candidates), ((chosen, other) for other in candidates)):
        title, rest = lines[shorter].text, lines[longer].text[len(lines[shorter].text) :]
        if lines[longer].key.startswith(lines[shorter].key) and (found := _SITE.fullmatch(rest)):
            return _Title(Record(title=title, publisher=found[1]), same | {longer, shorter}, shorter)
    return _Title(Record(title=line.text), same, chosen)


_ASKING = ("?", "？", "؟", "!", "！")
_SITE = re.compile(r"\s*(?:[|»·•]|\s[–—-])\s+(\S+(?:\s\S+){0,4})")
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W\d_]{4,}")


def _chosen(lines: Sequence[Line], candidates: Sequence[int], start: int) -> int | None:
    """The first candidate whose words the text takes up, or the very first line of the document."""
    if not candidates:
        return None
    first = candidates[0]
    if first == 0 and lines[0].words >= MIN_TITLE_WORDS and not is_web_page(lines):
        return first
    text = _stems(lines[start : start + _OPENING])
    # A line like "Location: the northern pier" may be a headline too, but only where there is no other.
    for place in sorted(candidates, key=lambda place: (place > 0 and key_value(lines[place]) is not None, place)):
        if (place == 0 or lines[place].words >= MIN_TITLE_WORDS) and _is_taken_up(lines[place], text):
            return place
    if first == 0 and (lines[0].words >= MIN_TITLE_WORDS or len(candidates) == 1):
        return first
    # Where but one line is longer than the words of a menu, it is hardly one of them.
    long = [place for place in candidates if lines[place].words > SHORT_WORDS]
    return long[0] if len(long) == 1 else None


def _stems(lines: Sequence[Line], length: int = 4) -> set[str]:
    """The beginnings of the words of at least some length; a whole word may be inflected."""
    words = _WORD.findall(" ".join(line.key for line in lines))
    return {word[:_STEM] for word in words if len(word) >= length or SPACELESS.match(word)}


def _is_taken_up(line: Line, text: set[str]) -> bool:
    stems = _stems([line])
    return bool(stems) and len(stems & text) >= _TAKEN_UP * len(stems)


_OPENING = 10
_STEM = 5
# A headline's words come back in the text, if not all of them; those of menus and site names hardly do.
_TAKEN_UP = 0.3


def _is_headline(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    text = line.text
    if not 1 <= line.words <= HEADLINE_WORDS or len(text) > HEADLINE_LENGTH or LEGAL_LINE.match(text):
        return False
    if text.endswith((",", ";", ":", ".")) or ITEM.match(text) or said_by(line, among_headers=False):
        return False
    if weight_of(line):
        return False
    beside = neighbours(lines, place)
    found = key_value(line)
    if found and (
        len(found[1].split()) < MIN_TITLE_WORDS
        or _is_speaker(found[0], line, lines[place + 1 : place + _OPENING])
        or any(HEADER.match(other.text) for other in (line, *beside))
    ):
        return False
    # Captions are often said twice in a row, once for the picture and once for who cannot see it.
    return all(other.key != line.key for other in beside)


def _is_speaker(key: str, line: Line, following: Sequence[Line]) -> bool:
    """Whether what stands before a colon says who speaks, as in transcripts: a letter or two, or one that recurs."""
    # A title may be said again, with the site's name or without.
    others = (other for other in following if not other.key.startswith(line.key) and not line.key.startswith(other.key))
    return len(key) <= _INITIALS or any((found := key_value(other)) and found[0] == key for other in others)


_INITIALS = 2


def _head(lines: Sequence[Line], start: int, end: int, title: _Title) -> Part:
    seen: set[str] = set()
    record = Record()
    kept: list[int] = []
    doubtful: list[int] = []
    spared = not is_web_page(lines[:start])
    for place in range(start):
        line = lines[place]
        repeated = line.key in seen
        seen.add(line.key)
        said = None if place in title.places else said_by(line, is_among_headers(lines, place))
        if said is not None:
            record = merge(record, said.record)
        if place in title.places and not spells_acronym(line.text):
            continue
        if (repeated and not spared) or (said is not None and not said.stays):
            continue
        if spared or place == title.headline or informs(line) or _is_standfirst(line, place, title):
            kept.append(place)
        else:
            doubtful.append(place)
    counts = Counter(line.key for line in lines)
    if _is_first_heading(lines, doubtful, start, end) and counts[lines[start - 1].key] == 1:
        kept.append(doubtful.pop())
    return Part(tuple(kept), record, sum(lines[place].words for place in doubtful))


def _is_standfirst(line: Line, place: int, title: _Title) -> bool:
    """Whether a line reads like something that somebody wrote about this document, rather than like a menu."""
    if is_said(line) or goes_on(line) or (line.prose and line.words > MAX_KEY_WORDS):
        return True
    follows = title.headline is None or title.headline < place
    return follows and line.words > MAX_KEY_WORDS + 1 and (line.lower is None or line.lower >= 0.5)


def _is_first_heading(lines: Sequence[Line], doubtful: Sequence[int], start: int, end: int) -> bool:
    """Whether the line before the prose is the first of the headings that the text has, rather than a menu's last."""
    if len(doubtful) != 1 or doubtful[0] != start - 1:
        return False
    return any(not line.prose and not line.block.marked for line in lines[start:end])


def _body(lines: Sequence[Line], start: int, end: int) -> Iterator[int]:
    """The places of the text's lines: all but, on a web page, captions said twice and menu words."""
    around = {line.key for line in (*lines[:start], *lines[end:])}
    counts = Counter(line.key for line in lines[start:end] if line.key in around)
    for place in range(start, end):
        line = lines[place]
        if not (line.block.marked or line.prose or informs(line)) and (
            (place > start and lines[place - 1].key == line.key) or counts[line.key] > 1
        ):
            continue
        yield place
