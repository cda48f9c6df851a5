"""Time expressions in running text, as EDTF."""

from index.dates.expression import TimeExpression
from index.dates.finder import find

__all__ = ["TimeExpression", "find"]
