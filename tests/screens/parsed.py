"""Looking at what was drawn, for the tests."""

from lxml import html


def parsed(*shown: str) -> html.HtmlElement:
    """Pieces of a page as one element."""
    return html.fromstring(f"<main>{''.join(shown)}</main>")


def found(page: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """The elements of a class, or of a kind, in order."""
    return [one for one in page.iter("*") if one.tag == name or name in (one.get("class") or "").split()]


def words(page: html.HtmlElement, name: str) -> list[str]:
    """What can be read in each of them."""
    return [" ".join(one.text_content().split()) for one in found(page, name)]
