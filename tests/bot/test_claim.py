"""Claims held against sources: only what speaks of the same is marked as saying otherwise."""

from pathlib import Path

import pytest

from bot.answering.claim import Otherwise, bare
from bot.footnote import Footnote
from index.document import Document
from index.opening import Opened
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources

TEXTS = [
    "Tobias Renn was arrested in May 1994 at the quay of Sorrel Bay.",
    "Marta Quell sold four barges to a salt company in 1988.",
    "Ilse Brandt never visited the lighthouse.",
    "Tobias Renn was born in Grimsel, and he was released in 1996.",
    "The salt company of Port Elva owned forty carts.",
    "Marta Quell was arrested, but not charged.",
]


@pytest.fixture(scope="module")
def footnote() -> Footnote:
    documents = [
        Document.of_blocks(f"d{at}", f"d{at}.txt", Record(date="2001-02-03"), [Block(text)], None)
        for at, text in enumerate(TEXTS)
    ]
    return Footnote(Opened(Sources.of(documents), ""))


@pytest.mark.parametrize(
    ("claim", "marked"),
    [
        ("Tobias Renn was arrested in May 1994.", {}),
        ("Tobias Renn was arrested in 1994 at the quay.", {}),
        ("Tobias Renn was arrested in 1991.", {0: Otherwise.DATE}),
        ("I read that Tobias Renn was arrested in 1991.", {0: Otherwise.DATE}),
        ("Tobias Renn was born in 1950.", {}),
        ("Tobias Renn bought a ferry in 1991.", {}),
        ("Marta Quell sold four barges.", {}),
        ("Marta Quell sold 9 barges.", {1: Otherwise.NUMBER}),
        ("Marta Quell sold nine barges to a salt company.", {1: Otherwise.NUMBER}),
        ("Marta Quell sold nine carts.", {}),
        ("Marta Quell was arrested in 1988.", {}),
        ("Ilse Brandt visited the lighthouse.", {2: Otherwise.DENIAL}),
        ("Ilse Brandt never visited the lighthouse.", {}),
        ("Tobias Renn was not arrested.", {0: Otherwise.DENIAL}),
        ("Marta Quell was arrested.", {}),
        ("The salt company owned nine carts.", {}),
        ("zebra", {}),
    ],
)
def test_only_what_speaks_of_the_same_is_marked(footnote: Footnote, claim: str, marked: dict[int, Otherwise]) -> None:
    checked = footnote.check(claim)
    found = {int(one.citation.document[1:]): one.otherwise for one in checked.stands if one.otherwise is not None}
    assert found == marked
    for stand in checked.stands:
        document = footnote.sources.document(stand.citation.document)
        assert document is not None
        assert document.text[stand.citation.start : stand.citation.end] == stand.citation.quote
    assert checked.spoken or not found


def test_a_claim_of_something_else_is_not_spoken_of(footnote: Footnote) -> None:
    assert not footnote.check("Tobias Renn bought a ferry in 1991.").spoken
    assert not footnote.check("zebra").stands


@pytest.mark.parametrize(
    ("said", "claimed"),
    [
        ("I read that he left.", "he left."),
        ("Is it true that he left?", "he left?"),
        ("People say, he left.", "he left."),
        ("He says that he left.", "He says that he left."),
        ("I heard", "I heard"),
    ],
)
def test_a_claim_is_taken_bare(said: str, claimed: str) -> None:
    assert bare(said) == claimed


def test_sources_that_agree_are_never_marked(tmp_path: Path) -> None:
    footnote = Footnote.open(Path(__file__).parents[2] / "corpus", tmp_path / "index", note=lambda _: None)
    told = [sentence.strip() for passage in footnote.sources.passages for sentence in passage.text.split(". ")]
    for claim in told[::4]:
        assert not [stand for stand in footnote.check(claim).stands if stand.otherwise is not None], claim
