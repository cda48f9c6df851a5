"""Generations of what a folder keeps: a new one is written beside the old, then taken for the current in one step.

A generation is a *record* (JSON), which names the files that belong to it; the file CURRENT names the record. Files are
never changed, and those that generations have in common are written once. What the current generation does not need is
removed, which a process that has it open does not notice. A process killed at any moment leaves the old generation or
the new one, and perhaps files that the next commit removes.
"""

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from index.engine import columns
from index.engine.columns import DamagedError

CURRENT = "CURRENT"
_PREFIX = ".generation."
_SUFFIX = ".generation"
_TRIES = 100
"""How often opening is tried anew when a writer has just removed what was to be opened; each try follows a commit."""

Opened = TypeVar("Opened")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Holds a folder, which is made where there is none, for writing a generation; another writer waits.

    The system lets go of it for a process that was killed.

    Raises:
        OSError: The folder cannot be made or held.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def commit(folder: Path, record: Mapping[str, Any], files: Collection[str]) -> str:
    """Makes a record the current generation of a folder that is held by ``writing``.

    Args:
        folder: The folder.
        record: What JSON can hold.
        files: The names of the files, written before, that belong to it.

    Returns:
        The generation's name.

    Raises:
        OSError: The folder cannot be written, or the disk is full. The current generation is left as it was.
    """
    raw = json.dumps(record, sort_keys=True).encode()
    name = f"{hashlib.sha256(raw).hexdigest()}{_SUFFIX}"
    _write(folder, name, raw)
    _sync(folder)
    _write(folder, CURRENT, name.encode())
    _sync(folder)
    _clear(folder, {CURRENT, name, *files})
    return name


def named(folder: Path) -> str | None:
    """The name of the current generation, None where there is none that can be read."""
    try:
        return (folder / CURRENT).read_text(errors="replace")
    except OSError:
        return None


def current(folder: Path, read: Callable[[str, dict[str, Any]], Opened]) -> Opened:
    """What ``read`` makes of the current generation's name and record.

    It is called anew if a writer has removed the generation meanwhile; what it opens must be opened when it returns.

    Raises:
        FileNotFoundError: There is no generation.
        DamagedError: The record is damaged or a file of it missing, or ``read`` raises it.
        OSError: Something may not be read.
    """
    for _ in range(_TRIES):
        name = (folder / CURRENT).read_text(errors="replace")
        try:
            return read(name, _record(folder, name))
        except FileNotFoundError as problem:
            if (folder / CURRENT).read_text(errors="replace") == name:
                raise DamagedError(f"{Path(str(problem.filename)).name} is missing") from problem
    raise DamagedError("it changes faster than it can be opened")


def _record(folder: Path, name: str) -> dict[str, Any]:
    if Path(name).name != name or not name.endswith(_SUFFIX) or "\0" in name:
        raise DamagedError("it does not say which generation is current")
    raw = (folder / name).read_bytes()
    if f"{hashlib.sha256(raw).hexdigest()}{_SUFFIX}" != name:
        raise DamagedError("the checksum of its generation does not match")
    record: dict[str, Any] = json.loads(raw)
    return record


def _write(folder: Path, name: str, raw: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=_PREFIX)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """Brings the folder's names to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _clear(folder: Path, needed: Collection[str]) -> None:
    """Removes what the current generation does not need, and what killed writers left."""
    for file in folder.iterdir():
        ours = file.suffix in (columns.SUFFIX, _SUFFIX) or file.name.startswith((columns.PREFIX, _PREFIX))
        if ours and file.name not in needed:
            # What cannot be removed now is removed by the next commit.
            with suppress(OSError):
                file.unlink()
