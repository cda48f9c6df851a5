import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import (
    Actor,
    Bound,
    Compound,
    Either,
    Every,
    Field,
    Near,
    Node,
    Not,
    Note,
    Phrase,
    Prefix,
    Query,
    Span,
    Word,
    parse,
)
from index.search import content_words

_SIGNS = st.sampled_from(
    '" “ ” „ « » ( ) - -- * ~ ~10 : OR or from: to: actor: source: -actor: foo: -( -" )~3 2004 2004-06'
    ' 2004-13 the al-Khazali Asa’ib U.S. 1,000 raid* الحزب OR, http://x.org:80/a a@b.org 10:30 ــ 12" ﷺ'.split()
)
QUERY = st.text() | st.lists(st.tuples(_SIGNS, st.sampled_from(["", " ", " "])), max_size=14).map(
    lambda parts: "".join(sign + space for sign, space in parts)
)

WORDS = [Word("Khazali"), Word("raid")]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Khazali raid", WORDS),
        ('"Hajj Yusif"', [Phrase(("Hajj", "Yusif"))]),
        ("„Hajj Yusif“ “the raid” «raid»", [Phrase(("Hajj", "Yusif")), Phrase(("the", "raid")), Phrase(("raid",))]),
        ("-raid -“Hajj Yusif”", [Not(Word("raid")), Not(Phrase(("Hajj", "Yusif")))]),
        ("-al-Khazali", [Not(Compound(("al", "Khazali")))]),
        ("actor:Daqduq", [Actor(("Daqduq",))]),
        ('ACTOR:"Hajj Yusif", raid', [Actor(("Hajj", "Yusif")), Word("raid")]),
        ("source:karbala-raid-2007", [Field("source", "karbala-raid-2007")]),
        ('publisher:"The  Times" collection:x', [Field("publisher", "The Times"), Field("collection", "x")]),
        ("from:2004 to:2004-06-05.", [Bound("from", "2004"), Bound("to", "2004-06-05")]),
        ("-source:daqduq", [Not(Field("source", "daqduq"))]),
        ("Khazali raid OR attack", [WORDS[0], Either((Word("raid"), Word("attack")))]),
        ('raid OR "an attack" OR -US', [Either((Word("raid"), Phrase(("an", "attack")), Not(Word("US"))))]),
        ("(Khazali raid) OR US-led", [Either((Every((*WORDS,)), Compound(("US", "led"))))]),
        ("(-raid OR x) raid", [Either((Not(Word("raid")), Word("x"))), Word("raid")]),
        ("-(raid OR Khazali)", [Not(Either((Word("raid"), Word("Khazali"))))]),
        ('"raid Karbala"~10', [Near(("raid", "Karbala"), 10)]),
        ("milit* خزع*, al-Khaz*", [Prefix("milit"), Prefix("خزع"), Word("al"), Prefix("Khaz")]),
    ],
)
def test_operators(text: str, nodes: list[Node]) -> None:
    query = parse(text)
    assert list(query.nodes) == nodes
    assert query.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Who is Qais al-Khazali?",
        "Khazali - the leader - was freed",
        "Khazali – the leader — was freed",
        "he said: go",
        "Asa'ib Ahl al-Haq's men, the fighters' cells",
        "Write to press@example.org or look at https://example.org:8080/a-b?c=d",
        "at 10:30 on 2007-01-20",
        "the US- and UK-led force",
        "either this or that, and/or both",
        "Khazali (born in 1974) led it",
        "1) first 2) second :) :-(",
        "C:\\documents\\khazali",
        "mailto:press@example.org",
        "about ~50 men -- at least",
        "قال الخزعلي: نعم",
    ],
)
def test_natural_text_is_left_alone(text: str) -> None:
    query = parse(text)
    assert all(isinstance(node, Word) for node in query.nodes)
    assert query.notes == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Karbala raid', "“Karbala”"),
        ('Karbala raid"', "at the end"),
        ('""', "no word"),
        ("actor: Khazali", "“actor:” has no value"),
        ("from:2004-13", "“2004-13” is no date"),
        ("to:2004-02-30", "“2004-02-30” is no date"),
        ("to:yesterday", "“yesterday” is no date"),
        ("foo:bar", "no field “foo:”"),
        ('foo:"bar baz"', "no field “foo:”"),
        ("OR Khazali", "“OR”"),
        ("Khazali OR", "“OR”"),
        ("Khazali OR OR raid", "“OR”"),
        ("Khazali -", "“-”"),
        ("- Khazali", "“-”"),
        ("Khazali *", "“*”"),
        ("Kha*zali", "“*”"),
        ("actor:Khaz*", "“*”"),
        ('source:"raid"~3', "takes no “~3”"),
        ('"raid Karbala"~', "“~”"),
        ('"raid Karbala"~0', "“~0”"),
        ('"raid"~10', "“~10”"),
        ('"of the"~10', "“of the”"),
        ("raid -the", "“the”"),
        ("the OR raid", "“the”"),
        ("actor:the", "“the”"),
        ("from:2007 to:2004", "lies before"),
    ],
)
def test_what_is_malformed_is_searched_as_words_and_told(text: str, told: str) -> None:
    query = parse(text)
    assert any(told in note for note in query.notes)
    assert all(note.endswith(".") for note in query.notes)
    if ":2" not in text and "actor:K" not in text:
        assert all(isinstance(node, Word) for node in query.nodes)
    assert list(query.terms) == list(parse(str(query)).terms)


def test_a_sentence_a_piece() -> None:
    assert len(parse('foo:bar OR "x raid* * -').notes) == 4


def test_terms_are_those_to_rank_by() -> None:
    query = parse('raid raid OR attack "Hajj Yusif" "cell leader"~3 actor:Daqduq -Tehran source:x from:2004 milit* who')
    assert query.terms == ("raid", "raid", "attack", "hajj", "yusif", "cell", "leader", "daqduq")
    assert parse("who").terms == ("who",)


@given(QUERY)
def test_any_text_is_a_query_that_prints_as_itself(text: str) -> None:
    query = parse(text)
    again = parse(str(query))
    assert again == query
    assert not [note for note in again.notes if "lies before" not in note]


@given(QUERY)
def test_without_an_operator_the_terms_are_those_of_content_words(text: str) -> None:
    query = parse(text)
    if not query.conditions:
        assert list(query.terms) == [word.term for word in content_words(text)]


@given(st.lists(st.sampled_from("raid al-Khazali who the led, (2007) U.S. - ’tis said: 10:30 3.5 é ﷺ".split())))
def test_text_without_operators_has_none(parts: list[str]) -> None:
    query = parse(" ".join(parts))
    assert not query.conditions
    assert list(query.terms) == [word.term for word in content_words(" ".join(parts))]


def test_long_and_deep_texts_are_read_in_time() -> None:
    begin = time.perf_counter()
    for text in (
        "(" * 50_000 + "a OR b" + ")" * 50_000,
        '"' * 50_001,
        "-(" * 50_000,
        "a OR " * 50_000,
        "a:b* " * 50_000,
    ):
        parse(text)
    assert time.perf_counter() - begin < 30


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-02-03", date(2004, 2, 3), date(2004, 2, 3)),
    ],
)
def test_spans(text: str, first: date, last: date) -> None:
    assert Span.of(text) == Span(first, last)


@pytest.mark.parametrize(
    "text", ["", "04", "2004-1", "0000", "2004-13", "2004-02-30", "2004-06-05T10:00", "٢٠٠٤", "2004\n"]
)
def test_no_dates(text: str) -> None:
    assert Span.of(text) is None


def test_notes_are_no_part_of_what_was_understood() -> None:
    assert Query((Word("raid"),), (Note("A note."),)) == Query((Word("raid"),))
