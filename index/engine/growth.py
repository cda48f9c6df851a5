"""Arrays that grow."""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", bound=np.generic)


def grown(array: npt.NDArray[Number], least: int) -> npt.NDArray[Number]:
    """A copy with room for at least so many, and for half as many again as there was; zeros where nothing was."""
    larger = np.zeros(max(least, len(array) * 3 // 2), array.dtype)
    larger[: len(array)] = array
    return larger
