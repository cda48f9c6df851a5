"""Where the actors of a network are drawn: those tied together near one another, no label over another.

Stress majorisation (Gansner, Koren and North, 2004) from classical scaling of the path lengths, which needs no chance
and so gives one picture for one network; then boxes that overlap are pushed apart.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ROUNDS: Final = 300
"""Of the majorisation; with 60 actors the stress changes by less than a thousandth after some 100."""
_WEAKEST: Final = 1.7
"""How long the weakest tie is to be, the strongest being 1."""
_APART: Final = 1.25
"""How far apart what nothing ties is to be: so many times the longest path."""
_PUSHES: Final = 600


def arranged(ties: Array, boxes: Array, width: float, height: float) -> Array:
    """The middle of each box.

    Args:
        ties: How strongly each two are tied, a symmetric matrix; 0 for not at all.
        boxes: Width and height of each with its label, in pixels.
        width: Of the room there is.
        height: Of the room there is, if they fit into it; they may need more.
    """
    if len(ties) == 1:
        return np.array([[width / 2, height / 2]])
    flat = _upright(_majorised(_lengths(ties)))
    return _pushed_apart(_filling(flat, boxes, width, height), boxes, width)


def _lengths(ties: Array) -> Array:
    """How far each two are to be from one another: the shortest path, strong ties being short."""
    strongest = max(float(ties.max()), 1e-9)
    with np.errstate(divide="ignore"):
        lengths = np.where(ties > 0, _WEAKEST - (_WEAKEST - 1) * np.sqrt(ties / strongest), np.inf)
    np.fill_diagonal(lengths, 0.0)
    for via in range(len(lengths)):
        lengths = np.minimum(lengths, lengths[:, via, None] + lengths[None, via, :])
    known = lengths[np.isfinite(lengths)]
    return np.where(np.isfinite(lengths), lengths, max(float(known.max()), 1.0) * _APART)


def _majorised(lengths: Array) -> Array:
    count = len(lengths)
    centred = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-0.5 * centred @ lengths**2 @ centred)
    places: Array = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    # Leaves of one hub fall onto one point; a small turn of each, the same every time, lets them part.
    turn = 2.399963 * np.arange(count)
    places += 0.01 * np.column_stack([np.cos(turn), np.sin(turn)])
    weights = np.where(lengths > 0, 1 / np.maximum(lengths, 1e-9) ** 2, 0.0)
    inverse = np.linalg.pinv(np.diag(weights.sum(1)) - weights)
    for _ in range(ROUNDS):
        apart = np.linalg.norm(places[:, None] - places[None], axis=2)
        pull = np.where(apart > 0, weights * lengths / np.maximum(apart, 1e-9), 0.0)
        places = inverse @ (np.diag(pull.sum(1)) - pull) @ places
    return places


def _upright(places: Array) -> Array:
    """Turned so that the longer side lies across, the side of its middle being told by the first actor."""
    centred = places - places.mean(0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned = centred @ vectors[:, ::-1]
    signs = np.where(turned[0] < 0, -1.0, 1.0)
    return np.asarray(turned * signs)


def _filling(places: Array, boxes: Array, width: float, height: float) -> Array:
    low, high = places.min(0), places.max(0)
    room = np.array([width, height]) - boxes.max(0)
    return np.asarray(boxes.max(0) / 2 + (places - low) / np.maximum(high - low, 1e-9) * np.maximum(room, 1.0))


def _pushed_apart(places: Array, boxes: Array, width: float) -> Array:
    """Moves boxes that overlap along the side on which they overlap least, downwards without limit."""
    places, need = places.copy(), (boxes[:, None] + boxes[None]) / 2
    order = np.sign(np.subtract.outer(np.arange(len(places)), np.arange(len(places))))[..., None]
    for _ in range(_PUSHES):
        delta = places[:, None] - places[None]
        overlap = need - np.abs(delta)
        clash = (overlap > 0).all(2) & (order[..., 0] != 0)
        if not clash.any():
            break
        across = overlap[..., 0] <= overlap[..., 1]
        along = clash[..., None] & np.stack([across, ~across], axis=2)
        side = np.where(delta == 0, order, np.sign(delta))
        places += 0.3 * np.where(along, side * (overlap + 1), 0.0).sum(1)
        places[:, 0] = np.clip(places[:, 0], boxes[:, 0] / 2, width - boxes[:, 0] / 2)
        places[:, 1] = np.maximum(places[:, 1], boxes[:, 1] / 2)
    return _settled(places, boxes)


def _settled(places: Array, boxes: Array) -> Array:
    """From the top, each box that still overlaps one above it moves down below it."""
    places = places.copy()
    placed: list[int] = []
    for one in np.argsort(places[:, 1], kind="stable"):
        while (over := next((other for other in placed if _overlap(places, boxes, one, other)), None)) is not None:
            places[one, 1] = places[over, 1] + (boxes[one, 1] + boxes[over, 1]) / 2
        placed.append(one)
    return places


def _overlap(places: Array, boxes: Array, one: int, other: int) -> bool:
    apart = np.abs(places[one] - places[other]) - (boxes[one] + boxes[other]) / 2
    return bool(apart.max() < -1e-6)
