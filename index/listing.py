"""The folders of a corpus and what stands in each; no link leads round in a circle or out."""

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder.

    Attributes:
        folder: Where it is.
        entries: What in it is no folder, by name; nothing hidden.
        problem: Why it could not be listed, else None.
    """

    folder: Path
    entries: list[os.DirEntry[str]]
    problem: str | None = None


def listings(root: Path) -> Iterator[Listing]:
    """A folder, given by its real path, and every folder below it, each once; those that links lead to come last."""
    seen: set[tuple[int, int]] = set()
    waiting, links = deque([root]), deque[Path]()
    while waiting or links:
        folder = waiting.popleft() if waiting else links.popleft()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                entries = sorted((one for one in listing if not one.name.startswith(".")), key=attrgetter("name"))
        except FileNotFoundError:
            continue
        except OSError as error:
            yield Listing(folder, [], f"this folder may not be listed ({error.strerror})")
            continue
        files = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(folder / entry.name)
            elif entry.is_symlink() and _is_inner_folder(root, entry):
                links.append(folder / entry.name)
            else:
                files.append(entry)
        yield Listing(folder, files)


def _is_inner_folder(root: Path, link: os.DirEntry[str]) -> bool:
    try:
        target = Path(os.path.realpath(link, strict=True))
        return target.is_dir() and target.is_relative_to(root)
    except OSError:
        return False
