"""Eight bytes of a text at a time, as a whole number in which the first byte is the lowest; and reading ahead.

The machines that numba compiles for have their numbers in memory in this order.
"""

from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import types
from numba.extending import intrinsic

from index.engine.kernels.compiling import Array, Whole, lean

BEYOND = 8
"""Bytes that must be there behind a text."""

_HIGH = np.uint64(0x8080808080808080)
_NUMBERED = np.uint64(0x0001020304050607)
_SMALL = np.uint64(0x2020202020202020)
"""The bit by which a small letter of ASCII differs from its capital; digits have it."""

_FROM_A, _BEYOND_Z = np.uint64(0x1F1F1F1F1F1F1F1F), np.uint64(0x0505050505050505)
_FROM_0, _BEYOND_9 = np.uint64(0x5050505050505050), np.uint64(0x4646464646464646)
"""What takes a byte below 128 to 128 or more unless it is below "a" or "0", or if it is beyond "z" or "9"."""

_NATIVE = ir.IntType(64)
_BYTE = ir.IntType(8)
_WHOLE = ir.IntType(32)


def _address(context: Any, builder: Any, signature: Any, arguments: Any, kind: Any) -> Any:
    """Where the element lies that an array and a place say, in the terms of numba's compiler."""
    array, at = arguments
    place = builder.gep(context.make_array(signature.args[0])(context, builder, array).data, [at])
    return builder.bitcast(place, kind.as_pointer())


def _as_octet(_context: Any, text: Any, _at: Any) -> Any:
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.load(_address(context, builder, signature, arguments, _NATIVE), align=1)

    return types.uint64(text, types.int64), code


def _as_fetch(_context: Any, array: Any, _at: Any) -> Any:
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        where = _address(context, builder, signature, arguments, _BYTE)
        fetch = builder.module.declare_intrinsic(
            "llvm.prefetch", [where.type], ir.FunctionType(ir.VoidType(), [where.type, _WHOLE, _WHOLE, _WHOLE])
        )
        builder.call(fetch, [where, _WHOLE(0), _WHOLE(3), _WHOLE(1)])
        return context.get_dummy_value()

    return types.void(array, types.int64), code


octet: Any = intrinsic(_as_octet)
"""``octet(text, at)``: the bytes from ``at`` on."""

fetch: Any = intrinsic(_as_fetch)
"""``fetch(array, at)``: has an element of a flat array brought into the cache while other things are done."""


@lean
def letters(text: Array, at: Whole) -> Whole:
    """Where the ASCII letters and digits end that begin here."""
    while True:
        others = _others(octet(text, at))
        if others != 0:
            # The lowest bit that is set, brought to the foot of its byte, has that byte's number come out on top.
            lowest = (others & (~others + np.uint64(1))) >> np.uint64(7)
            return at + np.int64((lowest * _NUMBERED) >> np.uint64(56))
        at += 8


@lean
def first(octet: np.uint64, length: Whole) -> np.uint64:
    """So many bytes of eight, zeros behind them."""
    return octet if length >= 8 else octet & ((np.uint64(1) << np.uint64(8 * length)) - np.uint64(1))


@lean
def _others(octet: np.uint64) -> np.uint64:
    """The highest bit of each byte that is no ASCII letter or digit."""
    seven = octet & ~_HIGH
    small = seven | _SMALL
    letter = (small + _FROM_A) & ~(small + _BEYOND_Z)
    digit = (seven + _FROM_0) & ~(seven + _BEYOND_9)
    return (~(letter | digit) | octet) & _HIGH
