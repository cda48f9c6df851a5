"""Words in pictures: which font, how wide, where lines break; right-to-left names are shaped.

The fonts are Noto Sans and Noto Sans Arabic, from packages, so that a picture is the same on every machine. Arabic
letters join and run from right to left where Pillow finds libfribidi (Debian's ``libfribidi0``); where it does not, and
for letters of scripts that the fonts lack, a name is written in Latin letters instead of wrongly or as boxes.
"""

import re
import unicodedata
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from anyascii import anyascii
from PIL import ImageFont, features

Font = ImageFont.FreeTypeFont

ELLIPSIS: Final = "…"
_RIGHT_TO_LEFT = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_FOREIGN = re.compile(
    "[^\u0000-\u024f\u0250-\u036f\u0370-\u052f\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u097f\u1e00-\u1fff"
    "\u2000-\u206f\u2070-\u209f\u20a0-\u20bf\u2100-\u214f\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]"
)
"""What neither font has: anything but Latin, Greek, Cyrillic, Arabic, Devanagari, marks and punctuation."""


def is_right_to_left(text: str) -> bool:
    """Whether a text runs from right to left: by its first letter that has a direction (Unicode's rule P2)."""
    first = next((side for mark in text if (side := unicodedata.bidirectional(mark)) in ("L", "R", "AL")), "L")
    return first != "L"


def can_show(text: str) -> bool:
    """Whether a text can be shown letter for letter: the fonts have it, and it can be shaped."""
    return _FOREIGN.search(text) is None and (can_shape() or _RIGHT_TO_LEFT.search(text) is None)


@cache
def can_shape() -> bool:
    """Whether right-to-left letters can be joined and put in order."""
    return bool(features.check("raqm")) and bool(features.check("fribidi"))


def legible(name: str) -> str:
    """A name on one line, in Latin letters where its own cannot be shown."""
    plain = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", " ", name).split())
    return plain if can_show(plain) else anyascii(plain).strip() or "?"


def font_for(text: str, size: int, *, bold: bool = False) -> Font:
    """The font that has a text's letters.

    Args:
        text: What is to be written.
        size: Pixels.
        bold: Whether it is to stand out.
    """
    return _font(_RIGHT_TO_LEFT.search(text) is not None, size, bold)


@cache
def _font(arabic: bool, size: int, bold: bool) -> Font:
    package, file = (
        ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf")
        if arabic
        else ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf")
    )
    # What needs no shaping is laid out the same with and without libfribidi.
    engine = ImageFont.Layout.RAQM if arabic and can_shape() else ImageFont.Layout.BASIC
    font = ImageFont.truetype(BytesIO((files(package) / "files" / file).read_bytes()), size, layout_engine=engine)
    font.set_variation_by_axes([640 if bold else 420, 100])
    return font


def width(text: str, size: int, *, bold: bool = False) -> float:
    """How many pixels wide a line is."""
    return font_for(text, size, bold=bold).getlength(text)


def lines(text: str, size: int, most_wide: float, most: int, *, bold: bool = False) -> list[str]:
    """A text in so many lines of so many pixels at most; what does not fit is cut off at a word, with an ellipsis."""
    broken: list[str] = []
    left = text.split()
    while left and len(broken) < most:
        taken = _fitting(left, size, most_wide, bold)
        broken.append(" ".join(left[:taken]))
        left = left[taken:]
    return [
        _cut(line, size, most_wide, bold)
        if (left and at == most - 1) or width(line, size, bold=bold) > most_wide
        else line
        for at, line in enumerate(broken)
    ]


def _fitting(words: list[str], size: int, most_wide: float, bold: bool) -> int:
    """How many of the words fit on one line, at least one."""
    count = 1
    while count < len(words) and width(" ".join(words[: count + 1]), size, bold=bold) <= most_wide:
        count += 1
    return count


def _cut(line: str, size: int, most_wide: float, bold: bool) -> str:
    """The longest beginning of a line that fits with an ellipsis, up to the end of a word where that loses little."""

    def too_wide(length: int) -> bool:
        return width(line[:length] + ELLIPSIS, size, bold=bold) > most_wide

    fitting = bisect_left(range(1, len(line)), x=True, key=too_wide)
    kept = line[: max(1, fitting)]
    whole = line[: len(kept) + 1].rpartition(" ")[0]
    return (whole if len(whole) > len(kept) // 2 else kept).rstrip(" ,;:") + ELLIPSIS
