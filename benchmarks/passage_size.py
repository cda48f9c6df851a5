"""Which passage size finds and answers best: the measurement behind SIZE in ``index/passages.py``.

The articles of squad2_visible are cut into passages of different sizes; printed is how often an answer stands in the
best passage, in the best three, in the sentence the answerer leads with and in what it shows, and the mean passage
length. News paragraphs are shorter than those of an encyclopaedia, so each paragraph is also cut up into paragraphs of
two sentences first.

    python -m benchmarks.passage_size
"""

from collections.abc import Sequence

from benchmarks.sets import Query, squad
from bot.answering.answerer import Answerer
from bot.question.question import read_question
from index.document import Document
from index.passages import Size
from index.readers.draft import Block
from index.search import Searcher
from index.sentences import sentence_spans
from index.sources import Sources

SIZES = tuple(
    Size(*words)
    for words in (
        (0, 60),
        (0, 160),
        (0, 400),
        (20, 160),
        (40, 100),
        (40, 160),
        (60, 160),
        (80, 160),
        (120, 240),
        (160, 320),
    )
)


def of_two_sentences(document: Document) -> Document:
    """The document with paragraphs as short as in news."""
    blocks = []
    for paragraph in document.paragraphs:
        spans = sentence_spans(document.text, paragraph.start, paragraph.end)
        pairs = [spans[at : at + 2] for at in range(0, len(spans), 2)]
        blocks += [Block(document.text[pair[0][0] : pair[-1][1]]) for pair in pairs]
    return Document.of_blocks(document.id, document.file, document.record, blocks, None)


def row(documents: Sequence[Document], queries: Sequence[Query], size: Size) -> str:
    """The figures for passages as they are cut now."""
    searcher = Searcher(Sources.of(documents, size))
    answerer = Answerer(searcher)
    first = third = led = shown = 0
    for query in queries:
        found = [query.answered_by(hit.passage.text) for hit in searcher.rank(read_question(query.text).terms, 3)]
        answer = answerer.ask(query.text, always=True)
        told = [query.answered_by(sentence.text) for sentence in answer.sentences]
        first, third, led, shown = first + any(found[:1]), third + any(found), led + any(told[:1]), shown + any(told)
    cut = searcher.sources.passages
    words = sum(len(passage.text.split()) for passage in cut) / len(cut)
    counts = {"passage@1": first, "passage@3": third, "led": led, "shown": shown}
    shares = "  ".join(f"{name} {count / len(queries):.3f}" for name, count in counts.items())
    return f"{shares}  {len(cut)} passages of {words:.0f} words"


def main() -> None:
    """Prints a row for each size."""
    documents, queries = squad()
    answerable = [query for query in queries if query.answers][::2]
    short = [of_two_sentences(one) for one in documents]
    for name, given in (("paragraphs as they are", documents), ("paragraphs of two sentences", short)):
        print(name)
        for size in SIZES:
            print(f"{size.shortest:4} to {size.longest:3} words  {row(given, answerable, size)}", flush=True)


if __name__ == "__main__":
    main()
