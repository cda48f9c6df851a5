"""The index on disk: one file, checksummed, replaced atomically, never trusted.

The index is a cache of the corpus: whatever is wrong with it, it is made anew. It carries the fingerprint of each file
it was made from, and of the code that made it, so that neither a changed document nor a new release of Footnote is
answered from an old index.
"""

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from index.document import Document, Paragraph
from index.passages import Passage
from index.record import Record
from index.sources import Sources

FILE = "footnote.index"
_MAGIC = b"footnote index 1\n"
_DIGEST_SIZE = 32


class UnusableError(Exception):
    """There is an index, but this release cannot use it; the message says why in a few words."""


@cache
def recipe() -> str:
    """A fingerprint of the code that makes an index."""
    digest = hashlib.sha256()
    for module in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()


def save(sources: Sources, fingerprints: Mapping[str, str], folder: Path) -> None:
    """Writes the index, replacing an older one in one step.

    A reader sees the old file or the new one, never a part; a process killed while writing leaves the old one.

    Args:
        sources: What to save.
        fingerprints: The fingerprint of each file of the corpus, by its path below the corpus folder.
        folder: Where to; made if absent.

    Raises:
        OSError: The folder cannot be written, or the disk is full. An older index is left as it was.
    """
    payload = zlib.compress(json.dumps(_plain(sources, fingerprints), ensure_ascii=False).encode(), level=1)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=f".{FILE}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_MAGIC + hashlib.sha256(payload).digest() + payload)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(folder / FILE)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def load(folder: Path) -> tuple[Sources, dict[str, str]] | None:
    """Reads the index and the fingerprints it was made from; None where there is none.

    Raises:
        UnusableError: There is an index, but it is cut off, altered, of another kind or of another release.
        OSError: It may not be read.
    """
    try:
        raw = (folder / FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not raw.startswith(_MAGIC):
        raise UnusableError("it is damaged or of another format")
    digest, payload = raw[len(_MAGIC) : len(_MAGIC) + _DIGEST_SIZE], raw[len(_MAGIC) + _DIGEST_SIZE :]
    if hashlib.sha256(payload).digest() != digest:
        raise UnusableError("it is damaged: its checksum does not match")
    plain = json.loads(zlib.decompress(payload))
    if plain["recipe"] != recipe():
        raise UnusableError("it was made by another release of Footnote")
    return _sources(plain), plain["fingerprints"]


def _plain(sources: Sources, fingerprints: Mapping[str, str]) -> dict[str, Any]:
    numbers: dict[str, int] = {}
    return {
        "recipe": recipe(),
        "fingerprints": dict(fingerprints),
        "documents": [asdict(document) for document in sources.documents],
        "passages": [[one.id, one.document, one.paragraph, one.start, one.end] for one in sources.passages],
        "terms": [[numbers.setdefault(term, len(numbers)) for term in terms] for terms in sources.terms],
        "vocabulary": list(numbers),
        "surfaces": sources.surfaces,
    }


def _sources(plain: dict[str, Any]) -> Sources:
    documents = {one["id"]: _document(one) for one in plain["documents"]}
    vocabulary = plain["vocabulary"]
    return Sources(
        documents=tuple(documents.values()),
        passages=tuple(
            Passage(id, document, paragraph, start, end, documents[document].text[start:end])
            for id, document, paragraph, start, end in plain["passages"]
        ),
        terms=tuple(tuple(vocabulary[number] for number in numbers) for numbers in plain["terms"]),
        surfaces=plain["surfaces"],
    )


def _document(plain: dict[str, Any]) -> Document:
    record, paragraphs = plain.pop("record"), plain.pop("paragraphs")
    return Document(record=Record(**record), paragraphs=tuple(Paragraph(**one) for one in paragraphs), **plain)
