"""The key that the source reader's links are sealed with."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from bot.state.database import StateError

NAME = "reader.key"
SIZE = 32
"""Bytes: as many as HMAC-SHA-256 gives, which RFC 2104 advises."""


def reader_key(folder: Path) -> bytes:
    """The key kept in a folder, made where there is none.

    It is put in its place whole and never over another: of two processes that make one at once, both go on with the
    same, and a crash leaves none or one.

    Raises:
        StateError: It cannot be read or kept, or is no key.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StateError(f"{path} cannot be read or made: {error.strerror or error}") from None
    if len(key) != SIZE:
        raise StateError(f"{path} is no key, and is left as it is; without it a new one is made and older links end")
    return key


def _make(path: Path) -> None:
    # Only the owner may read what mkstemp makes.
    descriptor, name = tempfile.mkstemp(prefix=f".{NAME}-", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
    finally:
        made.unlink(missing_ok=True)
