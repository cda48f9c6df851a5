"""Documents for tests."""

from hypothesis import strategies as st

from index.document import Document
from index.readers.draft import Block
from index.record import Record


def document(*paragraphs: str, id: str = "doc", title: str | None = None) -> Document:
    return Document.of_blocks(id, f"{id}.txt", Record(title=title), [Block(one) for one in paragraphs], None)


_WORD = st.sampled_from(
    ["Khazali", "met", "Mr.", "in", "2007.", "He", "left!", "“No,”", "he", "said.", "x" * 40, "…", "ب"]
)
PARAGRAPH = st.lists(_WORD, min_size=1, max_size=400).map(" ".join)
DOCUMENT = st.lists(
    PARAGRAPH | st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool), max_size=6
).map(lambda paragraphs: document(*paragraphs))
