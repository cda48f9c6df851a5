"""The picture of a timeline: events one below the other, and above them where they lie in the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.languages import ENGLISH, Language
from bot.pictures.canvas import Canvas
from bot.pictures.lettering import can_show, is_right_to_left, legible, lines
from bot.pictures.palette import ACCENT, INK, MUTED, PAPER, RULE, WARNING, Colour, mixed
from bot.pictures.picture import Picture, described

MOST_MOMENTS: Final = 20
"""More events than this make a picture that nobody scrolls through."""

_WIDTH: Final = 1200
_MARGIN: Final = 28
_DATES_END: Final = 268
_AXIS: Final = 296
_TEXT: Final = 324
_SIZE: Final = 22
_SMALL: Final = 18
_LINE: Final = 29
_MOST_LINES: Final = 3
_LANE: Final = 15
_MOST_LANES: Final = 5
_WEEK, _MONTH, _YEAR = 7, 31, 366


@dataclass(frozen=True, slots=True)
class Moment:
    """An event of the timeline.

    Attributes:
        when: When it was, in words.
        begin: The first day of it.
        until: The last day of it.
        quote: The sentence that tells it.
        source: Its footnote: number and source.
        remark: What is to be said besides, such as another date that another source gives.
    """

    when: str
    begin: date
    until: date
    quote: str
    source: str
    remark: str = ""

    @property
    def colour(self) -> Colour:
        """The paler, the less precisely it is known when it was."""
        days = (self.until - self.begin).days + 1
        return mixed(ACCENT, PAPER, 1.0 if days <= 1 else 0.8 if days <= _MONTH else 0.6 if days <= _YEAR else 0.4)


@dataclass(frozen=True, slots=True)
class _Row:
    moment: Moment
    when: list[str]
    quote: list[str]

    @property
    def height(self) -> int:
        words = len(self.quote) * _LINE + 26 + (26 if self.moment.remark else 0)
        return max(words, len(self.when) * _LINE) + 20


def timeline(moments: Sequence[Moment], title: str, note: str = "", language: Language = ENGLISH) -> Picture:
    """Draws up to MOST_MOMENTS events.

    Args:
        moments: In order of time; at least one.
        title: What stands above.
        note: What is said below the title: what was left out, and how to see it.
        language: What the picture's own words are in.
    """
    rows = [_row(moment) for moment in moments]
    head, lanes = (92 if note else 62), _lanes(moments)
    # Where there is only one stretch of time, years beside it show nothing.
    compares = len({(moment.begin, moment.until) for moment in moments}) > 1
    top = head + (_LANE * (max(lanes) + 1) + 62 if compares else 16)
    canvas = Canvas(_WIDTH, top + sum(row.height for row in rows) + 16)
    room = _WIDTH - 2 * _MARGIN
    canvas.text((_MARGIN, 46), lines(legible(title), 30, room, 1, bold=True)[0], 30, INK, bold=True)
    if note:
        canvas.text((_MARGIN, 76), lines(note, 20, room, 1)[0], 20, MUTED)
    if compares:
        _draw_years(canvas, moments, lanes, head, language)
    canvas.line([(_AXIS, top), (_AXIS, canvas.height - 30)], 3, RULE)
    for row in rows:
        _draw_row(canvas, row, top)
        top += row.height
    alt = _alt(moments, title, note, language)
    return Picture(canvas.png(alt), alt)


def _row(moment: Moment) -> _Row:
    shown = f"“{' '.join(moment.quote.split())}”"
    quote = lines(shown, _SIZE, _WIDTH - _MARGIN - _TEXT, _MOST_LINES) if can_show(shown) else []
    return _Row(moment, lines(moment.when, _SIZE, _DATES_END - _MARGIN, 2, bold=True), quote)


def _draw_row(canvas: Canvas, row: _Row, top: float) -> None:
    y = top + _SIZE
    canvas.mark("disc", (_AXIS, y - 8), 8, row.moment.colour)
    for at, line in enumerate(row.when):
        canvas.text((_DATES_END, y + at * _LINE), line, _SIZE, INK, bold=True, anchor="rs")
    leftward = is_right_to_left(row.moment.quote)
    for line in row.quote:
        x = _WIDTH - _MARGIN if leftward else _TEXT
        canvas.text((x, y), line, _SIZE, INK, anchor="rs" if leftward else "ls")
        y += _LINE
    room = _WIDTH - _MARGIN - _TEXT
    for words, colour in ((row.moment.source, MUTED), (row.moment.remark, WARNING)):
        for line in lines(legible(words), _SMALL, room, 1) if words else ():
            canvas.text((_TEXT, y), line, _SMALL, colour)
            y += 26


def _lanes(moments: Sequence[Moment]) -> list[int]:
    """On which lane each event lies among the years, so that as few as possible hide one another."""
    ends: list[int] = []
    lanes = []
    gap = max(1, _extent(moments)[1] // 70)
    for moment in moments:
        begin = moment.begin.toordinal()
        free = next((lane for lane, end in enumerate(ends) if end + gap < begin), len(ends))
        lane = min(free, _MOST_LANES - 1)
        ends[lane : lane + 1] = [moment.until.toordinal()]
        lanes.append(lane)
    return lanes


def _extent(moments: Sequence[Moment]) -> tuple[int, int]:
    """The first day, and how many days from it to the last; at least a week, so that a single day has a place."""
    first = min(moment.begin.toordinal() for moment in moments)
    return first, max(_WEEK, max(moment.until.toordinal() for moment in moments) - first)


def _draw_years(
    canvas: Canvas, moments: Sequence[Moment], lanes: Sequence[int], top: float, language: Language
) -> None:
    first, days = _extent(moments)
    bottom = top + _LANE * (max(lanes) + 1) + 10

    def across(day: float) -> float:
        return _MARGIN + 14 + (day - first) / days * (_WIDTH - 2 * _MARGIN - 28)

    canvas.line([(_MARGIN, bottom), (_WIDTH - _MARGIN, bottom)], 2, RULE)
    for tick, label in _ticks(first, days, language):
        canvas.line([(across(tick), top + 2), (across(tick), bottom + 5)], 1.5, RULE)
        canvas.text((across(tick), bottom + 24), label, _SMALL, MUTED, anchor="ms")
    for moment, lane in sorted(zip(moments, lanes, strict=True), key=lambda one: one[0].begin, reverse=True):
        y = bottom - 10 - lane * _LANE
        begin, until = across(moment.begin.toordinal()), across(moment.until.toordinal())
        canvas.bar((begin, y), (max(begin, until), y), 10, moment.colour)


def _ticks(first: int, days: int, language: Language) -> list[tuple[int, str]]:
    """At most some twelve ticks at round years; months where all lies within two years, days within two months."""
    low, high = date.fromordinal(first), date.fromordinal(first + days)
    if days <= 2 * _MONTH:
        step = 1 if days <= 2 * _WEEK else _WEEK
        return [
            (at, f"{language.digits(str(on.day))} {language.short_month(on)}")
            for at in range(first, first + days + 1, step)
            for on in [date.fromordinal(at)]
        ]
    if days <= 2 * _YEAR:
        months = range(low.year * 12 + low.month, high.year * 12 + high.month)
        step = next(one for one in (1, 2, 3, 6) if len(months) <= 12 * one)
        starts = [date(month // 12, month % 12 + 1, 1) for month in months if month % 12 % step == 0]
        return [
            (
                one.toordinal(),
                f"{language.short_month(one)} {language.digits(str(one.year))}"
                if len(starts) < 9 or step > 2
                else language.short_month(one),
            )
            for one in starts
        ]
    step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (high.year - low.year) <= 12 * one)
    return [
        (date(year, 1, 1).toordinal(), language.digits(str(year)))
        for year in range(low.year + 1, high.year + 1)
        if year % step == 0
    ]


def _alt(moments: Sequence[Moment], title: str, note: str, language: Language) -> str:
    told = [f"{moment.when}: {moment.quote}" for moment in moments]
    count = language.plural(len(moments), "{n} event.", "{n} events.")
    return described([f"{title}.", *([note] if note else []), count, *told], language)
