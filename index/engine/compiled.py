"""The compiled kernels, where numba is installed: an optional extra that is imported only when it pays."""

import hashlib
import os
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

WORTH = 50_000
"""Passages from which on the compiled kernels are used. Below it a query takes some 1 ms without them, and importing
them 0.5 s; ``benchmarks.speed`` measures both ways."""

_ENGINE = Path(__file__).parent


@cache
def kernels() -> ModuleType | None:
    """The module of compiled kernels, or None without numba.

    The first call imports numba, which takes some 0.3 s, and the kernels, which are compiled on first use, in 15 s, and
    kept in a folder that they are loaded from ever after, in 0.2 s.
    """
    try:
        numba: Any = import_module("numba")
    except ImportError:
        return None
    own = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(_folder(own))
    try:
        return import_module("index.engine.kernels")
    finally:
        numba.config.CACHE_DIR = own


def _folder(chosen: str) -> Path:
    """Where compiled code is kept: where ``NUMBA_CACHE_DIR`` says, else beside the kernels, else in the user's cache.

    Below that a folder for this very engine: numba looks whether a kernel's own file has changed, but a kernel also has
    other files' code in it. Never a folder that others may write to, nor the index, which people hand on: whoever can
    write there could have any code run.
    """
    digest = hashlib.sha256()
    for file in sorted(_ENGINE.rglob("*.py")):
        digest.update(file.read_bytes())
    beside = _ENGINE / "__pycache__"
    if chosen:
        parent = Path(chosen)
    elif os.access(beside if beside.exists() else _ENGINE, os.W_OK):
        parent = beside
    else:
        parent = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "footnote"
    return parent / f"kernels-{digest.hexdigest()[:16]}"
