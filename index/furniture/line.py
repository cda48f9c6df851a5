"""What a block looks like: how much like prose, and what it says where it is none."""

import re
from dataclasses import dataclass
from enum import IntEnum

from index.furniture.day import written_date
from index.readers.draft import Block

PROSE_WORDS = 8
"""Words from which a sentence shows by itself that the document's text has begun: captions and headlines that end in
a full stop or a question mark are mostly shorter."""

RUNNING_WORDS = 16
"""Words from which a block is prose without a full stop, if most of them begin in lower case: few headlines in
sentence case have more than 14, and those that have read like a sentence."""

CASELESS_RUNNING_WORDS = 25
"""The same for scripts without case, where besides there have to be commas: a bar of menu words has none."""

HEADLINE_WORDS = 30
HEADLINE_LENGTH = 200

MIN_TITLE_WORDS = 3


class Prose(IntEnum):
    """How much a block reads like prose."""

    NONE = 0
    SENTENCE = 1
    PARAGRAPH = 2


_SENTENCE_END = re.compile(r"[.!?:。！？؟۔।॥։][\"'”’»›)\]\d*†\s]*$")
_CLAUSE_END = re.compile(r"[.!?…,;。！？，；؟،؛۔।॥։—–-][\"'”’»›)\]\s]*$")
_CUT_SHORT = re.compile(r"(?:\.\.\.|…)[\"'”’»\])\s]*$")
_INNER_STOP = re.compile(r"[,;،؛，、。.!?؟]\s|[،，、。]")
_FULL_STOP = re.compile(r"[.。۔।॥։][\"'”’»›)\]\d*†\s]*$")
LEGAL_LINE = re.compile(r"\W{0,3}[©℗]|.{0,60}[©℗]\s*\d{4}")
_KEY_VALUE = re.compile(r"([^\W\d_][^:：.!?,;|]{0,30})(?:\s?:\s+|：\s*)(\S.*)")
ITEM = re.compile(r"(?:[-*+•‣◦▪●·]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s+\S")
SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MIN_LOWER = 0.35
# Characters that tell what the whole of a long block is like.
_SAMPLE = 200
_SAMPLE_WORDS = 40
MAX_KEY_WORDS = 3
_MAX_VALUE_WORDS = 20
_NUMERIC = re.compile(r"\d[\d.,:/%-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A block, measured.

    Attributes:
        block: The block.
        key: What makes it the same as another.
        words: How many it has; for scripts without spaces an estimate.
        lower: Share of words that begin in lower case; None in scripts without case.
        prose: How much it reads like prose.
    """

    block: Block
    key: str
    words: int
    lower: float | None
    prose: Prose

    @property
    def text(self) -> str:
        """Its characters."""
        return self.block.text


def measured(block: Block) -> Line:
    """The block with its measures."""
    text = block.text
    tokens = text.split()
    # An opening quotation mark or bracket is one character.
    starts = [token[:2] for token in tokens[:_SAMPLE_WORDS]]
    initials = [letter for start in starts if (letter := start[0] if start[0].isalpha() else start[-1]).isalpha()]
    words = len(initials) + max(0, len(tokens) - _SAMPLE_WORDS)
    if not text.isascii():
        # Two characters make a word in Chinese and Japanese on average.
        words = max(words, len(SPACELESS.findall(text)) // 2)
    small, large = sum(map(str.islower, initials)), sum(map(str.isupper, initials))
    lower = small / (small + large) if 2 * (small + large) > len(initials) else None
    # Among figures and signs words are headings of columns.
    prose = _prose(text, words, lower) if 2 * words >= len(tokens) else Prose.NONE
    return Line(block, " ".join(tokens).casefold(), words, lower, prose)


def _prose(text: str, words: int, lower: float | None) -> Prose:
    if words == 0 or LEGAL_LINE.match(text):
        return Prose.NONE
    last = text[-_SAMPLE:]
    # Titles capitalise most words, but so do sentences full of names, and a cable is all in capitals.
    running = lower is None or lower >= _MIN_LOWER or text.isupper() or bool(_FULL_STOP.search(last) and "," in text)
    ends = _SENTENCE_END.search(last) is not None and not _CUT_SHORT.search(last)
    if lower is None:
        long = words >= CASELESS_RUNNING_WORDS and _INNER_STOP.search(text) is not None
    else:
        long = words >= RUNNING_WORDS and lower >= 0.5
    if running and (long or (ends and words >= PROSE_WORDS)):
        return Prose.PARAGRAPH
    if text.endswith((":", "：")):
        return Prose.SENTENCE if words > MAX_KEY_WORDS else Prose.NONE
    if running and (ends or (words > MAX_KEY_WORDS and _CLAUSE_END.search(last))):
        return Prose.SENTENCE
    return Prose.SENTENCE if words >= PROSE_WORDS and _FULL_STOP.search(last) else Prose.NONE


def is_said(line: Line) -> bool:
    """Whether somebody ended a line with a full stop, however short it is: an answer, the rest of a paragraph."""
    return bool(line.words and _FULL_STOP.search(line.text[-_SAMPLE:])) and not (
        LEGAL_LINE.match(line.text) or _CUT_SHORT.search(line.text[-_SAMPLE:])
    )


def goes_on(line: Line) -> bool:
    """Whether a line ends in a comma, as salutations and closings of letters do, so that the next belongs to it."""
    return bool(line.words) and line.text.endswith((",", "،", "，", "、"))


def key_value(line: Line) -> tuple[str, str] | None:
    """The two halves of a line like ``Subject: harbour works``, else None."""
    if line.prose is Prose.PARAGRAPH:
        return None
    found = _KEY_VALUE.fullmatch(line.text)
    if not found or len(found[1].split()) > MAX_KEY_WORDS or len(found[2].split()) > _MAX_VALUE_WORDS:
        return None
    return found[1].strip(), found[2].strip()


# Either side of a dash, a colon, an equals sign, or brackets around one of them.
_SPELT_OUT = re.compile(r"(.+?)\s*(?:\s[-–—=]\s?|\s?[–—=:]\s|[(\[])\s*([^()\[\]]+?)[)\]]?")
_ACRONYM = re.compile(r"[^\W\d_]\w{1,9}")


def spells_acronym(text: str) -> bool:
    """Whether it is nothing but an acronym and what it stands for, either way round."""
    if len(text) > HEADLINE_LENGTH:
        return False
    found = _SPELT_OUT.fullmatch(text)
    return found is not None and (_stands_for(found[1], found[2]) or _stands_for(found[2], found[1]))


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of the short form are initials of the long form's words, in order, none left over."""
    letters = short.replace(".", "").replace("&", "").strip()
    if not _ACRONYM.fullmatch(letters) or (sum(map(str.isupper, letters)) < 2 and letters.lower() != letters.upper()):
        return False
    capitals = [letter for letter in letters if letter.isupper()] or list(letters)
    initials = [word[0].casefold() for word in re.findall(r"[^\W\d_]+", long)]
    if len(initials) < 2 or len(initials) > 2 * len(capitals) + 1:
        return False
    left = iter(initials)
    return all(capital.casefold() in left for capital in capitals)


# As on the caption of an indictment: a name with another, or the two sides of a case.
_ALIAS = re.compile(
    r"\b(?:[afnd]/k/a|[afnd]\.k\.a\.|aka|a\.k\.a|alias|(?:also|formerly|now) known as|doing business as|geb\.|née|né|"
    r"dit|detto|genannt|известн\w+ как|المعروف|الملقب|المكنى)(?!\w)|^\W*(?:v|vs|against)\b\W*$",
    re.IGNORECASE,
)


def informs(line: Line) -> bool:
    """Whether a line that is no prose says something all the same."""
    text = line.text
    if LEGAL_LINE.match(text):
        return False
    return bool(
        key_value(line)
        or _NUMERIC.search(text)
        or ITEM.match(text)
        or _ALIAS.search(text)
        or spells_acronym(text)
        or written_date(text)
    )
