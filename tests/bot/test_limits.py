"""The time a question asks about."""

from datetime import date

import pytest

from bot.question.limits import Limits, event_in, limits_in

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("what happened in 2005?", date(2005, 1, 1), date(2005, 12, 31)),
        ("who was captured before March 2007", None, date(2007, 2, 28)),
        ("what has he done since 2010", date(2010, 1, 1), None),
        ("where did he go last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("what happened between 2003 and 2005", date(2003, 1, 1), date(2005, 12, 31)),
        ("who leads the brigade", None, None),
    ],
)
def test_limits(text: str, since: date | None, until: date | None) -> None:
    assert limits_in(text, TODAY) == Limits(since, until)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did she do before the fire?", "the fire"),
        ("what has happened since his release", "his release"),
        ("What happened before 2007?", None),
        ("Who came?", None),
    ],
)
def test_events_that_date(text: str, words: str | None) -> None:
    event = event_in(text)
    assert (None if event is None else event.words) == words


@pytest.mark.parametrize(
    ("sentence", "fits"), [("In 2006 it broke.", 1.0), ("In 2011 it rose.", 0.0), ("It fell.", None)]
)
def test_years_within(sentence: str, fits: float | None) -> None:
    assert Limits(date(2005, 5, 1), date(2007, 1, 1)).fit(sentence) == fits
