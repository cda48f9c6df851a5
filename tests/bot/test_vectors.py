"""Which words are used alike, and what a sentence is given for it."""

from importlib.resources import as_file, files

import numpy as np
import pytest

from bot.answering.evidence import FIGURES, Candidate
from bot.answering.passages import WHOLE, Reader
from bot.answering.vectors import UNKNOWN, row, vectors
from bot.question.question import read_question
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources


def read(question: str, *texts: str) -> dict[str, Candidate]:
    documents = [Document.of_blocks(f"d{at}", f"d{at}", Record(), [Block(text)], None) for at, text in enumerate(texts)]
    found = Reader(Searcher(Sources.of(documents))).read(read_question(question))[1]
    return {one.text: one for one in found}


def figure(name: str, candidate: Candidate) -> float:
    return candidate.evidence[FIGURES.index(name)]


def likeness(one: str, other: str) -> float:
    given = vectors(np.array([row(one), row(other)]))
    return float(given[0] @ given[1])


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("freed", "released", "painted"), ("prison", "jail", "harvest"), ("doctor", "physician", "tractor"),
        ("ship", "vessel", "opinion"), ("bought", "purchased", "sang"), ("colour", "red", "parliament"),
    ],
)  # fmt: skip
def test_what_is_used_alike_is_nearer(word: str, like: str, unlike: str) -> None:
    assert likeness(word, like) > likeness(word, unlike) + 0.2


def test_case_and_unknown_words() -> None:
    assert row("Prison") == row("prison") != UNKNOWN
    assert row("zzyzxian") == UNKNOWN
    assert not vectors(np.array([UNKNOWN])).any()
    assert vectors(np.zeros(0, np.intp)).shape[0] == 0


def test_each_word_has_a_vector_of_its_own_and_of_length_one() -> None:
    words = files("bot.answering").joinpath("vectors.txt").read_text("utf-8").splitlines()
    with as_file(files("bot.answering").joinpath("vectors.npy")) as path:
        assert len(np.load(path)) == len(words) == len(set(words))
    lengths = np.linalg.norm(vectors(np.arange(0, len(words), 997)), axis=1)
    assert np.allclose(lengths, 1, atol=1e-2)


def test_another_word_for_it_speaks_for_a_sentence() -> None:
    said = read("Which ship vanished?", "The vessel was never seen again.", "The mayor praised the harvest.")
    vessel, harvest = said["The vessel was never seen again."], said["The mayor praised the harvest."]
    for name in ("alike", "alike_cover", "alike_relation", "topic"):
        assert figure(name, vessel) > figure(name, harvest)


def test_a_name_is_like_no_other_name() -> None:
    """Moscow is used as Berlin is, and what happened in the one tells nothing about the other."""
    said = read("Who died in Berlin?", "They met in Moscow.", "Somebody wrote from Berlin.")
    assert figure("alike", said["They met in Moscow."]) < 0.2
    assert figure("alike_cover", said["Somebody wrote from Berlin."]) > figure(
        "alike_cover", said["They met in Moscow."]
    )


def test_what_stands_beside_counts_within_a_passage_alone() -> None:
    said = read("Which ship vanished?", "It was dusk. The vessel was lost. It was dawn.", "It was noon.")
    before, after = (figure(name, said["It was dusk."]) for name in ("alike_before", "alike_after"))
    assert before == 0 < after
    before, after = (figure(name, said["It was dawn."]) for name in ("alike_before", "alike_after"))
    assert after == 0 < before
    assert figure("alike_before", said["It was noon."]) == figure("alike_after", said["It was noon."]) == 0


def test_the_kind_of_thing_asked_for_is_told_by_its_kind() -> None:
    said = read("What colour was the coat?", "The coat was red.", "The coat was sold.")
    assert figure("kin_of_head", said["The coat was red."]) > figure("kin_of_head", said["The coat was sold."])


def test_a_question_of_which_no_word_is_known_reads_nothing() -> None:
    assert not read("Zzyzxian qwortles?", "The coat was red.")


def test_all_of_few_passages_is_read_and_not_of_many() -> None:
    asked = "Which ship vanished?"
    texts = ["A ship came.", *(f"Number {at} is dry." for at in range(WHOLE - 1))]
    assert len(read(asked, *texts)) == WHOLE
    assert list(read(asked, *texts, "It rains.")) == ["A ship came."]
