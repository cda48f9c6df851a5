"""What each kind of evidence is worth, beside BM25 alone and beside others' best; and what ordering the hits costs.

nDCG@10, every figure with weights fitted on the other sets. The kinds of evidence and their few constants were chosen
by these same means; no query or document was looked at.

    python -m benchmarks.retrieval
"""

import sys
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import cycle, islice

import numpy as np

from benchmarks.fit_ranking import FURTHER, SETS, Example, examples, without
from benchmarks.sets import SHARED
from bot.evaluation.judgements import Judgements
from index.passages import passages
from index.ranking import Ranked
from index.reranking import KINDS, Kind, Reranker
from index.search import content_words
from index.sources import Sources

PEERS = {"time63": 0.756, "rtqa_2022_24": 0.660, "scifact": 0.687, "cranfield": 0.522, "squad2_visible": 0.894}
"""The best of rank-bm25, bm25s, tantivy and Lucene on each set, whole documents, stems, no stop words."""
LARGE = 100_000
"""Passages that the cost is measured at."""


def figures(given: Mapping[str, Sequence[Example]], kinds: Collection[Kind]) -> dict[str, float]:
    """nDCG@10 on each set."""
    found = {}
    for name, of_set in given.items():
        weights = without(name, given, kinds)
        found[name] = float(np.mean([one.ndcg(weights) for one in of_set]))
    return found


def row(name: str, found: Mapping[str, float]) -> str:
    """A row of the table: the mean of the sets where all are at hand, the sets, the further sets."""
    mean = f"{np.mean([found[one] for one in SETS]):.4f}" if found.keys() >= set(SETS) else ""
    columns = [f"{found[one]:.4f}" if one in found else "" for one in (*SETS, *FURTHER)]
    return f"{name:28}{mean:<9}" + "".join(f"{column:<16}" for column in columns)


def at_hand() -> list[str]:
    """The sets that are there; says which are not."""
    found = []
    for name in (*SETS, *FURTHER):
        if (SHARED / "data" / name).is_dir():
            found.append(name)
        else:
            print(f"{name} is not at hand in {SHARED / 'data'}; FOOTNOTE_SHARED names the folder above", flush=True)
    if len(found) < 2:
        sys.exit("Not measured: of two sets at least, one is needed to fit weights on and one to measure them by.")
    return found


def quality() -> None:
    """Prints the table."""
    given = {}
    for name in at_hand():
        print(f"reading {name}", file=sys.stderr, flush=True)
        given[name] = examples(name)
    print(f"{'':28}{'mean':<9}" + "".join(f"{name:<16}" for name in (*SETS, *FURTHER)), flush=True)
    print(row("others' best", PEERS))
    alone = frozenset({Kind.WORDS})
    print(row("words alone", figures(given, alone)))
    for kind in Kind:
        if kind is not Kind.WORDS:
            print(row(f"words + {kind}", figures(given, alone | {kind})), flush=True)
    print(row("all", figures(given, KINDS)))
    for kind in Kind:
        print(row(f"all but {kind}", figures(given, KINDS - {kind})), flush=True)


def large() -> tuple[Sources, list[str]]:
    """Documents of all sets, again and again under other ids up to LARGE passages, and queries of all sets."""
    read = [Judgements.read(SHARED / "data" / name) for name in at_hand() if name in SETS]
    documents = [one for judgements in read for one in judgements.documents]
    counts = [len(passages(one)) for one in documents]
    times = -(-LARGE * len(documents) // sum(counts))
    taken = [replace(one, id=f"d{at}") for at, one in enumerate(islice(cycle(documents), times))]
    return Sources.of(taken), [one.text for judgements in read for one in judgements.queries[:100]]


def cost() -> None:
    """Prints milliseconds a query at LARGE passages."""
    sources, queries = large()
    ranking, reranker = sources.engine, Reranker(sources)
    # The first query makes what all share.
    reranker.rerank(["first"], "first", ranking.top(["first"], 100))
    print(f"{len(sources.passages):,} passages", flush=True)
    searching, ordering = [], []
    for text in queries:
        terms = [word.term for word in content_words(text) if word.term is not None]
        begin = time.perf_counter()
        hits = ranking.top(terms, 100)
        searching.append((time.perf_counter() - begin) * 1000)
        # The best of three, since other programs run beside a benchmark.
        ordering.append(min(_seconds(reranker, terms, text, hits) for _ in range(3)) * 1000)
    for name, taken in (("BM25", searching), ("ordering 100 hits", ordering)):
        print(f"{name:20} p50 {np.percentile(taken, 50):.2f} ms  p99 {np.percentile(taken, 99):.2f} ms")


def _seconds(reranker: Reranker, terms: Sequence[str], text: str, hits: Sequence[Ranked]) -> float:
    begin = time.perf_counter()
    reranker.rerank(terms, text, hits)
    return time.perf_counter() - begin


def main() -> None:
    """Prints quality and cost."""
    quality()
    print()
    cost()


if __name__ == "__main__":
    main()
