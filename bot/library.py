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

    @property
    def collections(self) -> frozenset[str]:
        """The collections that any document is in."""
        return frozenset(self._whole.sources.collections)

    def renew(self, footnote: Footnote) -> None:
        """Goes on with another Footnote, of the corpus as it now stands; whoever has got one before keeps it."""
        with self._lock:
            self._whole = footnote
            self._views.clear()

    def within(self, granted: Collections) -> Footnote:
        """The Footnote that has these collections and no other; making it takes one pass over the index."""
        with self._lock:
            admitted = self.collections if granted is None else granted & self.collections
            if admitted == self.collections:
                return self._whole
            view = self._views.pop(admitted, None) or self._whole.within(admitted)
            self._views[admitted] = view
            if len(self._views) > _KEPT:
                self._views.popitem(last=False)
        return view
