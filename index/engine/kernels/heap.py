"""The k best passages so far: a heap with the worst on top."""

from index.engine.kernels.compiling import Array, Whole, lean
from index.engine.kernels.records import Best


@lean
def _worse(scores: Array, positions: Array, one: int, other: int) -> bool:
    """Whether one entry ranks below the other."""
    return bool(scores[one] < scores[other] or (scores[one] == scores[other] and positions[one] > positions[other]))


@lean
def _swap(scores: Array, positions: Array, one: int, other: int) -> None:
    scores[one], scores[other] = scores[other], scores[one]
    positions[one], positions[other] = positions[other], positions[one]


@lean
def _sink(scores: Array, positions: Array, size: Whole) -> None:
    """Restores the order of a heap of this size whose top was replaced."""
    at = 0
    while True:
        worst = at
        for child in (2 * at + 1, 2 * at + 2):
            if child < size and _worse(scores, positions, child, worst):
                worst = child
        if worst == at:
            return
        _swap(scores, positions, at, worst)
        at = worst


@lean
def push(best: Best, score: float, position: Whole) -> None:
    """Takes a passage in if it is among the k best."""
    scores, positions, at = best.scores, best.positions, best.held[0]
    if at < len(scores):
        scores[at], positions[at] = score, position
        best.held[0] = at + 1
        while at > 0 and _worse(scores, positions, at, (at - 1) // 2):
            _swap(scores, positions, at, (at - 1) // 2)
            at = (at - 1) // 2
    elif score > scores[0] or (score == scores[0] and position < positions[0]):
        scores[0], positions[0] = score, position
        _sink(scores, positions, at)


@lean
def sort(best: Best) -> None:
    """Puts the best first; after that it is no heap any more."""
    size = best.held[0]
    while size > 1:
        size -= 1
        _swap(best.scores, best.positions, 0, size)
        _sink(best.scores, best.positions, size)
