"""Opens the sources: from the index where it is up to date, else from what of it still holds and the documents."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.engine import DamagedError, generation
from index.folder import SourceFile, scan
from index.progress import Progress, unseen
from index.reading import origin
from index.recipe import recipe
from index.refreshing import Work, refreshed
from index.sources import Sources
from index.store.saving import Saved, load, save, shelved
from index.store.shelf import Shelf

Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """The sources, and how they came about.

    Attributes:
        sources: What can be searched.
        corpus: A fingerprint of the files they were made from.
        work: What was done to bring the index up to the corpus; None where it was up to date.
        unsaved: Why the index could not be saved, else None. The sources serve all the same.
    """

    sources: Sources
    corpus: str
    work: Work | None = None
    unsaved: str | None = None


def open_sources(
    corpus: Path,
    folder: Path,
    *,
    note: Note,
    progress: Progress = unseen,
    rebuild: bool = False,
    processes: int | None = None,
) -> Opened:
    """Opens the corpus, making or refreshing its index where needed.

    Args:
        corpus: Folder of the documents.
        folder: Folder of the index.
        note: Takes one-line notes for people: why an index is made anew, or could not be saved.
        progress: Shows how far the reading and the indexing are.
        rebuild: Make the index even if it is up to date.
        processes: How many to read with; None takes as many as there are processors where that is worth it.

    Raises:
        CorpusError: The corpus folder is missing or may not be read.
    """
    saved = _loaded(folder, note)
    files = scan(corpus, known=_known(saved))
    now = fingerprint(files)
    if not rebuild and saved is not None and _is_current(saved, now):
        return Opened(saved.sources, now)
    made: tuple[Sources, Work] | None = None
    try:
        with generation.writing(folder):
            # Another process may have done the work while this one waited for it, and given ids.
            saved = _loaded(folder, _unsaid)
            files = scan(corpus, known=_known(saved))
            now = fingerprint(files)
            if not rebuild and saved is not None and _is_current(saved, now):
                return Opened(saved.sources, now)
            saved = None if rebuild else saved
            made = _refreshed(saved, files, note, progress, processes, partial(_kept, folder))
            save(Saved(made[0], recipe(), now), folder)
            return Opened(made[0], now, made[1])
    except OSError as error:
        unsaved = f"the index cannot be saved in {folder} ({error.strerror}); answering from memory"
        note(unsaved)
        before = None if rebuild else saved
        sources, work = made or _refreshed(before, files, note, progress, processes, lambda shelf: shelf)
        return Opened(sources, now, work, unsaved)


def fingerprint(files: Sequence[SourceFile]) -> str:
    """A fingerprint of all files of a corpus as they stand."""
    digest = hashlib.blake2b(digest_size=32)
    for file in files:
        digest.update(f"{origin(file)}\n{file.id}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _known(saved: Saved | None) -> Mapping[str, str]:
    """The ids that files have had. An index made otherwise keeps them too: a citation outlives it."""
    return {} if saved is None else saved.sources.known


def _unsaid(_text: str) -> None:
    """Takes a note that was given already."""


def _is_current(saved: Saved, corpus: str) -> bool:
    return saved.corpus == corpus and saved.recipe == recipe()


def _loaded(folder: Path, note: Note) -> Saved | None:
    try:
        return load(folder)
    except DamagedError as error:
        note(f"the index in {folder} cannot be used ({error}); making it anew")
    except OSError as error:
        note(f"the index in {folder} cannot be read ({error.strerror}); making it anew")
    return None


def _kept(folder: Path, shelf: Shelf) -> Shelf:
    try:
        return shelved(folder, shelf)
    except OSError:
        # Saving the whole will fail too, and say so; until then nothing that was read is lost.
        return shelf


def _refreshed(
    saved: Saved | None,
    files: Sequence[SourceFile],
    note: Note,
    progress: Progress,
    processes: int | None,
    keep: Callable[[Shelf], Shelf],
) -> tuple[Sources, Work]:
    def refresh(before: Saved | None) -> tuple[Sources, Work]:
        return refreshed(before, files, recipe(), keep=keep, progress=progress, processes=processes)

    if saved is not None:
        note(_reason(saved, files))
    try:
        return refresh(saved)
    except DamagedError as error:
        note(f"the index cannot be used ({error}); making it anew")
        return refresh(None)


def _reason(saved: Saved, files: Sequence[SourceFile]) -> str:
    if saved.recipe != recipe():
        return "the index was made by another release of Footnote; making it anew"
    before = {origin.partition("\n")[0]: origin for origin in saved.sources.origins}
    now = {file.file: origin(file) for file in files}
    counts = {
        "added": len(now.keys() - before.keys()),
        "removed": len(before.keys() - now.keys()),
        "changed": sum(before[file] != now[file] for file in before.keys() & now.keys()),
    }
    changes = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return f"the corpus has changed ({changes}); refreshing the index"
