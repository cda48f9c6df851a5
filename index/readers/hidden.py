"""What a page's tree holds that nobody reads as its text: hidden elements and the marks of references."""

import re

from lxml.html import HtmlElement

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§¶])(?:\s*[,–-]\s*\d{1,3})*[\])]?\s*")
_AFTER_CLAUSE = re.compile(r"[.,;:!?…。，؟\"'”’»)\]]\s*$")
_AFTER_WORD = re.compile(r"[^\W\d_]{3}$")


def without_unread(tree: HtmlElement) -> None:
    """Takes hidden elements and reference marks off a tree."""
    for element in [element for element in tree.iter() if _is_hidden(element)]:
        # Where the page itself is hidden, a script was to show it.
        if element.getparent() is not None and element.tag != "body":
            element.drop_tree()
    for mark in list(tree.iter("sup")):
        text = "".join(mark.itertext())
        if not _MARK.fullmatch(text) or mark.getparent() is None:
            continue
        before = _before(mark)
        links = next(mark.iter("a"), None) is not None or mark.getparent().tag == "a"
        if before.strip() and (_AFTER_CLAUSE.search(before) or links):
            mark.drop_tree()
        elif _AFTER_WORD.search(before):
            # Exponents follow single letters and units; a word and a figure are two things.
            mark.text = f" {mark.text or ''}"


def _is_hidden(element: HtmlElement) -> bool:
    hidden = element.get("hidden")
    # Browsers show it when it is searched for.
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style) is not None


def _before(element: HtmlElement) -> str:
    """The text that stands before an element among its siblings."""
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        above = parent.text or ""
        return above if above or parent.tag != "a" else _before(parent)
    return previous.tail or "".join(previous.itertext())
