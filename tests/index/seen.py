"""All that can be seen of sources, to compare two of them."""

from typing import Any

from index.search import Searcher
from index.sources import Sources

QUERIES = ("Khazali", "harbour fire", '"the harbour"', "raid Karbala -fire", "kar*", "collection:a", "from:2004")
WORDS = ("Khazali", "harbor", "Karbalaa", "fires", "nowhere")


def seen(sources: Sources) -> dict[str, Any]:
    searcher = Searcher(sources)
    results = {query: searcher.search(query, 20) for query in QUERIES}
    return {
        "documents": list(sources.documents),
        "passages": list(sources.passages),
        "terms": list(sources.terms),
        "surfaces": dict(sources.surfaces),
        "spelling": {word: sources.spelling(word) for word in WORDS},
        "counts": sources.passage_counts(),
        "collections": sources.collections,
        "idf": {word: searcher.ranking.idf(word) for word in WORDS},
        "frequency": {word: sources.frequency(word) for word in WORDS},
        "near": {word: searcher.near_spellings(word, common=True) for word in WORDS},
        "hits": {query: [(hit.passage.id, hit.score) for hit in one.hits] for query, one in results.items()},
        "notes": {query: one.notes for query, one in results.items()},
        "marks": [sources.annotation("actors", document.id) for document in sources.documents],
    }
