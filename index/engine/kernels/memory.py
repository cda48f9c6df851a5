"""Arrays at addresses: a kernel is handed one table of addresses for the 27 arrays that a search needs.

The smallest search took 28 us with the arrays themselves handed over, and takes 3 us so.
"""

from collections.abc import Sequence
from typing import Any

import numba
import numpy as np
from numba.core import cgutils, types
from numba.extending import intrinsic

from index.engine.kernels.compiling import Array, jit

_untyped: Any = numba
_array = _untyped.carray


def addresses(arrays: Sequence[Array]) -> Array:
    """Where arrays lie in memory, and how many elements they have; int64, shape (arrays, 2).

    Whoever hands this on holds the arrays, which are contiguous.
    """
    return np.array([[array.ctypes.data, array.size] for array in arrays], np.int64)


def _as_pointer(_context: Any, address: Any) -> Any:
    """A whole number as a pointer, in the terms of numba's compiler."""

    def code(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.inttoptr(arguments[0], cgutils.voidptr_t)

    return types.voidptr(address), code


_pointer: Any = intrinsic(_as_pointer)


@jit
def bytes_at(where: Array) -> Any:
    """The uint8 array at an entry of ``addresses``, as the others of their types."""
    return _array(_pointer(where[0]), (where[1],), np.uint8)


@jit
def shorts_at(where: Array) -> Any:
    """The uint16 array there."""
    return _array(_pointer(where[0]), (where[1],), np.uint16)


@jit
def words_at(where: Array) -> Any:
    """The uint32 array there."""
    return _array(_pointer(where[0]), (where[1],), np.uint32)


@jit
def signed_at(where: Array) -> Any:
    """The int32 array there."""
    return _array(_pointer(where[0]), (where[1],), np.int32)


@jit
def longs_at(where: Array) -> Any:
    """The int64 array there."""
    return _array(_pointer(where[0]), (where[1],), np.int64)


@jit
def floats_at(where: Array) -> Any:
    """The float64 array there."""
    return _array(_pointer(where[0]), (where[1],), np.float64)
