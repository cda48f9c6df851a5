"""Time expressions in running text, as EDTF."""

from index.dates.expression import Account, TimeExpression
from index.dates.finder import account, find

__all__ = ["Account", "TimeExpression", "account", "find"]
