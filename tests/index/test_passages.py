import pytest
from hypothesis import HealthCheck, given, settings

from index.document import Document
from index.passages import SIZE, passages
from index.sentences import LONGEST as LONGEST_SENTENCE
from index.sentences import sentence_spans
from tests.index.documents import DOCUMENT, document


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENT)
def test_passages_cover_the_text_in_order(document: Document) -> None:
    last = 0
    for passage in passages(document):
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.start >= last
        assert not document.text[last : passage.start].strip()
        last = passage.end
    assert not document.text[last:].strip()
    ids = [passage.id for passage in passages(document)]
    assert len(ids) == len(set(ids))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENT)
def test_sentences_cover_each_paragraph_in_order(document: Document) -> None:
    for paragraph in document.paragraphs:
        last = paragraph.start
        for start, end in sentence_spans(document.text, paragraph.start, paragraph.end):
            assert last <= start < end <= paragraph.end
            assert end - start <= LONGEST_SENTENCE
            assert not document.text[last:start].strip()
            last = end
        assert not document.text[last : paragraph.end].strip()


def test_short_paragraphs_are_joined() -> None:
    short = document("A heading", *["One sentence of six words here."] * 20)
    cut = passages(short)
    assert all(SIZE.shortest <= len(one.text.split()) <= SIZE.longest for one in cut[:-1])
    assert cut[0].text.startswith("A heading\n\nOne sentence")


def test_a_long_paragraph_is_split_at_sentence_ends() -> None:
    long = document(" ".join(f"Sentence number {at} has exactly seven words." for at in range(100)))
    cut = passages(long)
    assert [one.id for one in cut[:2]] == ["doc#p1", "doc#p1.2"]
    assert all(one.text.startswith("Sentence") and one.text.endswith("words.") for one in cut)
    assert all(len(one.text.split()) <= SIZE.longest for one in cut)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Hashim left. He came back.", ["Mr. Hashim left.", "He came back."]),
        ("Khazali met ‘Hajj Yusif.’ It was the beginning.", ["Khazali met ‘Hajj Yusif.’", "It was the beginning."]),
        ("In the U.S. Army. At 5 p.m. he left.", ["In the U.S. Army.", "At 5 p.m. he left."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_a_sentence_too_long_to_quote_is_cut_between_words() -> None:
    text = " ".join(["word"] * 1000)
    assert all(text[start:end].split() == ["word"] * ((end - start + 1) // 5) for start, end in sentence_spans(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Die Fähre sank am 1. März 2019. Niemand ertrank.", ["Die Fähre sank am 1. März 2019.", "Niemand ertrank."]),
        ("Graz, 3. Oktober 2017. Es regnet.", ["Graz, 3. Oktober 2017.", "Es regnet."]),
        ("Lodě odplula dne 7. Června 1991 do Terstu.", ["Lodě odplula dne 7. Června 1991 do Terstu."]),
        ("He was number 3. Marks were given.", ["He was number 3.", "Marks were given."]),
    ],
)
def test_days_with_a_full_stop_stay_in_their_sentence(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He robbed the bank. Khalid saw it.", ["He robbed the bank.", "Khalid saw it."]),
        ("It lasted a month. Renn (the “miller”) left.", ["It lasted a month.", "Renn (the “miller”) left."]),
        ("They met in York. Ferries sank.", ["They met in York.", "Ferries sank."]),
        ("She called it “a story.” Ott laughed.", ["She called it “a story.”", "Ott laughed."]),
        ("He met Gen. Petraeus of Acme Corp. Monday.", ["He met Gen. Petraeus of Acme Corp. Monday."]),
        ("It is in vol. II, eds. Smith and Jones.", ["It is in vol. II, eds. Smith and Jones."]),
        ("On Mar. Five it closed.", ["On Mar. Five it closed."]),
    ],
)
def test_a_word_is_no_abbreviation_because_a_name_follows(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences
