import importlib
import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dates import TimeExpression, find
from index.dates.calendar import Grain, part, year
from index.dates.lexicon import CLASSES

ONE = (
    r"(?:-?\d{4}|\d{3}X|\d\dXX|XXXX|-?\d{4}-(?:0[1-9]|1[0-2]|2[1-4]|XX)|XXXX-(?:0[1-9]|1[0-2]|XX)"
    r"|-?\d{4}-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12]\d|3[01]|XX)|XXXX-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12]\d|3[01]|XX))[~?]?"
)
CLOCK = r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?"
LEVEL_1 = re.compile(rf"{CLOCK}|{ONE}|(?:{ONE}|\.\.)/(?:{ONE}|\.\.)", re.ASCII)
"""The forms of EDTF that are written here, for where the edtf package, which knows them all, is not installed."""

WRITTEN = st.one_of(
    st.none(),
    st.text(max_size=10),
    st.dates().map(str),
    st.dates().map(lambda one: str(one)[:7]),
    st.sampled_from(["1", "0001", "9999", "9999-12-31", "0001-01-01", "2007-02-30"]),
)
PIECES = [
    *sorted(CLASSES),
    *", . / - – ' ’ ( ) $ % ; \n\n 1 5 12 31 1984 2007 1,984 20-21 3/4/2007 20.1.07 2004-05 9999 0001".split(" "),
    *"January May March Monday Q3 1990s '80s 10:30 5pm 2007-01-20 2007-13-45 2007-01-20T25:61:00Z 3rd Unit was".split(),
    *("29 February", "31 April 2007", "999999999", "100000000 years ago"),
]
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


def check(text: str, found: list[TimeExpression]) -> None:
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text == one.text.strip()
        last = one.end
        if one.begin is not None and one.end_date is not None:
            assert one.begin <= one.end_date
        assert one.edtf is None or LEVEL_1.fullmatch(one.edtf), one.edtf
        assert one.edtf is not None or one.kind in ("duration", "set", "vague"), one
        assert one.duration is None or re.fullmatch(r"PT?(?:\d+(?:\.\d+)?|\d*X\d*)[SMHDWY]", one.duration), one.duration


@given(st.text(), WRITTEN)
def test_any_text_keeps_the_promises(text: str, written: str | None) -> None:
    check(text, find(text, written=written))


@settings(max_examples=600)
@given(SENTENCES, WRITTEN)
def test_any_words_of_time_keep_the_promises(text: str, written: str | None) -> None:
    check(text, find(text, written=written))


@settings(max_examples=150)
@given(SENTENCES, WRITTEN)
def test_the_edtf_package_reads_what_is_written(text: str, written: str | None) -> None:
    edtf = pytest.importorskip("edtf", reason="the edtf package is not installed; the forms are checked without it")
    parser = importlib.import_module("edtf.parser.edtf_exceptions")
    for one in find(text, written=written):
        if one.edtf is not None:
            try:
                edtf.parse_edtf(one.edtf)
            except parser.EDTFParseException as wrong:
                pytest.fail(f"{one.text!r} became {one.edtf!r}: {wrong}")


@pytest.mark.parametrize(
    "text",
    [
        "Unit 2800",
        "Route 1984 and Flight 2003",
        "Section 40 of Law 1990",
        "1,984 people and 2003 soldiers",
        "In all, 2003 soldiers and 1950 tonnes",
        "version 2.0.2007 and release 1.2.2003",
        "call 555-2003 or +1 202 555 1984",
        "$1999, € 2000 and 2005 dollars",
        "they won 3-2, then 21-20",
        "Theresa May and August Wilson may march",
        "The sun sat on the sea",
        "a second opinion on a minute detail",
        "a 56-year-old, aged 44, ten years old, five years of age",
        "the Sunday Times on the Fall of Rome",
        "he fell in the fall of the house; spring into action",
        "June Carter and April O'Neil",
        "Isaiah 3:16",
        "Windows 2000 and room 1999",
    ],
)
def test_no_dates(text: str) -> None:
    assert find(text, written="2019-05-30") == []


@pytest.mark.parametrize(
    ("text", "written", "begin", "end"),
    [
        ("late 2003", None, date(2003, 9, 1), date(2003, 12, 31)),
        ("in the winter of 2004", None, date(2004, 12, 1), date(2005, 2, 28)),
        ("In May 2007.", None, date(2007, 5, 1), date(2007, 5, 31)),
        ("the 1990s", None, date(1990, 1, 1), date(1999, 12, 31)),
        ("the 19th century", None, date(1800, 1, 1), date(1899, 12, 31)),
        ("last week", "2019-05-30", date(2019, 5, 20), date(2019, 5, 26)),
        ("yesterday", "2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("yesterday", None, None, None),
        ("in 44 BC", None, None, None),
        ("3/4/2007", None, date(2007, 3, 4), date(2007, 4, 3)),
        ("recently", "2019-05-30", None, date(2019, 5, 30)),
        ("five days", "2019-05-30", None, None),
        ("in the past three years", "2019-05-30", date(2016, 1, 1), date(2019, 12, 31)),
    ],
)
def test_begin_and_end(text: str, written: str | None, begin: date | None, end: date | None) -> None:
    (found,) = find(text, written=written)
    assert (found.begin, found.end_date) == (begin, end)


def test_a_date_alone_on_a_line_dates_the_text() -> None:
    assert [one.edtf for one in find("Dam falls\nJune 18, 2014\nIt fell yesterday.", written=None)] == [
        "2014-06-18",
        "2014-06-17",
    ]


def test_dates_in_digits_follow_the_evidence_of_the_text() -> None:
    assert [one.edtf for one in find("25/12/2007, then 3/4/2007", written=None)][1] == "2007-04-03"
    assert [one.edtf for one in find("12/25/2007, then 3/4/2007", written=None)][1] == "2007-03-04"
    assert [one.edtf for one in find("On 5 May 2007 and on 3/4/2007", written=None)][1] == "2007-04-03"


def test_a_named_month_is_not_the_month_of_writing() -> None:
    found = find("last May, this March, next January, last June and IN MARCH 1961", written="1963-06-10")
    assert [one.edtf for one in found] == ["1963-05", "1963-03", "1964-01", "1962-06", "1961-03"]


def test_in_capitals_a_verb_is_no_month() -> None:
    assert find("THIS MAY BE ONLY REALISM; THEY MARCH ON", written="1963-06-10") == []


def test_a_weekday_that_is_not_the_dates_is_another_date() -> None:
    found = find("closed until Friday\nSeptember 18 , 2008\nThe market", written="2008-09-18")
    assert [(one.text, one.edtf) for one in found] == [("Friday", "2008-09-19"), ("September 18 , 2008", "2008-09-18")]


def test_each_entry_of_a_diary_and_each_letter_is_reckoned_from_its_own_day() -> None:
    text = (
        "Aden, 12 November 2005\n\nDear Mina, he came the day before yesterday, and sails on Monday next.\n\n"
        "Friday 3 February 2006\n\nRain. On Saturday they had offered fifteen.\n\n"
        "Monday 6 February\n\nHe answered yesterday.\n\n"
        "> From: Debora\n> Date: Thu, 9 Mar 2006 18:12\n>\n> I rang this morning; he will be here on Tuesday.\n"
    )
    assert [(one.text, one.edtf) for one in find(text, written=None)] == [
        ("12 November 2005", "2005-11-12"),
        ("the day before yesterday", "2005-11-10"),
        ("Monday next", "2005-11-14"),
        ("Friday 3 February 2006", "2006-02-03"),
        ("Saturday", "2006-01-28"),
        ("Monday 6 February", "2006-02-06"),
        ("yesterday", "2006-02-05"),
        ("Thu, 9 Mar 2006", "2006-03-09"),
        ("this morning", "2006-03-09"),
        ("Tuesday", "2006-03-14"),
    ]


def test_the_days_of_a_units_diary() -> None:
    text = (
        "14 June 1944. Landed at 0725 hrs, moved inland by noon.\n15 June. Rain. At 0430 we took the mill; it was"
        " lost at dusk and retaken the following morning.\n17 June. Relieved at 2100 hours. On the 22nd the Colonel"
        " inspected; two days later he was dead. On the night of 25/26 June we crossed."
    )
    assert [one.edtf for one in find(text, written=None)] == [
        "1944-06-14",
        "1944-06-14T07:25:00",
        "1944-06-14T12:00:00",
        "1944-06-15",
        "1944-06-15T04:30:00",
        "1944-06-15",
        "1944-06-16",
        "1944-06-17",
        "1944-06-17T21:00:00",
        "1944-06-22",
        "1944-06-24",
        "1944-06-25/1944-06-26",
    ]


def test_times_of_a_night_follow_one_another_past_midnight() -> None:
    text = (
        "Report of 17 November 2023\n\nAt 22:40 on Saturday 11 November he came on duty. At 23:15 he walked his round."
        " At 00:52 a door was opened; at 01:31 a van left."
    )
    assert [one.edtf for one in find(text, written="2023-11-17")][1:] == [
        "2023-11-11T22:40:00",
        "2023-11-11",
        "2023-11-11T23:15:00",
        "2023-11-12T00:52:00",
        "2023-11-12T01:31:00",
    ]


def test_letters_from_places_of_several_words_are_reckoned_from_their_days() -> None:
    text = "Camp Lisac, 9 May 1994\n\nWe came yesterday.\n\nHospital at Varna, 3 July 1994\n\nOn Tuesday it rained."
    assert [one.edtf for one in find(text, written="2004-11-11")] == [
        "1994-05-09",
        "1994-05-08",
        "1994-07-03",
        "1994-06-28",
    ]


def test_a_day_told_in_full_says_the_year_of_those_after_it() -> None:
    text = (
        "Today the report is out. She was arrested on 6 March 2019 and freed on 13 April. Another, who was held on 18"
        " March 2018, died on 9 November. The trial is expected in the autumn."
    )
    found = [one.edtf for one in find(text, written="2020-05-15")]
    assert found[1:] == ["2019-03-06", "2019-04-13", "2018-03-18", "2018-11-09", "2020-23"]


def test_what_is_said_in_passing_does_not_move_the_story() -> None:
    text = (
        "On 6 February 2024 they met. The road must be done before June, said Aho, a man who worked at the port until"
        " 2018. He was fined on 20 February, went to Oslo in April, and had been there the year before. In May he died."
    )
    assert [one.edtf for one in find(text, written=None)] == [
        "2024-02-06",
        "2024-06",
        "2018",
        "2024-02-20",
        "2024-04",
        "2023",
        "2024-05",
    ]


def test_a_date_heads_each_line_of_a_chronology() -> None:
    text = (
        "KESTREL LINE\n1996-98: it is surveyed.\nSpring 1999: it is begun.\n2001 – it is stopped.\n"
        "Autumn: riders strike.\nMarch: they are heard.\nDec. 2007/Jan. 2008: talks with Ilya (b. 1938; d. 2013)."
    )
    assert [(one.text, one.edtf) for one in find(text, written=None)] == [
        ("1996-98", "1996/1998"),
        ("Spring 1999", "1999-21"),
        ("2001", "2001"),
        ("Autumn", "2001-23"),
        ("March", "2002-03"),
        ("Dec. 2007/Jan. 2008", "2007-12/2008-01"),
        ("1938", "1938"),
        ("2013", "2013"),
    ]


def test_early_mid_and_late_cover_a_year_without_overlap() -> None:
    spans = [part(edge, year(2003)) for edge in ("early", "mid", "late")]
    assert [(one.begin, one.end) for one in spans] == [
        (date(2003, 1, 1), date(2003, 4, 30)),
        (date(2003, 5, 1), date(2003, 8, 31)),
        (date(2003, 9, 1), date(2003, 12, 31)),
    ]
    assert all(one.grain > Grain.MONTH for one in spans)


HOSTILE = {
    "digits": "1" * 100,
    "digits and dashes": "20-",
    "digits and colons": "12:",
    "relative": "the day before ",
    "counted": "two days before ",
    "nested": "the end of ",
    "edges": "early and late ",
    "years": "2003, ",
    "ranges": "2003 to ",
    "months": "January and ",
    "names": "May, ",
    "newlines": "\n \n",
    "blanks": "\n" + " " * 99,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    def seconds(size: int) -> float:
        text = HOSTILE[name] * (size // len(HOSTILE[name]))
        begun = time.process_time()
        find(text, written="2009-01-02")
        return time.process_time() - begun

    seconds(1_000)
    # Four times the text: sixteen times the time if it were quadratic; clocks and caches blur small times.
    assert seconds(200_000) < 8 * seconds(50_000) + 0.2


@pytest.mark.parametrize("name", ["digits", "relative"])
def test_hostile_text_of_200000_code_points_is_quick(name: str) -> None:
    text = HOSTILE[name] * (200_000 // len(HOSTILE[name]))
    begun = time.process_time()
    find(text, written="2009-01-02")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("head", "monday"),
    [
        ("Evening bulletin, 18 June 2014", "2014-06-16"),
        ("Published 18 June 2014", "2014-06-16"),
        ("Filed: June 18, 2014", "2014-06-16"),
        ("18 June 2014 (Agence Delta)", "2014-06-16"),
        ("Trieste, 18 June 2014", "2014-06-16"),
        ("Port Said, 18. Juni 2014", "2014-06-16"),
        ("TRIESTE, 18 June 2014 (Delta/Nord) - The quay fell.", "2014-06-16"),
        ("Nobody knew of it on 18 June 2014", "2014-06-23"),
        ("Quay Collapse, 18 June 2014", "2014-06-23"),
        ("Quay Collapse, June 2014", "XXXX-XX-XX"),
        ("It began in 2011", "XXXX-XX-XX"),
        ("Since March 2011 it stood", "XXXX-XX-XX"),
    ],
)
def test_without_a_given_date_the_head_of_a_text_dates_it_or_nothing_does(head: str, monday: str) -> None:
    *_, last = find(f"The quay\n\n{head}\n\nThe last stone of it was laid with care. It fell on Monday.", written=None)
    assert (last.text, last.edtf) == ("Monday", monday)


def test_what_is_reckoned_from_a_scene_carries_it_on() -> None:
    found = find(
        "Published 9 May 2011\n\nOn 3 April 1998 they met. The next day the first crate was paid for in coin.\n\nIt"
        " left in mid-July, and by that winter it was lost; the judge, as he said on Friday, never saw it.",
        written=None,
    )
    assert [(one.text, one.edtf) for one in found][2:] == [
        ("The next day", "1998-04-04"),
        ("mid-July", "1998-07-11~/1998-07-20~"),
        ("that winter", "1998-24"),
        ("Friday", "2011-05-06"),
    ]


def test_a_short_while_after_a_long_one_is_no_more_precise() -> None:
    found = find("He was freed in June 2018. Two days later he left; in 2019, two weeks later, he wrote.", written=None)
    assert [one.edtf for one in found] == ["2018-06", "2018-06", "2019", "2019"]


def test_weeks_are_counted_roughly() -> None:
    found = find("It fell on 9 June 2016. Two weeks later it stood; three days later it fell again.", written=None)
    assert [one.edtf for one in found] == ["2016-06-09", "2016-06-23~", "2016-06-26~"]
