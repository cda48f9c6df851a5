"""How the kernels are compiled."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

import numba
import numpy as np
import numpy.typing as npt

Function = TypeVar("Function", bound=Callable[..., Any])
Array = npt.NDArray[Any]
Whole: TypeAlias = int | np.int64

_njit: Any = numba.njit  # its types leave out the options used here


def jit(function: Function, **options: bool) -> Function:
    """Compiles a function on its first call and keeps the code in a folder; see ``index.engine.compiled``."""
    try:
        compiled: Function = _njit(cache=True, nogil=True, **options)(function)
    except RuntimeError:  # no folder may be written to
        compiled = _njit(nogil=True, **options)(function)
    return compiled


def lean(function: Function) -> Function:
    """As ``jit``, for a function that makes no array, and leaves out counting references to those it is given.

    Its caller holds them. Counting took 40 % of a query's time at 300,000 passages. The option is numba's own affair;
    a release without it counts.
    """
    try:
        return jit(function, _nrt=False)
    except KeyError:
        return jit(function)
