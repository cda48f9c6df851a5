"""What becomes of the parts of an index as they are made: written at once and mapped from there, or kept in memory."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from index.engine import Engine, columns
from index.store.lexicon import Leaf, Lexicon
from index.store.shelf import Shelf
from index.store.table import Array

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes parts into a folder that is held by ``generation.writing``, so that they need not stay in memory.

    What cannot be written stays in memory: saving the whole will fail too, and say so, and until then nothing that was
    read is lost.

    Attributes:
        folder: The folder; None keeps everything in memory.
    """

    folder: Path | None = None

    def shelf(self, shelf: Shelf) -> Shelf:
        """A shelf, mapped."""
        if shelf.source is not None:
            return shelf
        return self._kept(shelf, lambda folder: Shelf.from_arrays(*_mapped(folder, shelf.table.arrays())))

    def lexicon(self, lexicon: Lexicon) -> Lexicon:
        """A lexicon whose leaves are mapped."""
        if all(leaf.source is not None for leaf in lexicon.leaves):
            return lexicon
        return Lexicon([self._leaf(leaf) for leaf in lexicon.leaves])

    def engine(self, engine: Engine) -> Engine:
        """An engine whose segments are mapped."""
        return self._kept(engine, engine.mapped)

    def _leaf(self, leaf: Leaf) -> Leaf:
        if leaf.source is not None:
            return leaf
        return self._kept(leaf, lambda folder: Leaf.from_arrays(*_mapped(folder, leaf.arrays())))

    def _kept(self, part: Part, keep: Callable[[Path], Part]) -> Part:
        if self.folder is None:
            return part
        try:
            return keep(self.folder)
        except OSError:
            return part


def _mapped(folder: Path, arrays: Mapping[str, Array]) -> tuple[dict[str, Array], str]:
    name = columns.write(folder, arrays, {})
    return columns.read(folder / name, list(arrays))[0], name
