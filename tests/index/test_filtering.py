"""What is admitted is what a slow evaluator, which reads every passage from the start, admits."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.document import Document
from index.filtering import EXPANSIONS, Filtering
from index.passages import Size
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
    Phrase,
    Prefix,
    Query,
    Word,
    parse,
)
from index.query.tree import either, every, searchable
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources
from index.words import fold, term, words

_EACH_PARAGRAPH = Size(0, 1000)


def _document(id: str, *paragraphs: str, **record: str | None) -> Document:
    return Document.of_blocks(id, f"{id}.txt", Record(**record), [Block(one) for one in paragraphs], None)


DOCUMENTS = (
    _document(
        "karbala-raid",
        "The raids on Karbala were led by Qais al-Khazali. Hajj Yusif was there.",
        "Khazali’s men raided KARBALA; to be or not to be.",
        title="The Karbala raid of 2007",
        publisher="The Times",
        date="2007-01",
    ),
    _document("daqduq", "Ali Musa Daqduq met Hajj al-Yusif in Tehran.", "The U.S. captured Daqduq.", date="2012-11-16"),
    _document(
        "undated", "The Shi`a militia and its militiamen raid nobody.", title="Daqduq’s recruits", collection="a"
    ),
    _document(
        "vague", "Mūsā and Asaʾib Ahl al-Haq: militias.", "حزب الله والخزعلي", date="2010", publisher="Daily Times"
    ),
    _document("empty"),
)
SOURCES = Sources.of(DOCUMENTS, _EACH_PARAGRAPH)
FILTERING = Filtering(SOURCES)


def admitted(text: str) -> list[str]:
    mask = FILTERING.admit(parse(text)).mask
    return [passage.id for passage, is_in in zip(SOURCES.passages, mask, strict=True) if is_in]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"Hajj Yusif"', ["karbala-raid#p1"]),
        ('"the raids"', ["karbala-raid#p1"]),
        ('"the raid"', []),
        ('"karbala raid"', []),  # in a title only
        ('"musa"', ["daqduq#p1", "vague#p1"]),
        ("“Asa’ib ahl al haq”", ["vague#p1"]),
        ('"to be or not to be"', ["karbala-raid#p2"]),
        ('"khazali men"', ["karbala-raid#p2"]),
        ('"حزب الله"', ["vague#p2"]),
        ("actor:Khazali", ["karbala-raid#p1", "karbala-raid#p2"]),
        ('actor:"Hajj Yusif"', ["karbala-raid#p1", "daqduq#p1"]),
        ("actor:al-Yusif", ["karbala-raid#p1", "daqduq#p1"]),
        ("raid -Khazali", ["undated#p1"]),
        ('raid -"to be"', ["karbala-raid#p1", "undated#p1"]),
        ("source:daqduq", ["daqduq#p1", "daqduq#p2"]),
        ("source:recruit", ["undated#p1"]),
        ("source:Karbala", ["karbala-raid#p1", "karbala-raid#p2"]),
        ("publisher:times -source:vague", ["karbala-raid#p1", "karbala-raid#p2"]),
        ("collection:a", ["undated#p1"]),
        ("from:2010-06 to:2011", ["vague#p1", "vague#p2"]),
        ("from:2007-01-31 to:2007", ["karbala-raid#p1", "karbala-raid#p2"]),
        ("from:2012-11-17", []),
        ("-from:2011", ["karbala-raid#p1", "karbala-raid#p2", "vague#p1", "vague#p2"]),
        ("Tehran OR militia", ["daqduq#p1", "undated#p1", "vague#p1"]),
        ("(Hajj Tehran) OR US", ["daqduq#p1", "daqduq#p2"]),
        ('"Khazali led"~4', ["karbala-raid#p1"]),
        ('"Khazali led"~3', []),
        ('"Karbala raid"~2', ["karbala-raid#p1", "karbala-raid#p2"]),
        ('"Karbala Yusif"~4', []),
        ("milit*", ["undated#p1", "vague#p1"]),
        ("والخز*", ["vague#p2"]),
        ("daqduq tehran", ["daqduq#p1", "daqduq#p2", "undated#p1"]),
        ("tehran source:undated", []),
        ("the", []),
        ("the source:undated", ["undated#p1"]),
        ("source:undated OR tehran", ["daqduq#p1", "undated#p1"]),
    ],
)
def test_admits(query: str, ids: list[str]) -> None:
    assert admitted(query) == ids


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("from:2004", "Left out for having no date: 1 of the documents."),
        ("militia from:2004", "Left out for having no date: 1 of the documents."),
        ("-to:2004", "Left out for having no date: 1 of the documents."),
        ("source:nowhere", "No document has “nowhere” in its id or title."),
        ("-publisher:nobody", "No document has “nobody” as its publisher."),
        ("zzz*", "No word of the sources begins with “zzz”."),
    ],
)
def test_notes(query: str, note: str) -> None:
    assert FILTERING.admit(parse(query)).notes == (note,)


@pytest.mark.parametrize("query", ["Tehran from:2004", "source:daqduq from:2004", "from:2004 OR militia", "militia"])
def test_an_undated_document_that_is_no_hit_anyway_is_not_counted(query: str) -> None:
    assert FILTERING.admit(parse(query)).notes == ()


def test_terms_to_rank_by() -> None:
    assert FILTERING.admit(parse("raid milit* -Tehran")).terms == ("raid", "militia", "militiaman")[:2] + tuple(
        FILTERING.expand("milit")[1:]
    )
    assert FILTERING.admit(parse("source:daqduq")).terms == ()


def test_a_prefix_of_many_words_is_ranked_by_the_commonest_and_says_so() -> None:
    text = " ".join(f"x{at:04}q" for at in range(200)) + " x0150q" * 3
    filtering = Filtering(Sources.of([_document("a", text, "x0001q", "y")], _EACH_PARAGRAPH))
    found = filtering.admit(parse("x*"))
    assert len(found.terms) == EXPANSIONS
    assert found.terms[:2] == ("x0150q", "x0001q")
    assert "stands for 200 words" in found.notes[0]
    assert found.mask.tolist() == [True, True, False]
    assert filtering.admit(parse("-x*")).mask.tolist() == [False, False, True]


@pytest.mark.parametrize(
    "query", ["", "raid", '"a raid"', "from:2004", "-raid", "source:x OR y*", '"a b"~3', "actor:x"]
)
def test_no_sources(query: str) -> None:
    assert Filtering(Sources.of([])).admit(parse(query)).mask.tolist() == []
    assert not Filtering(Sources.of([_document("empty")])).admit(parse(query)).mask.any()


@pytest.mark.parametrize(
    ("query", "count"),
    [('"hajj yusif"', 1), ('"hajj yusif" actor:Daqduq', 2), ('-"hajj yusif"', 0), ('"Daqduq yusif"~4', 1), ("Hajj", 0)],
)
def test_matched(query: str, count: int) -> None:
    assert FILTERING.matched(parse(query), "Daqduq knew of Hajj Yusif.") == count


# The slow evaluator: passage by passage, word by word; None where a date is unknown.


def _key(surface: str) -> str:
    return term(surface) or f"stop word {fold(surface)}"


def _runs(sequence: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(list(sequence[at : at + len(wanted)]) == list(wanted) for at in range(len(sequence)))


def _nameable(surfaces: Sequence[str]) -> list[str]:
    return [_key(one) for one in surfaces if fold(one) not in ("al", "el")]


def _record_words(text: str | None) -> str:
    return "".join(f" {fold(word.text)}" for word in words(text or ""))


def _has_field(node: Field, document: Document, documents: Sequence[Document]) -> bool:
    value = _record_words(node.value)
    if node.name != "source":
        return value in _record_words(getattr(document.record, node.name))
    if any(one.id == node.value for one in documents):
        return document.id == node.value
    return value in _record_words(document.id) or value in _record_words(document.title)


def _is_dated(node: Bound, written: str | None) -> bool | None:
    if written is None:
        return None
    if node.name == "from":
        return (written + "-99-99")[:10] >= (node.date + "-01-01")[:10]
    return (written + "-01-01")[:10] <= (node.date + "-99-99")[:10]


def _holds(node: Node, at: int, sources: Sources) -> bool | None:
    passage = sources.passages[at]
    document = sources.document(passage.document)
    assert document is not None
    match node:
        case Not(inner):
            inside = _holds(inner, at, sources)
            return None if inside is None else not inside
        case Either(nodes):
            verdicts = [_holds(one, at, sources) for one in nodes]
            return True if True in verdicts else None if None in verdicts else False
        case Every(nodes):
            verdicts = [_holds(one, at, sources) for one in nodes]
            return False if False in verdicts else None if None in verdicts else True
        case Field():
            return _has_field(node, document, sources.documents)
        case Bound():
            return _is_dated(node, document.record.date)
        case _:
            surfaces = [word.text for word in words(passage.text) if fold(word.text)]
            return _stands(node, surfaces, sources.terms[at], sources)


def _stands(
    node: Word | Prefix | Phrase | Near | Compound | Actor,
    surfaces: Sequence[str],
    terms: Sequence[str],
    sources: Sources,
) -> bool:
    match node:
        case Word(text):
            return term(text) is None or term(text) in terms
        case Prefix(text):
            known = {term(word) for word in sources.surfaces.values() if fold(word).startswith(fold(text))}
            return any(one in known for one in terms)
        case Phrase(inside):
            return _runs([fold(one) for one in surfaces], [fold(one) for one in inside])
        case Compound(inside) | Actor(inside):
            return _runs(_nameable(surfaces), _nameable(inside))
        case Near(inside, distance):
            wanted = Counter(map(_key, inside))
            keys = [_key(one) for one in surfaces]
            return any(wanted <= Counter(keys[begin : begin + distance + 1]) for begin in range(len(keys)))


def _admits(query: Query, at: int, sources: Sources) -> bool:
    if any(_holds(node, at, sources) is not True for node in query.conditions):
        return False
    if not query.bare:
        return bool(query.conditions)
    return any(one in query.bare for one in sources.terms[at])


_VOCABULARY = (
    "raid raids Karbala the al el Khazali Khazali’s to be als Mūsā musa U.S. us led leads الله ﷺ ــ 1,000".split()
)
_SURFACE = st.sampled_from([one for one in _VOCABULARY if words(one) and fold(words(one)[0].text)])
_SURFACES = st.lists(_SURFACE, min_size=1, max_size=3).map(tuple)
_PARAGRAPH = st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=12).map(" ".join)
_DATE = st.sampled_from(["2004", "2004-06", "2004-06-05", "2005-01", "2003-12-31"])
_DOCUMENT = st.builds(
    lambda paragraphs, title, publisher, date: (paragraphs, title, publisher, date),
    st.lists(_PARAGRAPH, max_size=4),
    st.none() | _PARAGRAPH,
    st.none() | st.sampled_from(["The Times", "Musa"]),
    st.none() | _DATE,
)
_CORPUS = st.lists(_DOCUMENT, max_size=4).map(
    lambda drafts: Sources.of(
        [
            _document(f"d{at}", *paragraphs, title=title, publisher=publisher, date=date)
            for at, (paragraphs, title, publisher, date) in enumerate(drafts)
        ],
        _EACH_PARAGRAPH,
    )
)
_LEAF: st.SearchStrategy[Node] = st.one_of(
    _SURFACE.filter(lambda one: term(one) is not None).map(Word),
    st.sampled_from(["rai", "Khaz", "u", "الل", "zz"]).map(Prefix),
    _SURFACES.map(Phrase),
    st.builds(Near, st.lists(_SURFACE, min_size=2, max_size=3).map(tuple), st.integers(1, 6)),
    st.lists(_SURFACE, min_size=2, max_size=3).map(tuple).map(Compound),
    _SURFACES.map(Actor),
    st.builds(Field, st.just("source"), st.sampled_from(["d0", "d1", "d9", "raid", "the Karb"])),
    st.builds(Field, st.just("publisher"), st.sampled_from(["times", "mus"])),
    st.builds(Bound, st.sampled_from(["from", "to"]), _DATE),
).filter(lambda node: searchable(node) is not None)
_NODE = st.recursive(
    _LEAF,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(either),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: Not(every(nodes))),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: either([every(nodes), Word("led")])),
    ),
    max_leaves=6,
)
_QUERY = st.lists(_NODE.filter(lambda node: not isinstance(node, Compound | Every)), max_size=4).map(
    lambda nodes: Query(tuple(nodes))
)


@given(_CORPUS, _QUERY)
@example(
    Sources.of([_document("d0", "Karbala")], _EACH_PARAGRAPH),
    Query((Word("raid"), Either((Word("raid"), Word("Karbala"))))),
)
@example(Sources.of([_document("d0", "raid")], _EACH_PARAGRAPH), Query((Actor(("raid", "to")),)))
def test_admits_what_the_slow_evaluator_admits(sources: Sources, query: Query) -> None:
    mask = Filtering(sources).admit(query).mask
    assert mask.tolist() == [_admits(query, at, sources) for at in range(len(sources.passages))]


@given(_QUERY)
def test_any_query_prints_as_itself(query: Query) -> None:
    assert parse(str(query)) == query


@given(_CORPUS, _SURFACES)
def test_what_a_phrase_admits_has_its_words_in_sequence(sources: Sources, inside: tuple[str, ...]) -> None:
    mask = Filtering(sources).admit(Query((Phrase(inside),))).mask
    for passage, is_in in zip(sources.passages, mask, strict=True):
        there = [fold(word.text) for word in words(passage.text)]
        assert is_in == _runs([one for one in there if one], [fold(one) for one in inside])


@given(_CORPUS, _SURFACE)
def test_what_is_excluded_is_never_admitted(sources: Sources, surface: str) -> None:
    query = parse(f"-{surface}")
    mask = Filtering(sources).admit(query).mask
    if query.notes:
        assert term(surface) is None
        return
    for passage, is_in in zip(sources.passages, mask, strict=True):
        assert not (is_in and term(surface) in {word.term for word in words(passage.text)})
