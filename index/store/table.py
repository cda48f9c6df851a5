"""Rows that have in each column an array of any length, laid out so that they can be mapped from a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Ints: TypeAlias = NDArray[np.int64]

_ENDS = ".ends"


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column.

    Attributes:
        values: Of all rows, one after another.
        ends: Where each row's values end; int64, shape (rows,).
    """

    values: Array
    ends: Ints

    @classmethod
    def of(cls, rows: Sequence[Array], kind: np.dtype[Any]) -> Self:
        """A column of what each row has, of this type."""
        ends = np.cumsum(np.fromiter(map(len, rows), np.int64, len(rows)))
        return cls(np.concatenate([np.empty(0, kind), *rows]), ends)

    @classmethod
    def joined(cls, columns: Sequence[Self]) -> Self:
        """The rows of several columns of one type, at least one, one column's after another's."""
        if len(columns) == 1:
            return columns[0]
        before = np.cumsum([0, *(len(part.values) for part in columns)])
        ends = [part.ends + begin for part, begin in zip(columns, before.tolist(), strict=False)]
        return cls(np.concatenate([part.values for part in columns]), np.concatenate(ends))

    @property
    def sizes(self) -> Ints:
        """How many values each row has."""
        return np.diff(self.ends, prepend=0)

    def __getitem__(self, row: int) -> Array:
        return self.values[self.ends[row - 1] if row else 0 : self.ends[row]]

    def taken(self, rows: Ints) -> Self:
        """Some of the rows, in the order given."""
        sizes = self.sizes[rows]
        ends = np.cumsum(sizes)
        if len(rows) == len(self.ends) and (np.diff(rows) == 1).all():
            return type(self)(self.values, self.ends)
        at = np.repeat(self.ends[rows] - ends, sizes) + np.arange(int(sizes.sum()))
        return type(self)(self.values[at], ends)

    def alike(self, other: Self) -> NDArray[np.bool_]:
        """For each row whether another column of as many rows has the same values there."""
        same: NDArray[np.bool_] = self.sizes == other.sizes
        rows = np.flatnonzero(same)
        one, two = self.taken(rows), other.taken(rows)
        same[np.repeat(rows, one.sizes)[one.values != two.values]] = False
        return same


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Columns of as many rows each.

    Attributes:
        columns: By name.
    """

    columns: Mapping[str, Column]

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Array]], kinds: Mapping[str, np.dtype[Any]]) -> Self:
        """A table of rows that each have an array in every column.

        Args:
            rows: The arrays of each by column.
            kinds: The type of each column's values.
        """
        return cls({name: Column.of([row[name] for row in rows], kind) for name, kind in kinds.items()})

    @classmethod
    def joined(cls, tables: Sequence[Self]) -> Self:
        """The rows of several tables that have the same columns, one table's after another's."""
        return cls({name: Column.joined([table.columns[name] for table in tables]) for name in tables[0].columns})

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Self:
        """The table whose ``arrays`` these are."""
        names = [name for name in arrays if not name.endswith(_ENDS)]
        return cls({name: Column(arrays[name], arrays[name + _ENDS]) for name in names})

    def arrays(self) -> dict[str, Array]:
        """Everything in it as named arrays."""
        values = {name: column.values for name, column in self.columns.items()}
        return values | {name + _ENDS: column.ends for name, column in self.columns.items()}

    def taken(self, rows: Ints) -> Self:
        """Some of the rows, in the order given."""
        return type(self)({name: column.taken(rows) for name, column in self.columns.items()})

    def __len__(self) -> int:
        return next((len(column.ends) for column in self.columns.values()), 0)
