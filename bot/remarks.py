"""What the operator should know of the documents; more than those are told who may see one."""

from collections.abc import Mapping

from index.document import Document
from index.ids import namesake
from index.record import WITHHELD
from index.sources import Sources

_WITHHELD = "only who may see every collection sees it, as its record does not say clearly which it belongs to"


def remarks(sources: Sources) -> Mapping[str, str]:
    """What is to be said of each document of which anything is, by its file."""
    counts = sources.passage_counts()
    said = {one.file: _remark(one, searched=counts[one.id] > 0) for one in sources.listed}
    return {file: remark for file, remark in said.items() if remark}


def _remark(document: Document, *, searched: bool) -> str:
    withheld = _WITHHELD if searched and document.collection == WITHHELD else None
    name = namesake(document.file, document.id) if searched else None
    renamed = f"another file is or was called {name} too, so this one goes by {document.id}" if name else None
    return "; ".join(filter(None, (document.problem, withheld, renamed)))
