"""A web page as pieces of text, in the order of the page, with what its marks say of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from index.readers.encoding import line

CELL_BREAK = " | "
"""Between two cells of a table's row: a row read as one line keeps telling its columns apart."""

MAX_CELL_WORDS = 40
"""Words of a table's cell from which the table is there for the page's layout, and its cells hold paragraphs."""

KEPT_BREAK = "\ue00a"
"""Stands for a line break in preformatted text, which is told from quotations no more once a page has been read; no
page may use it."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKING = _HEADINGS | {"li", "dt", "dd", "blockquote", "pre"}
# They hold text; others that begin a line of their own are boxes, which hold these.
_OF_TEXT = _MARKING | frozenset(
    "address br caption center dl figcaption figure hr ol option p summary table tbody td tfoot th thead tr ul".split()
)
# Elements that begin a line of their own in a browser.
_SETS_APART = _OF_TEXT | frozenset(
    "article aside body details dialog div fieldset footer form header html main nav section".split()
)
_UNSEEN = frozenset("head script style template noscript iframe object svg math select button textarea".split())
_BESIDE = frozenset({"footer", "aside"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a page's text that its elements set apart.

    Attributes:
        text: One line, never empty.
        box: Number of the innermost element around it that is there to hold others.
        marked: Whether an element says that this is content: an item of a list, a quotation, a row, a heading.
        heading: Whether it is a heading.
        linked: Whether nothing of it stands outside links.
        navigates: Whether it stands in the page's navigation.
        beside: Whether it stands in a footer or an aside.
    """

    text: str
    box: int
    marked: bool = False
    heading: bool = False
    linked: bool = False
    navigates: bool = False
    beside: bool = False


def pieces(root: etree._Element) -> Iterator[Piece]:
    """The pieces of an element's text; without recursion along the tree, since trees may be deep."""
    walk = etree.iterwalk(root, events=("start", "end"))
    state = _State()
    for event, element in walk:
        name = element.tag
        begins = event == "start"
        if name in _SETS_APART:
            yield from state.flush()
        row = begins and name == "tr" and not state.unseen and _row(element)
        if row:
            yield state.piece(
                CELL_BREAK.join(piece.text for piece in row), all(piece.linked for piece in row), row=True
            )
            walk.skip_subtree()
        state.step(name, begins)
        run = (None if row else element.text) if begins else element.tail if element is not root else None
        if run and not state.unseen:
            state.gathered.append(run)
            state.loose = state.loose or (not state.links and bool(run.strip()))
    yield from state.flush()


def lines(root: etree._Element, breaks: frozenset[str]) -> Iterator[str]:
    """The element's text, cut where named elements begin and end."""
    gathered: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in breaks:
            yield from _unbroken(gathered)
            gathered = []
        run = element.text if event == "start" else element.tail if element is not root else None
        if run:
            gathered.append(run)
    yield from _unbroken(gathered)


class _State:
    """Where the walk is: how many elements of each kind are open, and the text since the last piece."""

    def __init__(self) -> None:
        self.gathered: list[str] = []
        self.loose = False
        self.links = self.unseen = 0
        self._marking = self._headings = self._navigation = self._quotations = 0
        self._beside = [0]
        self._boxes = [0]
        self._last_box = 0

    def step(self, name: object, begins: bool) -> None:
        """Takes note of an element that begins or ends."""
        change = 1 if begins else -1
        self.links += change * (name == "a")
        self.unseen += change * (name in _UNSEEN)
        self._marking += change * (name in _MARKING)
        self._headings += change * (name in _HEADINGS)
        self._navigation += change * (name == "nav")
        self._quotations += change * (name == "blockquote")
        if name in _BESIDE:
            # The footer of a quotation says whose it is.
            if begins:
                self._beside.append(self._beside[-1] + (self._quotations == 0))
            else:
                self._beside.pop()
        if name in _SETS_APART and name not in _OF_TEXT:
            if begins:
                self._last_box += 1
                self._boxes.append(self._last_box)
            else:
                self._boxes.pop()

    def flush(self) -> Iterator[Piece]:
        """The pieces that the gathered text is."""
        linked = not self.loose
        yield from [self.piece(text, linked) for text in _unbroken(self.gathered)]
        self.gathered = []
        self.loose = False

    def piece(self, text: str, linked: bool, *, row: bool = False) -> Piece:
        """A piece at this place."""
        return Piece(
            text,
            box=self._boxes[-1],
            # Menus are lists of links.
            marked=row or self._headings > 0 or (self._marking > 0 and not linked),
            heading=self._headings > 0,
            linked=linked,
            navigates=self._navigation > 0,
            beside=self._beside[-1] > 0,
        )


def _row(row: etree._Element) -> list[Piece]:
    """What the cells of a table's row say, one piece a cell; nothing if the table is there for the layout."""
    if next(row.iterdescendants("table"), None) is not None:
        return []
    cells = []
    for cell in row.iterchildren("td", "th"):
        found = list(pieces(cell))
        if found:
            text = " ".join(piece.text for piece in found)
            cells.append(Piece(text, 0, linked=all(piece.linked for piece in found)))
    return [] if any(len(cell.text.split()) > MAX_CELL_WORDS for cell in cells) else cells


def _unbroken(gathered: list[str]) -> Iterator[str]:
    return filter(None, map(line, "".join(gathered).split(KEPT_BREAK)))
