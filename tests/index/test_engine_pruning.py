"""What the compiled engine leaves out would not have been among the best: corpora of several blocks, with terms of all
frequencies, whose scores tie by the hundred."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.engine import Engine
from index.engine.compiled import kernels
from index.engine.formula import idf, norms, parts
from index.ranking import Ranked

pytestmark = [
    pytest.mark.xdist_group("kernels"),
    pytest.mark.skipif(kernels() is None, reason="numba is not installed"),
]

COUNT, LONGEST, WORDS = 140_000, 9, 3000

Drawn = npt.NDArray[np.int64]
Made = Callable[[], tuple[Engine, Drawn]]


@cache
def corpus() -> tuple[Drawn, list[list[str]]]:
    """The words of passages, as numbers, ``WORDS`` for none, and as terms. The lower a number, the more have it:
    43,806 have the first and 16,299 the fourth, which is a list, 1,838 the 41st, 88 the 901st, some 25 the last."""
    draw = np.random.default_rng(11)
    drawn = (WORDS ** draw.random((COUNT, LONGEST))).astype(np.int64) - 1
    drawn[np.arange(LONGEST) >= draw.integers(0, LONGEST + 1, COUNT)[:, None]] = WORDS
    terms = [f"w{number}" for number in range(WORDS)]
    return drawn, [[terms[number] for number in row if number < WORDS] for row in drawn.tolist()]


def whole() -> tuple[Engine, Drawn]:
    drawn, passages = corpus()
    return Engine.build(passages, worth=0), drawn


def parts_of_three() -> tuple[Engine, Drawn]:
    """Three segments, coded with other average lengths than the whole's."""
    drawn, passages = corpus()
    order = np.argsort((drawn < WORDS).sum(1), kind="stable")
    engine = Engine.build([passages[at] for at in order[:70_000].tolist()], worth=0)
    for first, last in ((70_000, 120_000), (120_000, COUNT)):
        engine = engine.extend([passages[at] for at in order[first:last].tolist()])
    return engine, drawn[order]


def removed() -> tuple[Engine, Drawn]:
    """The best that there were are gone."""
    drawn, passages = corpus()
    gone = np.flatnonzero((drawn == 40).any(1) | (drawn == 900).any(1))
    engine = Engine.build(passages, worth=0).remove(gone, [passages[at] for at in gone.tolist()])
    return engine, np.delete(drawn, gone, 0)


def view() -> tuple[Engine, Drawn]:
    engine, drawn = whole()
    kept = np.random.default_rng(12).random(COUNT) < 0.2
    return engine.view(kept), drawn[kept]


MADE = {made.__name__: cache(made) for made in (whole, parts_of_three, removed, view)}


def best(drawn: Drawn, query: Sequence[int], k: int, mask: npt.NDArray[np.bool_] | None) -> list[Ranked]:
    """As rank_bm25 has it, step by step, all passages at once: itself it takes seconds."""
    lengths = (drawn < WORDS).sum(1).astype(np.uint32)
    added = norms(lengths, float(lengths.sum()) / len(lengths))
    scores = np.zeros(len(drawn))
    for number in query:
        counts = (drawn == number).sum(1).astype(np.float64)
        holders = int(np.count_nonzero(counts))
        scores += idf(len(drawn), holders) * parts(counts, added)
    admitted = scores > 0 if mask is None else mask
    order = np.argsort(np.where(admitted, -scores, np.inf), kind="stable")[:k]
    return [Ranked(int(at), float(scores[at])) for at in order if admitted[at]]


NUMBERS = st.floats(0, 1).map(lambda share: int(WORDS**share) - 1)


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
@settings(max_examples=25, deadline=None)
@given(
    query=st.lists(NUMBERS, min_size=1, max_size=8),
    k=st.sampled_from([1, 10, 63, 64, 65, 400, 1000]),
    share=st.sampled_from([None, 0.5, 0.01, 0.0]),
)
@example(query=[0], k=10, share=None)  # equal scores by the ten thousand
@example(query=[2990], k=64, share=None)  # fewer than are asked for
@example(query=[2990, 2980, 2970, 0, 1, 2], k=400, share=None)  # fewer than are asked for have one that weighs
@example(query=[0, 1, 2, 3, 4], k=1000, share=None)  # dense rows alone
@example(query=[40, 900, 0, 40, 40], k=10, share=0.01)
@example(query=[9, 9, 9, 2, 2, 2, 3], k=1000, share=None)  # a dense row weighs more than a list, as it is repeated
@example(query=[900, 900, 2, 2, 2, 2, 3], k=10, share=0.5)
@example(query=[2, 2, 2, 3, 40], k=10, share=None)
def test_the_best_are_found(made: Made, query: list[int], k: int, share: float | None) -> None:
    engine, drawn = made()
    mask = None if share is None else np.random.default_rng(k).random(len(drawn)) < share
    found = engine.top([f"w{number}" for number in query], k, mask)
    assert found == best(drawn, query, k, mask)
    fast = engine._fast
    assert fast is not None
    assert not fast._local.held.sums.any(), "the next search begins with what this one left"
