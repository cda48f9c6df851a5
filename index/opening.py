"""Opens the sources: from the index where it is up to date, else from the documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.archive import UnusableError, load, save
from index.document import Document
from index.folder import SourceFile, scan
from index.furniture import banners, clear, outline
from index.progress import Progress, unseen
from index.readers import read_all
from index.sources import Sources


@dataclass(frozen=True, slots=True)
class Opened:
    """The sources, and how they came about.

    Attributes:
        sources: What can be searched.
        rebuilt: Whether the documents were read, rather than the saved index.
        unsaved: Why the index could not be saved, else None. The sources serve all the same.
    """

    sources: Sources
    rebuilt: bool
    unsaved: str | None = None


def open_sources(
    corpus: Path,
    folder: Path,
    *,
    note: Callable[[str], None],
    progress: Progress = unseen,
    rebuild: bool = False,
) -> Opened:
    """Opens the corpus, making or refreshing its index where needed.

    Args:
        corpus: Folder of the documents.
        folder: Folder of the index.
        note: Takes one-line notes for people: why an index is made anew, or could not be saved.
        progress: Shows how far the reading and the indexing are.
        rebuild: Make the index even if it is up to date.

    Raises:
        CorpusError: The corpus folder is missing or may not be read.
    """
    files = scan(corpus)
    fingerprints = {file.file: f"{file.id} {file.fingerprint} {file.problem}" for file in files}
    saved = None if rebuild else _saved(folder, fingerprints, note)
    if saved is not None:
        return Opened(saved, rebuilt=False)
    sources = Sources.of(_documents(files, progress), progress=progress)
    try:
        save(sources, fingerprints, folder)
    except OSError as error:
        unsaved = f"the index cannot be saved in {folder} ({error.strerror}); answering from memory"
        note(unsaved)
        return Opened(sources, rebuilt=True, unsaved=unsaved)
    return Opened(sources, rebuilt=True)


def _saved(folder: Path, fingerprints: dict[str, str], note: Callable[[str], None]) -> Sources | None:
    try:
        loaded = load(folder)
    except UnusableError as error:
        note(f"the index in {folder} cannot be used ({error}); making it anew")
        return None
    except OSError as error:
        note(f"the index in {folder} cannot be read ({error.strerror}); making it anew")
        return None
    if loaded is None:
        return None
    sources, known = loaded
    if known == fingerprints:
        return sources
    note(f"the corpus has changed ({_changes(known, fingerprints)}); refreshing the index")
    return None


def _changes(before: dict[str, str], now: dict[str, str]) -> str:
    counts = {
        "added": len(now.keys() - before.keys()),
        "removed": len(before.keys() - now.keys()),
        "changed": sum(before[file] != now[file] for file in before.keys() & now.keys()),
    }
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def _documents(files: Sequence[SourceFile], progress: Progress) -> list[Document]:
    drafts = [draft for _, draft in read_all(progress(files, len(files), "Reading"))]
    left_out = banners([outline(draft) for draft in drafts])
    cleared = [clear(draft, places.tolist()) for draft, places in zip(drafts, left_out, strict=True)]
    return [
        Document.of_blocks(file.id, file.file, draft.record, draft.blocks, draft.problem)
        for file, draft in zip(files, cleared, strict=True)
    ]
