"""Named arrays in one file, mapped when read; the file is named by its content and is never changed.

Layout: a magic line, the length of the header in 8 bytes (little-endian), the header (JSON: meta, and each array's
type, shape, offset and SHA-256; the whole file's size), the header's SHA-256, then the arrays, each at a multiple of 64
bytes from the file's start. The name is the header's SHA-256, too.
"""

import hashlib
import json
import mmap
import os
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_MAGIC = b"footnote columns 2\n"
_ALIGNMENT = 64
_DIGEST_SIZE = 32
_LONGEST_HEADER = 1 << 20

PREFIX = ".columns."
"""How the names of files begin that are being written."""

SUFFIX = ".columns"

Array = npt.NDArray[Any]
Meta = Mapping[str, float | int]


class DamagedError(Exception):
    """A file is not what it says it is; the message says in a few words why."""


def write(folder: Path, columns: Mapping[str, Array], meta: Meta) -> str:
    """Writes arrays to a new file, which stands there whole or not at all, whatever becomes of the process.

    Returns:
        The file's name.

    Raises:
        OSError: The folder cannot be written, or the disk is full.
    """
    header = _header(columns, meta)
    digest = hashlib.sha256(header)
    name = f"{digest.hexdigest()}{SUFFIX}"
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=PREFIX)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_MAGIC + len(header).to_bytes(8, "little") + header + digest.digest())
            for column in columns.values():
                file.write(bytes(-file.tell() % _ALIGNMENT))
                file.write(_raw(column))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return name


def read(path: Path, unchecked: Collection[str] = ()) -> tuple[dict[str, Array], dict[str, float | int]]:
    """Maps a file's arrays, which are read-only.

    Args:
        path: The file.
        unchecked: Arrays that are not read through: an altered byte in them is not noticed.

    Returns:
        The arrays by name, and the meta.

    Raises:
        FileNotFoundError: There is none.
        DamagedError: It is cut off, of another format, or altered.
        OSError: It may not be read.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        header = _read_header(file.read(len(_MAGIC) + 8 + _LONGEST_HEADER + _DIGEST_SIZE), path)
        if size != header["size"]:
            raise DamagedError(f"{path.name} is cut off or has grown")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    columns: dict[str, Array] = {}
    for name, (kind, shape, offset, digest) in header["columns"].items():
        count = int(np.prod(shape, dtype=np.int64))
        columns[name] = np.frombuffer(mapped, np.dtype(kind), count, offset if count else 0).reshape(shape)
        if name not in unchecked and hashlib.sha256(_raw(columns[name])).hexdigest() != digest:
            raise DamagedError(f"“{name}” in {path.name} is altered")
    return columns, header["meta"]


def _raw(column: Array) -> memoryview:
    return np.ascontiguousarray(column).reshape(-1).view(np.uint8).data


def _encoded(header: Mapping[str, Any]) -> bytes:
    return json.dumps(header, sort_keys=True).encode()


def _header(columns: Mapping[str, Array], meta: Meta) -> bytes:
    """The header; where the arrays start depends on its own length, so it is made until that no longer changes."""
    digests = {name: hashlib.sha256(_raw(column)).hexdigest() for name, column in columns.items()}
    length = 0
    while True:
        at, table = len(_MAGIC) + 8 + length + _DIGEST_SIZE, {}
        for name, column in columns.items():
            at += -at % _ALIGNMENT
            table[name] = (column.dtype.newbyteorder("<").str, column.shape, at, digests[name])
            at += column.nbytes
        header = _encoded({"columns": table, "meta": dict(meta), "size": at})
        if len(header) == length:
            return header
        length = len(header)


def _read_header(raw: bytes, path: Path) -> dict[str, Any]:
    if not raw.startswith(_MAGIC):
        raise DamagedError(f"{path.name} is of another format")
    start = len(_MAGIC) + 8
    end = start + int.from_bytes(raw[len(_MAGIC) : start], "little")
    digest = hashlib.sha256(raw[start:end])
    if digest.digest() != raw[end : end + _DIGEST_SIZE] or f"{digest.hexdigest()}{SUFFIX}" != path.name:
        raise DamagedError(f"the header of {path.name} is damaged")
    header: dict[str, Any] = json.loads(raw[start:end])
    return header
