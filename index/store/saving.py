"""The index on disk: a generation of files, each named by its content and never changed.

It is a cache of the corpus and never trusted: whatever is wrong with it, it is made anew. Opening looks at the
checksums of everything but, in large files, the columns that are checked row by row when a document is looked at.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.engine import DamagedError, Engine, columns, generation, saving
from index.recipe import Recipe
from index.sources import Sources
from index.store.census import Census
from index.store.lexicon import Leaf, Lexicon
from index.store.shelf import SUMMED, Shelf
from index.store.table import Array

_VERSION = 3
_ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Saved:
    """An index.

    Attributes:
        sources: What it has.
        recipe: What it was made with.
        corpus: A fingerprint of all files of the corpus.
        generation: The name of the generation in the index folder that it is, or was made beside; None where there is
            none.
    """

    sources: Sources
    recipe: Recipe
    corpus: str
    generation: str | None = None


def save(saved: Saved, folder: Path) -> str:
    """Writes an index, replacing an older one in one step; to be called within ``generation.writing``.

    A reader sees the old one or the new one, never a part; a process killed while writing leaves the old one.

    Returns:
        The generation's name.

    Raises:
        OSError: The folder cannot be written, or the disk is full. An older index is left as it was.
    """
    sources = saved.sources
    shelves = [_written(folder, shelf.source, shelf.table.arrays()) for shelf in sources.shelves]
    leaves = [_written(folder, leaf.source, leaf.arrays()) for leaf in sources.lexicon.leaves]
    catalogue = columns.write(folder, sources.census.arrays() | {_ROWS: sources.rows}, {})
    engine = sources.engine.write(folder)
    record = {
        "version": _VERSION,
        "recipe": asdict(saved.recipe),
        "corpus": saved.corpus,
        "shelves": shelves,
        "lexicon": leaves,
        "catalogue": catalogue,
        "engine": engine,
    }
    return generation.commit(folder, record, {*shelves, *leaves, catalogue, *saving.files(engine)})


def load(folder: Path) -> Saved | None:
    """Maps the index; None where there is none.

    Raises:
        DamagedError: It is cut off, altered or of another kind.
        OSError: It may not be read.
    """
    try:
        return generation.current(folder, lambda name, record: _opened(folder, name, record))
    except (FileNotFoundError, NotADirectoryError):
        return None


def _written(folder: Path, source: str | None, arrays: Mapping[str, Array]) -> str:
    return source if source is not None and (folder / source).exists() else columns.write(folder, arrays, {})


def _opened(folder: Path, name: str, record: Mapping[str, Any]) -> Saved:
    if record.get("version") != _VERSION:
        raise DamagedError("it is of another version")
    shelves = [_shelf(folder, file) for file in record["shelves"]]
    leaves = [Leaf.from_arrays(columns.read(folder / file)[0], file) for file in record["lexicon"]]
    catalogue, _ = columns.read(folder / record["catalogue"])
    rows = catalogue[_ROWS].astype(np.int64)
    engine = Engine.read(folder, record["engine"])
    sources = Sources(shelves, rows, Lexicon(leaves), census=Census.from_arrays(catalogue), engine=engine)
    return Saved(sources, Recipe(**record["recipe"]), record["corpus"], name)


def _shelf(folder: Path, name: str) -> Shelf:
    path = folder / name
    arrays, _ = columns.read(path, SUMMED if path.stat().st_size > saving.CHECKED_WHOLE else ())
    return Shelf.from_arrays(arrays, name)
