"""The Islamic and the Iranian calendar against days that history books give in both."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import hijri, jalali


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1285, 5, 14), date(1906, 8, 6)),
        ((1332, 5, 28), date(1953, 8, 19)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1359, 6, 31), date(1980, 9, 22)),
        ((1368, 3, 14), date(1989, 6, 4)),
        ((1388, 3, 22), date(2009, 6, 12)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
    ],
)
def test_days_of_the_iranian_calendar(day: tuple[int, int, int], expected: date) -> None:
    assert jalali.day(*day) == expected


@given(st.integers(1206, 1495))
def test_iranian_months_follow_one_another_and_the_year_begins_with_spring(year: int) -> None:
    months = [jalali.stretch(year, month) for month in range(1, 13)]
    days = [(one.begin, one.end) for one in months if one is not None and one.begin is not None and one.end is not None]
    assert len(days) == 12
    assert [(end - begin).days + 1 for begin, end in days[:11]] == [31] * 6 + [30] * 5
    assert all(end + timedelta(days=1) == begin for (_, end), (begin, _) in itertools.pairwise(days))
    assert days[0][0] in (date(year + 621, 3, 20), date(year + 621, 3, 21), date(year + 621, 3, 22))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1, 1, 1), date(622, 7, 19)),
        ((61, 1, 10), date(680, 10, 13)),
        ((1400, 1, 1), date(1979, 11, 20)),
        ((1425, 1, 10), date(2004, 3, 2)),
        ((1428, 9, 1), date(2007, 9, 13)),
        ((1445, 9, 1), date(2024, 3, 11)),
    ],
)
def test_days_of_the_islamic_calendar_to_the_day_or_so(day: tuple[int, int, int], expected: date) -> None:
    found = hijri.stretch(*day)
    assert found is not None
    assert found.begin is not None
    assert found.end is not None
    assert found.begin <= expected <= found.end


@given(st.integers(1, 2000), st.integers(1, 12))
def test_islamic_months_follow_one_another(year: int, month: int) -> None:
    first, after = hijri.day(year, month, 1), hijri.day(year + month // 12, month % 12 + 1, 1)
    assert first is not None
    assert after is not None
    assert (after - first).days in (29, 30)
    assert abs(hijri.year_at(first) - year) <= 1


def test_there_is_no_day_off_the_calendars() -> None:
    assert jalali.stretch(1100) is None
    assert hijri.stretch(9999) is None
    assert hijri.stretch(0, 1, 1) is None
