"""The sources as far as somebody may see them: for them, nothing else exists."""

from collections import OrderedDict
from threading import Lock

from bot.footnote import Footnote
from bot.grants import Collections

_KEPT = 16
"""Views kept ready. A server's channels mostly share one; one that was dropped is made again when it is asked for."""


class Library:
    """Gives a Footnote for each set of collections. Safe to be used by several threads at once.

    A view is made of the admitted documents alone. So ranking, spellings, counts and every message know nothing of the
    others, rather than having to be careful not to tell.
    """

    def __init__(self, footnote: Footnote) -> None:
        self._whole = footnote
        self._views: OrderedDict[frozenset[str], Footnote] = OrderedDict()
        self._lock = Lock()
        self.collections = frozenset(footnote.sources.collections)

    def within(self, granted: Collections) -> Footnote:
        """The Footnote that has these collections and no other; making it takes one pass over the index."""
        admitted = self.collections if granted is None else granted & self.collections
        if admitted == self.collections:
            return self._whole
        with self._lock:
            view = self._views.pop(admitted, None) or self._whole.within(admitted)
            self._views[admitted] = view
            if len(self._views) > _KEPT:
                self._views.popitem(last=False)
        return view
