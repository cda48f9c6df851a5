"""What was measured beside what it is to be: the table in README."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Row = tuple[str, str, Mapping[int, str]]
"""A name, the goal, and what was reached, by the size of the corpus."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one corpus; how many times ours the others take, by their names.

    Attributes:
        asking: By what was asked and the percentile.
        wall: From text to a saved index, seconds.
        processor: The same in processor time.
        memory: Bytes a passage after opening and asking; ours is in it.
        own: Of them those that no other process could share.
        first: Seconds from opening to the first answer, imports aside; ours.
    """

    asking: dict[tuple[str, int], Mapping[str, float]] = field(default_factory=dict)
    wall: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    first: dict[str, float] = field(default_factory=dict)


CONTENT, STOPPED = "content words", "with stop words"

_ASKED = (
    (CONTENT, 50, "tantivy", 4.0),
    (CONTENT, 50, "bm25s", 5.0),
    (STOPPED, 50, "tantivy", 10.0),
    (STOPPED, 50, "bm25s", 4.0),
    (CONTENT, 99, "the best", 3.0),
    (STOPPED, 99, "the best", 3.0),
    (CONTENT, 50, "rank-bm25", 5000.0),
    (STOPPED, 50, "rank-bm25", 5000.0),
)
"""What is asked, at which percentile, of whom, and how many times our time that is to take; the last two of a hundred
thousand passages, all others of a million."""


def table(found: Mapping[int, Measured]) -> str:
    """The table in Markdown, a column for each size."""
    sizes = sorted(found)
    lines = ["| | goal | " + " | ".join(f"{size:,}" for size in sizes) + " |", "|---|---|" + "---|" * len(sizes)]
    for name, goal, reached in (*_asking(found), *_making(found), *_opening(found)):
        if reached:
            lines.append(f"| {name} | {goal} | " + " | ".join(reached.get(size, "") for size in sizes) + " |")
    return "\n".join(lines)


def _asking(found: Mapping[int, Measured]) -> Iterator[Row]:
    for kind, share, whom, goal in _ASKED:
        reached = {}
        for size, one in found.items():
            peers = {name: value for name, value in one.asking[kind, share].items() if name not in ("ours", "plain")}
            if whom == "the best" and peers:
                reached[size] = _times(min(peers.values()))
            elif whom in peers:
                reached[size] = _times(peers[whom])
        at = "100,000" if whom == "rank-bm25" else "1,000,000"
        yield f"a query, {kind}, p{share}: {whom} takes", f"{goal:,.0f} times ours at {at}", reached


def _making(found: Mapping[int, Measured]) -> Iterator[Row]:
    for whom, goal in (("tantivy", 1.5), ("bm25s", 4.0)):
        reached = {
            size: f"{_times(one.wall[whom])} ({_times(one.processor[whom])})"
            for size, one in found.items()
            if whom in one.wall
        }
        yield f"from text to a saved index (processor time): {whom} takes", f"{goal:g} times ours", reached


def _opening(found: Mapping[int, Measured]) -> Iterator[Row]:
    shown = {
        size: ", ".join(f"{name} {value:,.0f} ({one.own[name]:,.0f})" for name, value in one.memory.items())
        for size, one in found.items()
    }
    yield "bytes a passage after opening and asking (not shareable)", "half of bm25s's", shown
    first = {size: f"{one.first['ours']:.2f} s" for size, one in found.items() if "ours" in one.first}
    yield "opening and the first answer, beyond importing", "0.3 s at 1,000,000", first


def _times(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.1f}"
