"""The engines that are compared: each reads texts, saves its index, and is asked for the ten best."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.engine import Engine
from index.ranking import Ranking
from index.words import terms

K = 10
NEEDED = ("numba", "bm25s", "tantivy", "matplotlib")

Ask = Callable[[list[str]], Any]


def missing() -> list[str]:
    """What is not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def ours(texts: Sequence[str], folder: Path) -> Ask:
    """The engine with its kernels."""
    Engine.build_texts(texts, worth=0).save(folder)
    engine = Engine.open(folder, worth=0)
    return lambda query: engine.top(query, K)


def plain(texts: Sequence[str], folder: Path) -> Ask:
    """The engine without its kernels, as where numba is not installed."""
    Engine.build_texts(texts, worth=sys.maxsize).save(folder)
    engine = Engine.open(folder, worth=sys.maxsize)
    return lambda query: engine.top(query, K)


def bm25s(texts: Sequence[str], folder: Path) -> Ask:
    """Bm25s with numba; its tokeniser is the fastest of its two."""
    peer: Any = import_module("bm25s")
    stemmer: Any = import_module("Stemmer").Stemmer("english")
    read = peer.tokenize(texts, stopwords=None, stemmer=stemmer, show_progress=False)
    model = peer.BM25(method="lucene", k1=1.5, b=0.75, backend="numba")
    model.index(read, show_progress=False)
    model.save(str(folder))
    return lambda query: model.retrieve([query], k=K, n_threads=1, show_progress=False)


def tantivy(texts: Sequence[str], folder: Path) -> Ask:
    """Tantivy with two threads, term frequencies but no positions; asked of as many segments as it makes."""
    peer: Any = import_module("tantivy")
    schema = peer.SchemaBuilder().add_text_field("body", tokenizer_name="en_stem", index_option="freq").build()
    folder.mkdir()
    index = peer.Index(schema, str(folder))
    writer = index.writer(heap_size=2_000_000_000, num_threads=os.cpu_count())
    for text in texts:
        writer.add_document(peer.Document(body=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(query: list[str]) -> Any:
        words = [(peer.Occur.Should, peer.Query.term_query(schema, "body", word)) for word in query]
        return searcher.search(peer.Query.boolean_query(words), K).hits

    return ask


def rank_bm25(texts: Sequence[str], _folder: Path) -> Ask:
    """The reference itself."""
    ranking = Ranking([terms(text) for text in texts])
    return lambda query: ranking.top(query, K)


ENGINES: dict[str, Callable[[Sequence[str], Path], Ask]] = {
    "ours": ours,
    "plain": plain,
    "tantivy": tantivy,
    "bm25s": bm25s,
    "rank-bm25": rank_bm25,
}


def warm(folder: Path) -> None:
    """Has everything compiled that is compiled at first use."""
    texts = [f"one two {chr(97 + at % 26) * 3}" for at in range(100)]  # words of all passages, and of few
    for name in ("ours", "bm25s"):
        ENGINES[name](texts, folder / f"warm {name}")(["two"])


def check(texts: Sequence[str]) -> None:
    """Makes sure that all read the same terms.

    Raises:
        RuntimeError: They do not.
    """
    peer: Any = import_module("bm25s")
    stemmer: Any = import_module("Stemmer").Stemmer("english")
    theirs = peer.tokenize(list(texts), stopwords=None, stemmer=stemmer, show_progress=False, return_ids=False)
    if theirs != [terms(text) for text in texts]:
        raise RuntimeError("bm25s reads other terms")
    tantivy_peer: Any = import_module("tantivy")
    analyzer = tantivy_peer.TextAnalyzerBuilder(tantivy_peer.Tokenizer.simple())
    analyzer = analyzer.filter(tantivy_peer.Filter.lowercase()).filter(tantivy_peer.Filter.stemmer("english")).build()
    if any(analyzer.analyze(text) != terms(text) for text in texts):
        raise RuntimeError("tantivy reads other terms")
