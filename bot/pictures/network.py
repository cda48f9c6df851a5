"""The picture of a network: who is named with whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np

from bot.languages import ENGLISH, Language
from bot.pictures.canvas import Canvas, Point, Shape
from bot.pictures.layout import Array, arranged
from bot.pictures.lettering import legible, lines, width
from bot.pictures.palette import INK, MUTED, OF_KIND, PAPER, TIE, mixed
from bot.pictures.picture import Picture, described

MOST_ACTORS: Final = 60
"""More actors than this are not told apart in one picture."""

_WIDTH: Final = 1200
_MARGIN: Final = 28
_FOOT: Final = 58
_TIES_EACH: Final = 2
"""How many ties are drawn for each actor, taken over all; of a thicket of lines none can be followed."""
_SURE: Final = 2
"""How many of each actor's own strongest ties are drawn in any case."""
_GAP: Final = 14
_SHAPES: Final[dict[str, Shape]] = {"person": "disc", "organisation": "square", "place": "diamond"}


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the network.

    Attributes:
        name: What to call him.
        kind: ``person``, ``organisation`` or ``place``.
        mentions: How often he is named.
    """

    name: str
    kind: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors named together.

    Attributes:
        one: Number of the one among the actors.
        other: Number of the other.
        passages: In how many passages.
    """

    one: int
    other: int
    passages: int


@dataclass(frozen=True, slots=True)
class _Node:
    radius: float
    label: list[str]
    size: int

    @property
    def box(self) -> tuple[float, float]:
        """Width and height of mark and label, with some room around."""
        wide = max(2 * self.radius, *(width(line, self.size) for line in self.label))
        return wide + _GAP, 2 * self.radius + len(self.label) * self.size * 1.2 + _GAP


def network(
    actors: Sequence[Actor], ties: Sequence[Tie], title: str, note: str = "", language: Language = ENGLISH
) -> Picture:
    """Draws up to MOST_ACTORS actors.

    Args:
        actors: Who; at least one.
        ties: Who with whom; the numbers are those of ``actors``.
        title: What stands above.
        note: What is said below the title: what was left out, and how to see it.
        language: What the picture's own words are in.
    """
    nodes = _nodes(actors)
    shown = strongest(ties, len(actors))
    boxes = np.array([node.box for node in nodes])
    room, head = _WIDTH - 2 * _MARGIN, 92 if note else 62
    places = arranged(_matrix(len(actors), shown), boxes, room, _height(boxes, room))
    places += np.array([_MARGIN, head])
    bottom = float((places[:, 1] + boxes[:, 1] / 2).max())
    canvas = Canvas(_WIDTH, round(bottom) + _FOOT)
    canvas.text((_MARGIN, 46), lines(legible(title), 30, room, 1, bold=True)[0], 30, INK, bold=True)
    if note:
        canvas.text((_MARGIN, 76), lines(note, 20, room, 1)[0], 20, MUTED)
    middles = [
        (float(x), float(y - box[1] / 2 + _GAP / 2 + node.radius))
        for (x, y), box, node in zip(places, boxes, nodes, strict=True)
    ]
    _draw_ties(canvas, shown, middles)
    for actor, node, middle in zip(actors, nodes, middles, strict=True):
        _draw_node(canvas, actor, node, middle)
    _draw_legend(canvas, actors, len(shown), len(ties), language)
    alt = _alt(actors, ties, title, note, language)
    return Picture(canvas.png(alt), alt)


def _nodes(actors: Sequence[Actor]) -> list[_Node]:
    size = 24 if len(actors) <= 20 else 20 if len(actors) <= 40 else 18
    most = max(actor.mentions for actor in actors)
    nodes = []
    for actor in actors:
        label = lines(legible(actor.name), size, 210 if len(actors) <= 25 else 170, 3)
        nodes.append(_Node(7 + 15 * sqrt(actor.mentions / max(most, 1)), label, size))
    return nodes


def _height(boxes: Array, room: float) -> float:
    """So high that a quarter of the room is taken, within what is comfortable to look at."""
    return float(np.clip(4 * boxes.prod(1).sum() / room, 420, 1500))


def _matrix(count: int, ties: Sequence[Tie]) -> Array:
    matrix = np.zeros((count, count))
    for tie in ties:
        matrix[tie.one, tie.other] = matrix[tie.other, tie.one] = tie.passages
    return matrix


def strongest(ties: Sequence[Tie], count: int) -> list[Tie]:
    """The ties that are drawn for a number of actors: of each his strongest, and the strongest of all."""
    order = sorted(ties, key=lambda tie: (-tie.passages, tie.one, tie.other))
    own: Counter[int] = Counter()
    sure: list[Tie] = []
    others: list[Tie] = []
    for tie in order:
        (sure if min(own[tie.one], own[tie.other]) < _SURE else others).append(tie)
        own.update((tie.one, tie.other))
    return sure + others[: max(0, _TIES_EACH * count - len(sure))]


def _draw_ties(canvas: Canvas, ties: Sequence[Tie], middles: Sequence[Point]) -> None:
    most = max((tie.passages for tie in ties), default=1)
    for tie in sorted(ties, key=lambda one: one.passages):
        share = tie.passages / most
        colour = mixed(TIE, PAPER, 0.45 + 0.55 * sqrt(share))
        canvas.line([middles[tie.one], middles[tie.other]], 1.2 + 7.8 * share, colour)


def _draw_node(canvas: Canvas, actor: Actor, node: _Node, middle: Point) -> None:
    canvas.mark(_SHAPES.get(actor.kind, "disc"), middle, node.radius, OF_KIND.get(actor.kind, MUTED))
    for at, line in enumerate(node.label):
        baseline = middle[1] + node.radius + node.size * (1.0 + 1.2 * at)
        canvas.text((middle[0], baseline), line, node.size, INK, anchor="ms", halo=True)


def _draw_legend(canvas: Canvas, actors: Sequence[Actor], shown: int, ties: int, language: Language) -> None:
    x, y = float(_MARGIN), canvas.height - 26.0
    for kind, shape in _SHAPES.items():
        if any(actor.kind == kind for actor in actors):
            canvas.mark(shape, (x + 9, y - 7), 9, OF_KIND[kind])
            canvas.text((x + 26, y), language.say(kind), 20, MUTED)
            x += 26 + width(language.say(kind), 20) + 34
    of = "" if shown == ties else language.say("{shown} of {ties} ties; ", shown=shown, ties=ties)
    thicker = f"{of}{language.say('thicker: in more passages')}"
    canvas.text((canvas.width - _MARGIN, y), thicker, 20, MUTED, anchor="rs")


def _alt(actors: Sequence[Actor], ties: Sequence[Tie], title: str, note: str, language: Language) -> str:
    order = sorted(ties, key=lambda tie: (-tie.passages, tie.one, tie.other))
    counts = language.say("{actors} actors, {ties} ties.", actors=len(actors), ties=len(ties))
    said = [f"{title}.", *([note] if note else []), counts]
    return described([*said, *(_tied(actors[tie.one], actors[tie.other], tie, language) for tie in order)], language)


def _tied(one: Actor, other: Actor, tie: Tie, language: Language) -> str:
    return f"{language.listed([one.name, other.name])}: {language.number(tie.passages)}."
