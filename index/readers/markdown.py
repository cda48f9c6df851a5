"""Markdown: what its marks say is kept, the marks themselves are taken off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index import frontmatter
from index.readers import tags
from index.readers.draft import Block, Draft
from index.readers.encoding import decode, line
from index.readers.text import paragraphs

CELL_BREAK = " | "
"""Between two cells of a table's row: a row read as one line keeps telling its columns apart."""

# Their blocks are content whatever they read like.
_MARKING = frozenset({"blockquote_open", "list_item_open", "heading_open", "tr_open"})


def read(content: bytes) -> Draft:
    """The blocks of a Markdown document and what its front matter or its first heading says.

    Raises:
        NotTextError: The bytes are no text.
    """
    front = frontmatter.split(decode(content))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    walk = _Walk(front.record.title)
    for token in parser.parse(front.body):
        walk.take(token)
    if not walk.blocks and walk.title == front.record.title:
        # Nested too deep to be Markdown.
        walk.add_all(paragraphs(front.body))
    return Draft(replace(front.record, title=walk.title), tuple(walk.finished()), front.problem)


@dataclass(slots=True)
class _Walk:
    """Blocks as they come out of a document's tokens.

    Attributes:
        title: The document's title, once known.
        blocks: Those so far.
        marking: How many open constructs say that what they hold is content.
        cells: Those of the table row that is open, else None.
        titling: Whether the heading that is open may be the title.
        heading: Whether a heading is open.
        titled: How many blocks stand before the heading that gave the title, or None.
        headings: How many other headings have the title's level.
        rows: How many blocks are rows of tables.
        written: Places of the blocks that are paragraphs by themselves.
    """

    title: str | None
    blocks: list[Block] = field(default_factory=list)
    marking: int = 0
    cells: list[str] | None = None
    titling: bool = False
    heading: bool = False
    titled: int | None = None
    headings: int = 0
    rows: int = 0
    written: list[int] = field(default_factory=list)

    def take(self, token: Token) -> None:
        """Adds the blocks that a token ends or holds."""
        if token.type.replace("_close", "_open") in _MARKING:
            self.marking += token.nesting
        match token.type:
            case "tr_open":
                self.cells = []
            case "tr_close":
                self.add(CELL_BREAK.join(self.cells or ()), marked=True)
                self.cells = None
                self.rows += 1
            case "heading_open":
                self.titling = token.tag == "h1"
                self.heading = True
            case "heading_close":
                self.titling = self.heading = False
            case "fence" | "code_block":
                self.add_all(token.content.split("\n"), marked=True)
            case "html_block":
                self.add_all(tags.strip(token.content).split("\n"))
            case "inline":
                self.inline(token.children or ())

    def inline(self, tokens: Sequence[Token]) -> None:
        """Adds what one paragraph, heading or cell holds."""
        lines = _lines(tokens)
        whole = line(" ".join(lines))
        if self.cells is not None:
            self.cells.append(whole)
        elif self.titling and self.title in (None, whole):
            self.title = whole or None
            self.titled = len(self.blocks) if whole and self.titled is None else self.titled
        else:
            self.headings += self.titling
            before = len(self.blocks)
            self.add_all(lines)
            if not self.heading and not self.marking:
                self.written.extend(range(before, len(self.blocks)))
            for image in tokens:
                if image.type == "image":
                    self.add(" ".join(_lines(image.children or ())))

    def finished(self) -> list[Block]:
        """The blocks, once all tokens are taken."""
        blocks = self.blocks
        # Whoever writes Markdown writes no menus into it; above and below a text that was copied they may stand.
        for place in self.written:
            if 0 < place < len(blocks) - 1:
                blocks[place] = replace(blocks[place], marked=True)
        # Among tables that each have a heading the title is the heading of the first.
        if self.title and self.titled is not None and self.rows and self.headings and not self.written:
            return [*blocks[: self.titled], Block(self.title, marked=True), *blocks[self.titled :]]
        return blocks

    def add_all(self, texts: Iterable[str], *, marked: bool = False) -> None:
        """Adds a block for each of the texts that is not empty."""
        for text in texts:
            self.add(text, marked=marked)

    def add(self, text: str, *, marked: bool = False) -> None:
        """Adds a block, unless there is nothing in it."""
        if clean := line(text):
            self.blocks.append(Block(clean, marked or self.marking > 0))


def _lines(tokens: Sequence[Token]) -> list[str]:
    """The texts of inline tokens without images; a hard line break begins another."""
    lines = [""]
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            lines[-1] += token.content
        elif token.type == "softbreak":
            lines[-1] += " "
        elif token.type == "hardbreak":
            lines.append("")
    return lines
