"""The Footnote of a corpus as the corpus now stands."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.footnote import Footnote
from index.folder import CorpusError
from index.progress import Progress, unseen

SECONDS: Final = 2.0
"""How long a look at the corpus holds at least."""

SHARE: Final = 20
"""Times as long as a look takes it holds, up to ``LONGEST``: looking costs a twentieth of the time at most."""

LONGEST: Final = 60.0
"""Seconds that a look holds at most: what was moved out of somebody's sight must not stay in it for hours because
reading it took minutes."""


class Current:
    """Looks at the corpus now and then, and opens it anew when a document has come, changed or gone.

    Whoever has got a Footnote can go on with it; only who asks anew gets another. Safe to be used by several threads
    at once: while one opens the corpus anew the others get the Footnote as it was.
    """

    def __init__(self, footnote: Footnote, corpus: Path, index: Path, note: Callable[[str], None]) -> None:
        """Takes a Footnote and where it came from.

        Args:
            footnote: As opened.
            corpus: Folder of the documents.
            index: Folder of the index.
            note: Takes one-line notes for people.
        """
        self._footnote = footnote
        self._corpus = corpus
        self._index = index
        self._note = note
        self._lock = threading.Lock()
        self._due = time.monotonic() + SECONDS

    def footnote(self, progress: Progress = unseen) -> Footnote:
        """The Footnote of the corpus as it stood when it was last looked at, which is now if that was a while ago.

        Where the corpus cannot be read any more this is noted, and the Footnote stays as it was.
        """
        if time.monotonic() > self._due and self._lock.acquire(blocking=False):
            try:
                self._look(progress)
            finally:
                self._lock.release()
        return self._footnote

    def _look(self, progress: Progress) -> None:
        began = time.monotonic()
        try:
            self._footnote = Footnote.open(
                self._corpus, self._index, note=self._note, progress=progress, before=self._footnote
            )
        except CorpusError as error:
            self._note(f"{error} What was read before serves on.")
        ended = time.monotonic()
        self._due = ended + min(max(SECONDS, SHARE * (ended - began)), LONGEST)
