"""What one document tells of times: its dated sentences."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, zip_longest

from index.annotations import Row
from index.dates import TimeExpression, account
from index.document import Document, Paragraph
from index.events.reporting import NEAR_DAYS, goes_on
from index.events.telling import Basis, Chronicle, Telling
from index.sentences import sentence_spans
from index.words import surfaces

FEWEST_WORDS = 2
"""Words beside the time that a sentence needs to tell of something; "January 2007." does not, "Karbala raid, 2007"
does."""
LONGEST_HEADING = 45
"""Code points of a paragraph that may be a date at the head of others: "Night of Wednesday 23 to 24 September 2008"."""
HEADED_DAYS = 31
"""Days; a heading of more ("2003 to 2006") is a chapter's, and dates nothing in it well enough."""

NOTE_DAYS = 366
"""How far from its day a note may tell of other days. Of 1,091 updates on the news (news_timelines14), which are such
notes, only 109 have words reckoned from the day, such as "today", that show it."""
LONGEST_TITLE = 12
"""Words of a paragraph without a full stop that is a section's title, where prose follows that tells it in full."""
_FULL_STOPS = (".", "!", "?", "…", ".”", ".’", '."', ":")

Dated = tuple[TimeExpression, date, date]


def annotate(document: Document) -> list[Row]:
    """The chronicle of a document as it is kept with it (``index/annotations.py``)."""
    return chronicle(document).rows()


def chronicle(document: Document) -> Chronicle:
    """The dated sentences of a document, from its text and record alone."""
    told = account(document.text, written=document.record.date)
    dated = [(one, one.begin, one.end_date) for one in told.expressions if one.kind in ("date", "time")]
    known = [(one, begin, end) for one, begin, end in dated if begin is not None and end is not None]
    whole_day = len(document.record.date or "") == len("2007-01-20") or document.record.date is None
    beside = _by_paragraph(document, known)
    headings = sum(_is_heading(document, one, beside.get(one.number, ())) for one in document.paragraphs)
    # The first of several is no dateline.
    is_news = (told.is_news or _is_note(document, told.written, known)) and headings < 2
    published = told.written if is_news and whole_day else None
    tellings = [*_tellings(document, beside, published)]
    if published is not None:
        tellings += _carried_on(document, tellings, published)
    return Chronicle(tuple(sorted(tellings, key=lambda one: one.start)), published)


def _is_note(document: Document, written: date | None, dated: Sequence[Dated]) -> bool:
    """Whether a document is a dated note, such as a post or an update: one paragraph that tells of no distant time."""
    near = all(written is not None and abs((begin - written).days) <= NOTE_DAYS for _, begin, _ in dated)
    return len(document.paragraphs) == 1 and near


def _tellings(document: Document, beside: Mapping[int, Sequence[Dated]], published: date | None) -> Iterator[Telling]:
    heading: Dated | None = None
    for paragraph, after in zip_longest(document.paragraphs, document.paragraphs[1:]):
        here = beside.get(paragraph.number, ())
        if _is_heading(document, paragraph, here):
            begin, end = here[0][1:]
            # A dateline is no heading: what stands under it may tell of any day.
            fine = (end - begin).days < HEADED_DAYS and not begin == end == published
            heading = here[0] if fine else None
        elif here and not _is_title(document, paragraph, after):
            yield from _dated(document, paragraph, here)
            if heading is not None and not all(_within(one, heading) for one in here):
                heading = None
        elif heading is not None and not here:
            spans = sentence_spans(document.text, paragraph.start, paragraph.end)
            yield from (_telling(document, span, heading, "heading") for span in spans[:1] if _tells(document, span))


def _carried_on(document: Document, tellings: Sequence[Telling], published: date) -> Iterator[Telling]:
    """The sentences of news that follow one of a single day shortly before the news, and go on telling of it."""
    often = Counter(one.start for one in tellings)
    for one in tellings:
        near = one.days == 1 and 0 < (published - one.begin).days <= NEAR_DAYS
        after = _following(document, one.end) if one.basis == "text" and near and often[one.start] == 1 else None
        if (
            after is None
            or after[0] in often
            or not _tells(document, after)
            or not goes_on(document.text[slice(*after)])
        ):
            continue
        yield replace(one, start=after[0], end=after[1], basis="preceding")


def _following(document: Document, end: int) -> tuple[int, int] | None:
    """The first sentence after a place, of the same paragraph or the next."""
    paragraph = next((one for one in document.paragraphs if one.end > end), None)
    if paragraph is None:
        return None
    spans = sentence_spans(document.text, paragraph.start, paragraph.end)
    return next((span for span in spans if span[0] >= end), None)


def _by_paragraph(document: Document, dated: Sequence[Dated]) -> dict[int, list[Dated]]:
    starts = [paragraph.start for paragraph in document.paragraphs]
    return {number: list(group) for number, group in groupby(dated, lambda one: bisect_right(starts, one[0].start))}


def _dated(document: Document, paragraph: Paragraph, dated: Sequence[Dated]) -> Iterator[Telling]:
    for start, end in sentence_spans(document.text, paragraph.start, paragraph.end):
        inside = _events([one for one in dated if start <= one[0].start < end], document.text)
        said = sum(len(surfaces(one[0].text)) for one in inside)
        if inside and _tells(document, (start, end), said):
            yield from (_telling(document, (start, end), one, "text") for one in _finest(inside))


def _events(dated: Sequence[Dated], text: str) -> list[Dated]:
    """Without "since 2007" beside another date: what has lasted since then is background to what is told."""
    told = [one for one in dated if not text.endswith(("since ", "Since "), 0, one[0].start)]
    return told or list(dated)


def _finest(dated: Sequence[Dated]) -> Iterator[Dated]:
    """Without those of which another is a part ("in 2005, on 3 March"), and each stretch of time once."""
    for at, one in enumerate(dated):
        others = ((place, other) for place, other in enumerate(dated) if place != at and _within(other, one))
        if not any(other[1:] != one[1:] or place < at for place, other in others):
            yield one


def _within(inner: Dated, outer: Dated) -> bool:
    return outer[1] <= inner[1] and inner[2] <= outer[2]


def _is_title(document: Document, paragraph: Paragraph, after: Paragraph | None) -> bool:
    text = document.text[paragraph.start : paragraph.end]
    if after is None or text.endswith(_FULL_STOPS) or len(text.split()) > LONGEST_TITLE:
        return False
    following = document.text[after.start : after.end]
    return len(following) > len(text) and following.endswith(_FULL_STOPS)


def _is_heading(document: Document, paragraph: Paragraph, dated: Sequence[Dated]) -> bool:
    if len(dated) != 1 or paragraph.end - paragraph.start > LONGEST_HEADING:
        return False
    text = document.text[paragraph.start : paragraph.end]
    return len(surfaces(text)) - len(surfaces(dated[0][0].text)) < FEWEST_WORDS


def _tells(document: Document, span: tuple[int, int], said: int = 0) -> bool:
    words = [word for word in surfaces(document.text[slice(*span)]) if not word.isdecimal()]
    return len(words) - said >= FEWEST_WORDS


def _telling(document: Document, span: tuple[int, int], dated: Dated, basis: Basis) -> Telling:
    one, begin, until = dated
    return Telling(document.id, *span, one.edtf or begin.isoformat(), begin, until, basis, one.start)
