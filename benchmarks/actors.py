"""How well actors are found and told apart, and how fast.

python -m benchmarks.actors
"""

import json
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks import names
from benchmarks.sets import SHARED
from bot.footnote import Footnote
from index.actors.finder import find
from index.actors.registry import Actors
from index.actors.sameness import CERTAIN
from index.actors.spelling import sound
from index.names import likeness
from tests.quality.gold import TEXTS, Marked, article, marked, marked_text
from tests.quality.test_names import DIFFERENT, SAME

_SPEED_SETS = ("rtqa_2022_24", "news_timelines14", "squad2_visible")


def main() -> None:
    """Prints a row a text or set."""
    seed = SHARED / "seed"
    if seed.is_dir():
        footnote = Footnote.open(seed, Path(".footnote/benchmark"), note=lambda _: None)
        _row("the article (developed on)", marked(footnote.sources.documents[0].text, article()))
        print(f"{'':34} ties {len(Actors.of(footnote.sources).ties())}")
    for name in TEXTS:
        _row(name, marked_text(name))
    _certain()
    names.main()
    _speed()


def _row(title: str, one: Marked) -> None:
    both = one.gold.keys() & one.found.keys()
    precision, recall = _b_cubed({at: one.gold[at][0] for at in both}, {at: one.found[at][0] for at in both})
    print(
        f"{title:34} span F1 {one.span_f1:.3f}  typed F1 {one.typed_f1:.3f}  names of one actor (B3) precision"
        f" {precision:.3f} recall {recall:.3f}  mentions {len(one.gold)}, found {len(one.found)}"
    )


def _b_cubed(gold: Mapping[tuple[int, int], str], found: Mapping[tuple[int, int], str]) -> tuple[float, float]:
    """Of each mention's group, the share that is right, and of its right group the share that is in it; the means."""
    right = wrong = 0.0
    for at in gold:
        theirs = {other for other in gold if gold[other] == gold[at]}
        ours = {other for other in found if found[other] == found[at]}
        right += len(theirs & ours) / len(ours)
        wrong += len(theirs & ours) / len(theirs)
    return right / max(1, len(gold)), wrong / max(1, len(gold))


def _certain() -> None:
    """Which pairs of names are merged without asking."""
    for title, table in (("one name", SAME), ("two names, chosen to be near", DIFFERENT)):
        pairs = [line.split(" | ") for line in table.strip().splitlines()]
        merged = sum(bool(sound(a)) and sound(a) == sound(b) and likeness(a, b).same >= CERTAIN for a, b in pairs)
        print(f"{f'{title}: merged as certain':34} {merged} of {len(pairs)}")


def _speed() -> None:
    texts = []
    for name in _SPEED_SETS:
        path = SHARED / "data" / name / "corpus.jsonl"
        if path.is_file():
            texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()[:1000]]
    if not texts:
        return
    size = sum(len(text.encode()) for text in texts) / 1e6
    begin = time.process_time()
    for text in texts:
        find(text)
    spent = time.process_time() - begin
    print(f"{'speed':34} {size / spent:.2f} MB a second and core, on {size:.1f} MB in {len(texts)} texts")


if __name__ == "__main__":
    main()
