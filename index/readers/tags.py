"""Markup without a parser: for the bits of HTML in other formats, and for pages that no parser gets through."""

import re
from html import unescape

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
# Those that stand within a line; a page's words must not be torn at them.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ANY = re.compile(r"<[/!?a-zA-Z][^<>]*>")


def strip(text: str) -> str:
    """The text between the tags, a line for each run that tags set apart, with character references resolved."""
    seen = _UNSEEN.sub("\n", text).replace("\n", " ")
    return unescape(_ANY.sub("\n", _INLINE.sub("", seen)))
