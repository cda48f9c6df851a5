"""How well spellings of one name are told from names that are merely similar, and found in a list.

names_pairs_nk (rows nobody's language model proposed) and names_ofac are each dealt into two halves by a checksum: of
all names that are chained together by pairs, and of the listed person. ``fit_names`` fits on half 0; the figures that
count are those of half 1.

    python -m benchmarks.names
"""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks.sets import SHARED
from index.names import Lookup, likeness
from index.names.links import sounding
from index.names.parts import PLAIN, Part, read_name

Floats = NDArray[np.float64]

NK = SHARED / "data/names_pairs_nk/pairs.jsonl"
OFAC = SHARED / "data/names_ofac"

PLAUSIBLE = 0.35
"""Dice coefficient of letter trigrams from which on an alias counts as a spelling of the listed name: the others are
mostly wholly different names (noms de guerre), which no spelling leads to."""
ALIKE = 0.8
"""Likeness in sound from which on a word of an alias is taken for one of the listed name: low, so that no name counts
as wholly another that is not."""
RIVALS = 4
"""How many of the nearest wrong names, by the same coefficient, are held against each alias."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are one; ``half`` is 0 for fitting, 1 for reporting."""

    a: str
    b: str
    same: bool
    half: int
    person: bool = True


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of someone listed: its text, the listed name's place, its half and its kind."""

    text: str
    place: int
    half: int
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """How a list was searched: shares of aliases whose listed name came first, among ten; milliseconds."""

    first: float
    ten: float
    median: float
    slow: float
    aliases: int


def nk_pairs() -> list[Pair]:
    """The pairs people made, chained names in one half."""
    rows = [json.loads(line) for line in NK.read_text("utf-8").splitlines()]
    chain = _chains([(_key(row["a"]), _key(row["b"])) for row in rows])
    return [
        Pair(row["a"], row["b"], row["match"], _half(chain[_key(row["a"])]), row["schema"] == "Person")
        for row in rows
        if not row["llm_proposed"]
    ]


def ofac_list() -> tuple[list[str], list[Alias]]:
    """The listed names, family name first as listed, and their aliases."""
    documents = [json.loads(line) for line in (OFAC / "corpus.jsonl").read_text("utf-8").splitlines()]
    queries = [json.loads(line) for line in (OFAC / "queries.jsonl").read_text("utf-8").splitlines()]
    place = {document["_id"]: at for at, document in enumerate(documents)}
    aliases = [
        Alias(
            query["text"],
            place[query["metadata"]["target"]],
            _half(query["metadata"]["target"]),
            query["metadata"]["kind"],
        )
        for query in queries
    ]
    return [document["metadata"]["name"] for document in documents], aliases


def ofac_pairs() -> list[Pair]:
    """Plausible aliases with their names, all aliases with their nearest rivals."""
    names, aliases = ofac_list()
    pieces = [trigrams(name) for name in names]
    places = defaultdict(list)
    for at, some in enumerate(pieces):
        for piece in some:
            places[piece].append(at)
    pairs = []
    for alias in aliases:
        mine = trigrams(alias.text)
        if dice(mine, pieces[alias.place]) >= PLAUSIBLE:
            pairs.append(Pair(alias.text, names[alias.place], True, alias.half))
        shared = Counter(at for piece in mine for at in places[piece])
        rivals = sorted(shared.keys() - {alias.place}, key=lambda at: (-dice(mine, pieces[at]), at))
        pairs += [Pair(alias.text, names[at], False, alias.half) for at in rivals[:RIVALS]]
    return pairs


def trigrams(name: str) -> frozenset[str]:
    """Runs of three letters of a name's romanised words."""
    text = f" {' '.join(part.word for part in read_name(name).parts)} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets share."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def search(names: Sequence[str], aliases: Iterable[Alias]) -> Found:
    """Looks every alias up in the list."""
    lookup = Lookup(names)
    ranks, milliseconds = [], []
    for alias in aliases:
        begin = time.perf_counter()
        near = [name for name, _ in lookup.nearest(alias.text, 10)]
        milliseconds.append((time.perf_counter() - begin) * 1000)
        ranks.append(near.index(names[alias.place]) if names[alias.place] in near else 10)
    return Found(
        first=float(np.mean([rank == 0 for rank in ranks])),
        ten=float(np.mean([rank < 10 for rank in ranks])),
        median=float(np.median(milliseconds)),
        slow=float(np.quantile(milliseconds, 0.99)),
        aliases=len(ranks),
    )


def judged(pairs: Iterable[Pair]) -> tuple[Floats, Floats]:
    """The probability of each pair, and 1 where it is one name."""
    rows = [(likeness(pair.a, pair.b).same, float(pair.same)) for pair in pairs]
    return np.array([same for same, _ in rows]), np.array([right for _, right in rows])


def best_f1(scores: Floats, right: Floats) -> float:
    """F1 at the threshold where it is greatest."""
    return max(f1(scores >= threshold, right) for threshold in np.unique(scores))


def f1(said: NDArray[np.bool_], right: Floats) -> float:
    """Harmonic mean of precision and recall."""
    return float(2 * (said * right).sum() / max(1.0, said.sum() + right.sum()))


def auroc(scores: Floats, right: Floats) -> float:
    """Probability that one name scores above two, ties counting half."""
    one, two = scores[right == 1][:, None], scores[right == 0][None, :]
    return float((one > two).mean() + 0.5 * (one == two).mean())


def calibration_error(scores: Floats, right: Floats) -> float:
    """Expected calibration error over ten equal bins, same and different weighing alike."""
    weight = np.where(right == 1, 0.5 / (right == 1).sum(), 0.5 / (right == 0).sum())
    bins = np.minimum((scores * 10).astype(int), 9)
    return float(sum(abs((weight * (scores - right))[bins == one].sum()) for one in range(10)))


def main() -> None:
    """Prints a row a set and half."""
    sets = {
        "names_pairs_nk, persons": [pair for pair in nk_pairs() if pair.person],
        "names_pairs_nk, all": nk_pairs(),
        "names_ofac, alias against nearest rivals": ofac_pairs(),
    }
    for name, pairs in sets.items():
        for half, title in ((0, "fitted on"), (1, "not fitted on")):
            scores, right = judged(pair for pair in pairs if pair.half == half)
            print(
                f"{name:42} {title:14} best F1 {best_f1(scores, right):.3f}  F1 at .5 {f1(scores >= 0.5, right):.3f}  "
                f"AUROC {auroc(scores, right):.3f}  calibration error {calibration_error(scores, right):.3f}  "
                f"n {len(right)} ({int(right.sum())} same)"
            )
    names, aliases = ofac_list()
    pieces = [trigrams(name) for name in names]
    for half, title in ((0, "fitted on"), (1, "not fitted on")):
        mine = [alias for alias in aliases if alias.half == half]
        plausible = [alias for alias in mine if dice(trigrams(alias.text), pieces[alias.place]) >= PLAUSIBLE]
        for what, some in (("all aliases", mine), ("plausible spellings", plausible)):
            found = search(names, some)
            print(
                f"{f'names_ofac, {what}':42} {title:14} recall@1 {found.first:.3f}  recall@10 {found.ten:.3f}  "
                f"median {found.median:.1f} ms  99th percentile {found.slow:.1f} ms  n {found.aliases}"
            )
        print(f"{'names_ofac, what is missed':42} {title:14} {_missed(names, mine)}")


def _missed(names: Sequence[str], aliases: Sequence[Alias]) -> str:
    """Why the missed aliases are: a nom de guerre shares no word with the name, in whatever romanisation."""
    lookup, listed = Lookup(names), list(map(_words, names))
    nothing = common = other = 0
    for alias in aliases:
        if names[alias.place] in [name for name, _ in lookup.nearest(alias.text, 10)]:
            continue
        shared = [one for one in _words(alias.text) if _has(listed[alias.place], one)]
        bearers = sum(all(_has(some, one) for one in shared) for some in listed)
        nothing += not shared
        common += bool(shared) and bearers > 10
        other += bool(shared) and bearers <= 10
    most = 1 - (nothing + common) / len(aliases)
    return (
        f"{nothing + common + other} of {len(aliases)}: {nothing} share no word with the listed name, {common} only"
        f" words that ten others listed have, {other} more; recall@10 of {most:.3f} is the most that names alone allow"
    )


def _words(name: str) -> list[Part]:
    return [part for part in read_name(name).parts if part.kind in PLAIN]


def _has(words: Iterable[Part], one: Part) -> bool:
    """Whether one of the words may be another in some romanisation."""
    return any(
        sounding(one.word, one.sounds, word.word, word.sounds, unvowelled=one.unvowelled != word.unvowelled) >= ALIKE
        for word in words
    )


def _key(name: str) -> str:
    return " ".join(sorted(read_name(name).folded.split()))


def _half(text: str) -> int:
    return crc32(text.encode()) % 2


def _chains(edges: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Each name to one that stands for all it is chained to."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        above.setdefault(name, name)
        while above[name] != name:
            name = above[name]
        return name

    for one, other in edges:
        above[top(one)] = top(other)
    return {name: top(name) for name in list(above)}


if __name__ == "__main__":
    main()
