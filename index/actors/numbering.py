"""The numbers and letters that count headings, paragraphs and entries: no initials of anybody."""

import re
from typing import Final

_COUNTED: Final = re.compile(
    r"^[ \t>*•–-]*(?:\(?(?P<letter>[A-Za-z]|[ivxIVX]{2,5})[.)]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)"
    r"(?=[ \t]+[\w“\"'‘(«])",
    re.MULTILINE,
)
_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


class Numbering:
    """Where the lines of a text begin that are counted.

    A letter counts if the one after it, or the one before it, counts another line: C. is an initial in C. Wright, and
    none where A. and B. stand before other lines.
    """

    def __init__(self, text: str) -> None:
        counted = list(_COUNTED.finditer(text))
        letters = {(found["letter"] or "") for found in counted}
        certain = [one for one in counted if one["letter"] is None or _is_one_of(one["letter"], letters)]
        self._ends = {one.start(): one.end() for one in certain}

    def begin(self, start: int) -> int:
        """Where the words of a line begin that begins at ``start``."""
        return self._ends.get(start, start)


def _is_one_of(letter: str, letters: set[str]) -> bool:
    """Whether a letter or Roman number is one of several in a row, in the same case."""
    for row in ([chr(code) for code in range(ord("a"), ord("z") + 1)], _ROMAN):
        if letter.lower() in row:
            at = row.index(letter.lower())
            for near in (*row[max(0, at - 1) : at], *row[at + 1 : at + 2]):
                if (near.upper() if letter.isupper() else near) in letters:
                    return True
    return False
