"""From files to drafts: one reader for each format, and the fences around them.

A format is one module here with ``read(content: bytes) -> Draft`` and one entry in ``formats.py``.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from index import frontmatter
from index.readers.confined import SECONDS, ConfinedError, Worker
from index.readers.draft import Draft
from index.readers.encoding import NotTextError
from index.readers.formats import CONFINED, HERE, MAX_BYTES
from index.record import WITHHELD, Record

if TYPE_CHECKING:
    from pathlib import Path

    from index.folder import SourceFile


def read_all(
    sources: Iterable["SourceFile"], *, seconds: float = SECONDS, limit: int = MAX_BYTES
) -> Iterator[tuple["SourceFile", Draft]]:
    """Each document with its draft, one after another, as ``read`` makes it.

    Args:
        sources: The documents.
        seconds: Wall-clock time for one document whose format cannot be trusted.
        limit: Bytes of one document.
    """
    with Worker(seconds) as worker:
        for source in sources:
            yield source, read(source, worker, limit=limit)


def read(source: "SourceFile", worker: Worker, *, limit: int = MAX_BYTES) -> Draft:
    """A document's draft, completed with what its sidecar says; whatever the file holds, this does not raise.

    The collection is the one that the sidecar names, else the front matter, else the folder. Where a record cannot be
    used it is ``WITHHELD``, whatever the folder: it may have named another. So is that of a file that cannot be opened,
    unless it lies in a folder.

    Args:
        source: The document. Its problem, if it has one, becomes part of the draft's.
        worker: Where the formats are parsed that cannot be trusted; started when the first such document comes.
        limit: Bytes; a file that has grown beyond it since it was found is not read.
    """
    record, problems = Record(), [source.problem]
    first, below, _ = source.file.partition("/")
    draft = Draft(Record(collection=first if below else WITHHELD), ())
    if source.readable:
        try:
            content = _content(source.path, limit)
            draft = _parsed(source.path.suffix.lower(), content, worker)
            if not draft.blocks and draft.problem is None:
                problems.append("there is no text in it" if content.strip() else "it is empty")
        except (NotTextError, ConfinedError) as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(f"it cannot be opened ({error.strerror or error})")
        problems.append(draft.problem)
    if source.sealed:
        record = Record(collection=WITHHELD)
    elif source.sidecar is not None:
        sidecar = frontmatter.sidecar(source.sidecar)
        record = sidecar.record
        problems.append(sidecar.problem)
    record = frontmatter.merge(record, draft.record)
    if record.collection is None and below:
        record = replace(record, collection=first)
    return replace(draft, record=record, problem="; ".join(filter(None, problems)) or None)


def _parsed(suffix: str, content: bytes, worker: Worker) -> Draft:
    if suffix in CONFINED:
        return worker.read(f"{__name__}.{CONFINED[suffix]}", content)
    reader: Callable[[bytes], Draft] = import_module(f"{__name__}.{HERE[suffix]}").read
    return reader(content)


def _content(path: "Path", limit: int) -> bytes:
    # Between the scan and now the file may have become a pipe, which must not block, or grown.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor has no path
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it is no regular file any more")
        content = file.read(limit + 1)
    if len(content) > limit:
        raise OSError(0, f"it has grown beyond {limit:,} bytes")
    return content
