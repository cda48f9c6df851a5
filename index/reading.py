"""What the processes that read do: a file to a draft, a draft to a document with all that is made of it alone."""

import json
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

from index import furniture
from index.document import SHARED, Document
from index.furniture import Outline
from index.prepared import Prepared
from index.readers import read
from index.readers.confined import Worker
from index.readers.draft import Block, Draft
from index.record import Record
from index.store.shelf import Cells, cells

if TYPE_CHECKING:
    from index.folder import SourceFile

_LEVEL = 1
"""Of compression: text to some 45 % of it at 60 MB/s."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read.

    Attributes:
        draft: Its draft, compressed.
        outline: What tells which of its blocks are furniture.
        collection: The collection it belongs to.
    """

    draft: bytes
    outline: Outline
    collection: str


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made.

    Attributes:
        id: Its id.
        file: Its file.
        origin: What identifies what it was read from.
        reading: It as read.
        banners: The places of the blocks that other documents show to be furniture.
    """

    id: str
    file: str
    origin: str
    reading: Reading
    banners: tuple[int, ...]


def origin(source: "SourceFile") -> str:
    """What a document's draft is made from: a file, its state, and what was said of it when it was found."""
    return f"{source.file}\n{source.fingerprint}\n{source.problem or ''}"


def read_file(source: "SourceFile", worker: Worker) -> Reading:
    """Reads a file."""
    draft = read(source, worker)
    return Reading(_packed(draft), furniture.outline(draft), draft.record.collection or SHARED)


def make(order: Order, _worker: Worker) -> tuple[list[str], Cells]:
    """Makes a document: its words, and its row but for their numbers, as ``index.store.shelf.cells`` does."""
    draft = furniture.clear(_unpacked(order.reading.draft), order.banners)
    document = Document.of_blocks(order.id, order.file, draft.record, draft.blocks, draft.problem)
    banners = np.array(order.banners, np.int32)
    return cells(Prepared.of(document), order.origin, order.reading.draft, order.reading.outline, banners)


def _packed(draft: Draft) -> bytes:
    blocks = [[block.text, block.marked, block.page] for block in draft.blocks]
    return zlib.compress(json.dumps([asdict(draft.record), blocks, draft.problem]).encode(), _LEVEL)


def _unpacked(packed: bytes) -> Draft:
    record, blocks, problem = json.loads(zlib.decompress(packed))
    return Draft(Record(**record), tuple(Block(*block) for block in blocks), problem)
