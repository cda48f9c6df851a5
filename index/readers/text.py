"""Plain text: paragraphs, lists and verse told apart by their line breaks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from index import frontmatter
from index.readers.draft import Block, Draft
from index.readers.encoding import decode, is_wide

MAX_WIDTH = 120
"""Columns: a longer line was not broken by hand or by an editor, but is a paragraph of its own."""

MIN_WIDTH = 40
"""Columns: lines that are all shorter were not broken for want of room; they are a list, a menu or verse. Letters
and newspaper columns wrapped by hand begin at about 45, lines of verse and menus rarely reach 40."""

FULLNESS = 0.9
"""How full, against the widest, a line has to be with the next line's first word added: exactly 1 where an editor
broke the lines, somewhat less where a hand or hyphenation did."""

MIN_WORDS = 4
"""Words of a line from which a line in lower case below it is its continuation, even if no full stop ends that."""

FEW_LINES = 3
"""Lines of a short paragraph. In longer runs a short word before a capital may end a line of verse."""

ROUGH_FULLNESS = 0.75
"""How full a line has to be for a capital to go on with it where most lines go on in lower case."""

_LABEL = re.compile(r"[\w.-]+(?:\s[\w.-]+)?\s?:\s|\S+://|www\.", re.IGNORECASE)
# Prepositions, articles and conjunctions are short in most languages, and hardly a menu or headline ends in one.
_CONNECTS = re.compile(r"\s[^\W\d_A-Z]{1,3}$")
_ITEM = re.compile(r"(?:[-–—*+•‣◦▪●·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:。！？؟۔।][\"'”’»)\]]*$")
_INDENT = 2


def read(content: bytes) -> Draft:
    """The blocks of a plain text and what its front matter says.

    Raises:
        NotTextError: The bytes are no text.
    """
    front = frontmatter.split(decode(content))
    return Draft(front.record, tuple(Block(text) for text in paragraphs(front.body)), front.problem)


def paragraphs(text: str) -> Iterator[str]:
    r"""The text's blocks, one line each, never empty, in order.

    Blank lines set blocks apart. Within a block the lines of a hard-wrapped paragraph are joined with single spaces;
    every other line is a block of its own.

    Args:
        text: With ``\n`` for line breaks.
    """
    group: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            group.append(line.expandtabs(8) if line[0].isspace() else line)
        elif group:
            yield from _blocks(group)
            group = []
    yield from _blocks(group)


def _blocks(group: list[str]) -> Iterator[str]:
    if len(group) < 2:
        yield from (line.strip() for line in group)
        return
    widths = [_width(line.rstrip()) for line in group]
    widest = max(widths)
    start = 0
    for end in range(1, len(group) + 1):
        if end == len(group) or _begins_block(group, end):
            lines = [line.strip() for line in group[start:end]]
            if MIN_WIDTH <= widest <= MAX_WIDTH and _is_wrapped(lines, widths[start:end], widest):
                yield _joined(lines)
            elif widest <= MAX_WIDTH:
                yield from _running(lines, widths[start:end])
            else:
                yield from lines
            start = end


def _begins_block(group: list[str], index: int) -> bool:
    """Whether a list item or an indented first line of a paragraph stands at the index."""
    line, before = group[index], group[index - 1]
    if _ITEM.match(line.lstrip()):
        return True
    after = group[index + 1] if index + 1 < len(group) else ""
    return (
        _indent(line) >= _indent(before) + _INDENT
        and _indent(after) < _indent(line)
        and bool(_SENTENCE_END.search(before.rstrip()))
    )


def _is_wrapped(lines: list[str], widths: list[int], widest: int) -> bool:
    """Whether each line but the last was broken because the next word had no room on it."""
    pairs = list(pairwise(lines))
    if not pairs:
        return True
    full = all(
        width + 1 + _width(_first_word(following)) >= FULLNESS * widest
        for width, (_, following) in zip(widths, pairs, strict=False)
    )
    # Sentences that each begin on a new line were written so, however alike they are in length.
    return full and not all(_SENTENCE_END.search(line) and not following[0].islower() for line, following in pairs)


def _running(lines: list[str], widths: list[int]) -> Iterator[str]:
    """The lines, those joined that run on in the next, whatever their length."""
    pairs = list(pairwise(lines))
    low = sum(_breaks_off(line, following) and following[0].islower() for line, following in pairs)
    wrapped = low >= len(pairs) - low and low > 1
    room = ROUGH_FULLNESS * max(widths)
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines):
            line, following = pairs[end - 1]
            full = widths[end - 1] + 1 + _width(_first_word(following)) >= room
            capital_too = (wrapped and full) or (len(lines) <= FEW_LINES and _CONNECTS.search(line))
            if _breaks_off(line, following) and (following[0].islower() or capital_too):
                continue
        run = lines[start:end]
        # Lists in lower case do not begin with a capital, and menus end without a full stop.
        whole = not run[0][0].islower() and (len(run[0].split()) >= MIN_WORDS or _SENTENCE_END.search(run[-1]))
        yield from [_joined(run)] if whole else run
        start = end


def _breaks_off(line: str, following: str) -> bool:
    """Whether a line may end within a sentence that the next line takes up."""
    return not (_SENTENCE_END.search(line) or _LABEL.match(following) or _LABEL.match(line))


def _joined(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        # Scripts without spaces between words would get one inside a word.
        text += line if is_wide(text[-1]) and is_wide(line[0]) else f" {line}"
    return text


def _first_word(line: str) -> str:
    word = line.split(maxsplit=1)[0]
    return word[0] if is_wide(word[0]) else word


def _width(line: str) -> int:
    return len(line) if line.isascii() else sum(2 if is_wide(character) else 1 for character in line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
