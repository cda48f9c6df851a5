"""Opens the sources: from the index where it is up to date, else from what of it still holds and the documents."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.engine import DamagedError, generation
from index.folder import SourceFile, scan
from index.progress import Progress, unseen
from index.reading import origin
from index.recipe import recipe
from index.refreshing import Work, refreshed
from index.sources import Sources
from index.store.keeping import Keeper
from index.store.saving import Saved, load, save

Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """The sources, and how they came about.

    Attributes:
        sources: What can be searched.
        corpus: A fingerprint of the files they were made from.
        work: What was done to bring the index up to the corpus; None where it was up to date.
        unsaved: Why the index could not be saved, else None. The sources serve all the same.
        generation: The name of the generation in the index folder that they are, or were made beside; None where there
            is none.
    """

    sources: Sources
    corpus: str
    work: Work | None = None
    unsaved: str | None = None
    generation: str | None = None


def open_sources(
    corpus: Path,
    folder: Path,
    *,
    note: Note,
    progress: Progress = unseen,
    rebuild: bool = False,
    processes: int | None = None,
    before: Opened | None = None,
) -> Opened:
    """Opens the corpus, making or refreshing its index where needed.

    Args:
        corpus: Folder of the documents.
        folder: Folder of the index.
        note: Takes one-line notes for people: why an index is made anew, or could not be saved.
        progress: Shows how far the reading and the indexing are.
        rebuild: Make the index even if it is up to date.
        processes: How many to read with; None takes as many as there are processors where that is worth it.
        before: The same as this process opened it before; it is given back where nothing has changed.

    Raises:
        CorpusError: The corpus folder is missing or may not be read.
    """
    held = None if before is None else Saved(before.sources, recipe(), before.corpus, before.generation)
    saved = _latest(folder, held, note)
    files = scan(corpus, known=_known(saved))
    now = fingerprint(files)
    if not rebuild and saved is not None and _is_current(saved, now):
        return before if before is not None and saved is held else _opened(saved)
    made: tuple[Sources, Work] | None = None
    try:
        with generation.writing(folder):
            latest = _latest(folder, saved, _unsaid)
            if latest is not saved:
                # Another process has done the work while this one waited for it, or given ids.
                saved, files = latest, scan(corpus, known=_known(latest))
                now = fingerprint(files)
                if not rebuild and saved is not None and _is_current(saved, now):
                    return _opened(saved)
            made = _refreshed(None if rebuild else saved, files, note, progress, processes, Keeper(folder))
            name = save(Saved(made[0], recipe(), now), folder)
            return Opened(made[0], now, made[1], generation=name)
    except OSError as error:
        unsaved = f"the index cannot be saved in {folder} ({error.strerror}); answering from memory"
        note(unsaved)
        use = None if rebuild else saved
        sources, work = made or _refreshed(use, files, note, progress, processes, Keeper())
        return Opened(sources, now, work, unsaved, None if saved is None else saved.generation)


def fingerprint(files: Sequence[SourceFile]) -> str:
    """A fingerprint of all files of a corpus as they stand."""
    whole = "\0".join(f"{origin(file)}\n{file.id}" for file in files)
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def _known(saved: Saved | None) -> Mapping[str, str]:
    """The ids that files have had. An index made otherwise keeps them too: a citation outlives it."""
    return {} if saved is None else saved.sources.known


def _unsaid(_text: str) -> None:
    """Takes a note that was given already."""


def _is_current(saved: Saved, corpus: str) -> bool:
    return saved.corpus == corpus and saved.recipe == recipe()


def _opened(saved: Saved) -> Opened:
    return Opened(saved.sources, saved.corpus, generation=saved.generation)


def _latest(folder: Path, held: Saved | None, note: Note) -> Saved | None:
    """The index of a folder, which is the one that is held already unless another was saved since."""
    return held if held is not None and held.generation == generation.named(folder) else _loaded(folder, note)


def _loaded(folder: Path, note: Note) -> Saved | None:
    try:
        return load(folder)
    except DamagedError as error:
        note(f"the index in {folder} cannot be used ({error}); making it anew")
    except OSError as error:
        note(f"the index in {folder} cannot be read ({error.strerror}); making it anew")
    return None


def _refreshed(
    saved: Saved | None,
    files: Sequence[SourceFile],
    note: Note,
    progress: Progress,
    processes: int | None,
    keeper: Keeper,
) -> tuple[Sources, Work]:
    def refresh(before: Saved | None) -> tuple[Sources, Work]:
        return refreshed(before, files, recipe(), keeper=keeper, progress=progress, processes=processes)

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
    before, now = set(saved.sources.origins), {origin(file): file.file for file in files}
    came = {now[one] for one in now.keys() - before}
    went = {one.partition("\n")[0] for one in before - now.keys()}
    counts = {"added": len(came - went), "removed": len(went - came), "changed": len(came & went)}
    changes = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return f"the corpus has changed ({changes}); refreshing the index"
