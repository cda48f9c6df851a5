"""The CRC-32 of bytes, as ``zlib`` has it: what terms are found by in a vocabulary."""

import numpy as np

from index.engine.kernels.compiling import Array, Whole, jit, lean

_POLYNOMIAL = 0xEDB88320
_ALL = np.uint32(0xFFFFFFFF)
_LOW = np.uint32(0xFF)
_EIGHT = np.uint32(8)


def _remainders() -> Array:
    """Of each byte; uint32, shape (256,)."""
    values: Array = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        values = (values >> 1) ^ np.where(values & 1, np.uint32(_POLYNOMIAL), np.uint32(0))
    return values


_REMAINDERS = _remainders()


@lean
def checksum(text: Array | bytes, begin: Whole, end: Whole) -> np.uint32:
    """That of a stretch of a text."""
    value = _ALL
    for at in range(begin, end):
        value = _REMAINDERS[(value ^ np.uint32(text[at])) & _LOW] ^ (value >> _EIGHT)
    return value ^ _ALL


@jit
def checksums(text: Array, begins: Array, ends: Array) -> Array:
    """Those of stretches of a text; uint32."""
    found = np.empty(len(begins), np.uint32)
    for which in range(len(begins)):
        found[which] = checksum(text, begins[which], ends[which])
    return found
