"""Tells what a page says from what merely stands around it: menus, captions, banners, source lines, teasers.

Nothing here knows a site or a file. What counts is where a block stands (before the first prose, within it, after the
last), how much it reads like prose, and whether it is repeated, within its document or across documents. Losing a
sentence of a source is worse than keeping a menu word, so whatever stands between two paragraphs of prose is kept.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache
from itertools import chain, takewhile

from index.frontmatter import merge
from index.readers.draft import Block, Draft
from index.record import Record

MAX_BANNER_WORDS = 60
"""Words of a block that may be furniture because it recurs: cookie notices and appeals to subscribe have 10 to 50;
a longer passage that recurs is a statement that several documents quote."""

MAX_BANNER_SHARE = 0.8
"""Share of a document's prose, in words, that may be furniture. Where more of it stands in others, as in excerpts that
overlap or reports made from a template, the recurring sentences are the matter."""

MIN_BANNER_DOCUMENTS = 3
"""Documents that a block stands in to be furniture: two may quote one another."""

COPY_SHARE = 0.8
"""Share of the smaller document's prose, in words, that makes two documents copies of one another."""

PARTIAL_COPY_SHARE = 0.6
"""The same where they share at least ``PARTIAL_COPY_BLOCKS`` paragraphs: a copy that was cut or added to. Banners
rarely come in threes, and less rarely with so little of a page's own between them."""

PARTIAL_COPY_BLOCKS = 3

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

MAX_LOSS = 2.0
"""Times as many words as the prose has: who would drop more has not found the text but a sentence in a list."""


class _Prose(IntEnum):
    """How much a block reads like prose."""

    NONE = 0
    SENTENCE = 1
    PARAGRAPH = 2


def clear(drafts: Mapping[str, Draft]) -> dict[str, Draft]:
    """The drafts without page furniture, their records completed from the lines that stand around the prose.

    Blocks are only left out, never changed, added or moved; marked blocks are always kept. Problems are passed on.

    Args:
        drafts: Keyed by file; compared with one another, so that all documents should come in one call.

    Returns:
        The drafts under the same keys, in the same order.
    """
    pages = [_Page.of(map(_measured, draft.blocks)) for draft in drafts.values()]
    cleared = zip(drafts.items(), _without_banners(pages), strict=True)
    return {file: _cleared(draft, page) for (file, draft), page in cleared}


# ---------------------------------------------------------------------------------------------------------------------
# What a block looks like
# ---------------------------------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"[.!?:。！？؟۔।॥։][\"'”’»›)\]\d*†\s]*$")
_CLAUSE_END = re.compile(r"[.!?…,;。！？，；؟،؛۔।॥։—–-][\"'”’»›)\]\s]*$")
_CUT_SHORT = re.compile(r"(?:\.\.\.|…)[\"'”’»\])\s]*$")
_INNER_STOP = re.compile(r"[,;،؛，、。.!?؟]\s|[،，、。]")
_FULL_STOP = re.compile(r"[.。۔।॥։][\"'”’»›)\]\d*†\s]*$")
_LEGAL_LINE = re.compile(r"\W{0,3}[©℗]|.{0,60}[©℗]\s*\d{4}")
_KEY_VALUE = re.compile(r"([^\W\d_][^:：.!?,;|]{0,30})(?:\s?:\s+|：\s*)(\S.*)")
_ITEM = re.compile(r"(?:[-*+•‣◦▪●·]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s+\S")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MIN_LOWER = 0.35
# Characters that tell what the whole of a long block is like.
_SAMPLE = 200
_SAMPLE_WORDS = 40
_MAX_KEY_WORDS = 3
_MAX_VALUE_WORDS = 20
_NUMERIC = re.compile(r"\d[\d.,:/%-]*")


@dataclass(frozen=True, slots=True)
class _Line:
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
    prose: _Prose

    @property
    def text(self) -> str:
        return self.block.text


def _measured(block: Block) -> _Line:
    text = block.text
    tokens = text.split()
    # An opening quotation mark or bracket is one character.
    starts = [token[:2] for token in tokens[:_SAMPLE_WORDS]]
    initials = [letter for start in starts if (letter := start[0] if start[0].isalpha() else start[-1]).isalpha()]
    words = len(initials) + max(0, len(tokens) - _SAMPLE_WORDS)
    if not text.isascii():
        # Two characters make a word in Chinese and Japanese on average.
        words = max(words, len(_SPACELESS.findall(text)) // 2)
    small, large = sum(map(str.islower, initials)), sum(map(str.isupper, initials))
    lower = small / (small + large) if 2 * (small + large) > len(initials) else None
    # Among figures and signs words are headings of columns.
    prose = _prose(text, words, lower) if 2 * words >= len(tokens) else _Prose.NONE
    return _Line(block, " ".join(tokens).casefold(), words, lower, prose)


def _prose(text: str, words: int, lower: float | None) -> _Prose:
    if words == 0 or _LEGAL_LINE.match(text):
        return _Prose.NONE
    last = text[-_SAMPLE:]
    # Titles capitalise most words, but so do sentences full of names, and a cable is all in capitals.
    running = lower is None or lower >= _MIN_LOWER or text.isupper() or bool(_FULL_STOP.search(last) and "," in text)
    ends = _SENTENCE_END.search(last) is not None and not _CUT_SHORT.search(last)
    if lower is None:
        long = words >= CASELESS_RUNNING_WORDS and _INNER_STOP.search(text) is not None
    else:
        long = words >= RUNNING_WORDS and lower >= 0.5
    if running and (long or (ends and words >= PROSE_WORDS)):
        return _Prose.PARAGRAPH
    if text.endswith((":", "：")):
        return _Prose.SENTENCE if words > _MAX_KEY_WORDS else _Prose.NONE
    if running and (ends or (words > _MAX_KEY_WORDS and _CLAUSE_END.search(last))):
        return _Prose.SENTENCE
    return _Prose.SENTENCE if words >= PROSE_WORDS and _FULL_STOP.search(last) else _Prose.NONE


def _is_statement(line: _Line) -> bool:
    """Whether a line is a sentence that is not there to arouse curiosity, as questions are."""
    return bool(line.prose and line.words >= _MIN_TITLE_WORDS and _FULL_STOP.search(line.text[-_SAMPLE:]))


def _key_value(line: _Line) -> tuple[str, str] | None:
    """The two halves of a line like ``Subject: harbour works``, else None."""
    if line.prose is _Prose.PARAGRAPH:
        return None
    found = _KEY_VALUE.fullmatch(line.text)
    if not found or len(found[1].split()) > _MAX_KEY_WORDS or len(found[2].split()) > _MAX_VALUE_WORDS:
        return None
    return found[1].strip(), found[2].strip()


# Either side of a dash, a colon, an equals sign, or brackets around one of them.
_SPELT_OUT = re.compile(r"(.+?)\s*(?:\s[-–—=]\s?|\s?[–—=:]\s|[(\[])\s*([^()\[\]]+?)[)\]]?")
_ACRONYM = re.compile(r"[^\W\d_]\w{1,9}")


def _spells_acronym(text: str) -> bool:
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


def _informs(line: _Line) -> bool:
    """Whether a line that is no prose says something all the same."""
    text = line.text
    if _LEGAL_LINE.match(text):
        return False
    return bool(_key_value(line) or _NUMERIC.search(text) or _ITEM.match(text) or _spells_acronym(text) or _date(text))


# ---------------------------------------------------------------------------------------------------------------------
# Lines about the document
# ---------------------------------------------------------------------------------------------------------------------

_SEPARATOR = r"\s*(?:[:：|»›>]|\s[–—-](?=\s))\s*"
_PUBLISHER = re.compile(
    r"(?:original\s+)?(?:sources?|via|publisher|published\s+by|(?P<person>from)|fuente|publicado\s+por|fonte|quelle"
    r"|herausgeber|éditeur|editor(?:ial)?|bron|źródło|kaynak|источник|المصدر|منبع|来源|來源|出典)"
    + _SEPARATOR
    + r"(.+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:by\s+|(?:(?:written|reported)\s+by|by|author|autor|autora|auteur|autore|автор|بقلم|نویسنده|作者)"
    + _SEPARATOR
    + r"|(?:por|von|par)\s+|بقلم\s+)(.+)",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:(?:first\s+)?published(?:\s+on)?|posted(?:\s+on)?|updated|last\s+updated|date|fecha|publicado(?:\s+el)?|datum"
    r"|stand|publié\s+le|data|дата|التاريخ|تاريخ)\s*[:：|]?\s*(.+)",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:to|cc|bcc|from|subject|re|ref|attn|an|von|betreff|para|de|asunto|à|objet)\s*[:：]", re.IGNORECASE
)
_NAME_END = re.compile(r"\s*(?:[,|•·(]|\s[–—-]\s)")
_PARTICLES = frozenset("and y und et e de da do di du del della van von der den bin ibn al el la le of".split())
_MAX_NAME_WORDS = 8
_ADDRESS = re.compile(r"https?://\S+")

_MONTHS = {
    name.replace("_", " "): number
    for number, names in enumerate(
        (
            "january jan enero janvier januar gennaio janeiro января يناير كانون_الثاني",
            "february feb febrero février februar febbraio fevereiro февраля فبراير شباط",
            "march mar marzo mars märz março марта مارس آذار",
            "april apr abril avril aprile апреля أبريل نيسان",
            "may mayo mai maggio maio мая مايو أيار",
            "june jun junio juin juni giugno junho июня يونيو حزيران",
            "july jul julio juillet juli luglio julho июля يوليو تموز",
            "august aug agosto août августа أغسطس آب",
            "september sep sept septiembre septembre settembre setembro сентября سبتمبر أيلول",
            "october oct octubre octobre oktober ottobre outubro октября أكتوبر تشرين_الأول",
            "november nov noviembre novembre novembro ноября نوفمبر تشرين_الثاني",
            "december dec diciembre décembre dezember dicembre dezembro декабря ديسمبر كانون_الأول",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º|er)?"
_ZONE = r"(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2})"
_TIME = rf"(?:[\s,|T·–-]*(?:at\s+)?\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE}?)?"


@cache
def _date_forms() -> tuple[re.Pattern[str], ...]:
    """How dates are written; compiled when the first is looked for, since that takes longer than opening an index."""
    return tuple(
        re.compile(rf"(?:[^\W\d_]+,?\s+)?{form}{_TIME}", re.IGNORECASE)
        for form in (
            r"(?P<year>\d{4})-(?P<number>\d{2})(?:-(?P<day>\d{2}))?",
            rf"{_DAY}(?:\s+de|\s+of)?\s+{_MONTH},?(?:\s+de|\s+del)?\s+(?P<year>\d{{4}})",
            rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
            rf"{_MONTH}\s+(?P<year>\d{{4}})",
            r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        )
    )


def _date(text: str) -> str | None:
    """The date that a line consists of, ISO 8601, else None. Dates like 03/04/2019 may mean two days, and mean none."""
    if len(text) > 60 or not any(map(str.isdigit, text)):
        return None
    for form in _date_forms():
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else _MONTHS[(parts.get("month") or "").casefold()]
        try:
            day = datetime.date(int(parts["year"]), month, int(parts.get("day") or 1)).isoformat()
        except ValueError:
            return None
        return day if parts.get("day") else day[:7]
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line about the document says.

    Attributes:
        record: Its one value.
        stays: Whether the line is worth reading besides.
    """

    record: Record
    stays: bool = False


def _said(line: _Line, among_headers: bool) -> _Said | None:
    """What a line says about its document, else None.

    Args:
        line: It stands outside the prose.
        among_headers: Whether a neighbour is a line of a letter's or a memo's header.
    """
    text = line.text
    if line.prose is _Prose.PARAGRAPH or len(text) > HEADLINE_LENGTH:
        return None
    if (found := _PUBLISHER.fullmatch(text)) and not (found["person"] and among_headers):
        return _publisher(found[found.lastindex or 0])
    if (found := _AUTHOR.fullmatch(text)) and (name := _name(found[1])):
        return _Said(Record(author=name), stays=among_headers)
    if day := _date(text):
        return _Said(Record(date=day), stays=True)
    if (found := _DATE_LABEL.fullmatch(text)) and (day := _date(found[1])):
        return _Said(Record(date=day), stays=True)
    return None


def _publisher(value: str) -> _Said | None:
    if _ADDRESS.fullmatch(value):
        return _Said(Record(url=value))
    value = value.strip(" .,;|»")
    return _Said(Record(publisher=value)) if value and len(value.split()) <= _MAX_NAME_WORDS else None


def _name(value: str) -> str | None:
    """The person's name that a byline begins with, else None."""
    name = _NAME_END.split(value, maxsplit=1)[0].strip(" .;:")
    words = name.split()
    if not 1 <= len(words) <= _MAX_NAME_WORDS or any(map(str.isdigit, name)) or words[0] in _PARTICLES:
        return None
    return name if all(word[0].isalpha() and (not word[0].islower() or word in _PARTICLES) for word in words) else None


# ---------------------------------------------------------------------------------------------------------------------
# Across documents
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """A document's lines.

    Attributes:
        lines: In reading order.
        start: The first line that is a paragraph of prose or marked; the number of lines where there is none.
        end: One past the last.
    """

    lines: tuple[_Line, ...]
    start: int
    end: int

    @classmethod
    def of(cls, lines: Iterable[_Line]) -> "_Page":
        lines = tuple(lines)
        anchors = [place for place, line in enumerate(lines) if line.prose is _Prose.PARAGRAPH or line.block.marked]
        return cls(lines, anchors[0], anchors[-1] + 1) if anchors else cls(lines, len(lines), len(lines))

    @property
    def has_prose(self) -> bool:
        return self.start < self.end

    def without(self, keys: frozenset[str]) -> "_Page":
        """The page without some lines. A page that is no prose but a list, or little but these, has none to spare."""
        if not self.has_prose or keys.isdisjoint(line.key for line in self.lines):
            return self
        rest = _Page.of(line for line in self.lines if line.block.marked or line.key not in keys)
        return rest if rest.prose_words() >= (1 - MAX_BANNER_SHARE) * self.prose_words() else self

    def prose_words(self) -> int:
        """How many words its prose has."""
        return sum(line.words for line in self.lines if line.prose)

    def weights(self) -> dict[str, int]:
        """Words of each block by which it is compared with other documents: its prose, or all where it has none."""
        prose = {line.key: line.words for line in self.lines if line.prose is _Prose.PARAGRAPH}
        return prose or {line.key: line.words for line in self.lines}


def _without_banners(pages: Sequence[_Page]) -> Sequence[_Page]:
    """The pages without the short blocks that stand in several of them which are not copies of one another."""
    family = _families(pages)
    # Sentences go first: without them it shows which pages are lists, where words recur because they are the matter.
    for short in (False, True):
        banners = _banners(pages, family, short=short)
        pages = [page.without(banners) for page in pages]
    return pages


@dataclass(slots=True)
class _Spread:
    """Where a block recurs.

    Attributes:
        families: Of the documents that it stands in.
        times: How often it stands anywhere.
        outside: How often before the first or after the last prose.
    """

    families: set[int] = field(default_factory=set)
    times: int = 0
    outside: int = 0


def _banners(pages: Sequence[_Page], family: Sequence[int], *, short: bool) -> frozenset[str]:
    spreads: defaultdict[str, _Spread] = defaultdict(_Spread)
    for page, number in zip(pages, family, strict=True):
        if page.has_prose:
            for place, line in enumerate(page.lines):
                if not line.block.marked and (line.words <= _SHORT_WORDS) is short and line.words <= MAX_BANNER_WORDS:
                    spread = spreads[line.key]
                    spread.families.add(number)
                    spread.times += 1
                    spread.outside += not page.start <= place < page.end
    recurring = {
        key
        for key, spread in spreads.items()
        # Speakers' names, short answers and section headings recur too, but within the text.
        if len(spread.families) >= MIN_BANNER_DOCUMENTS and (not short or 2 * spread.outside >= spread.times)
    }
    lines = {line.key: line for page in pages for line in page.lines if line.key in recurring}
    return frozenset(key for key, line in lines.items() if not _tells(line))


# Longer lines that recur word for word are no headings.
_SHORT_WORDS = 4


def _tells(line: _Line) -> bool:
    """Whether a line says something of its own document even where others have the same."""
    return bool(_key_value(line) or _date(line.text) or _spells_acronym(line.text))


def _families(pages: Sequence[_Page]) -> list[int]:
    """For each page the number of one that it is, directly or by way of others, a copy of."""
    family = list(range(len(pages)))

    def root(number: int) -> int:
        while family[number] != number:
            family[number] = family[family[number]]
            number = family[number]
        return number

    weights = [page.weights() for page in pages]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, weight in enumerate(weights):
        for key in weight:
            found[key].append(number)
    compared: set[tuple[int, int]] = set()
    for with_it in found.values():
        # Comparing each with the first and with the one before it is enough to link copies, which share many blocks.
        for place in range(1, len(with_it)):
            for pair in ((with_it[0], with_it[place]), (with_it[place - 1], with_it[place])):
                if pair not in compared:
                    compared.add(pair)
                    if root(pair[0]) != root(pair[1]) and _are_copies(weights[pair[0]], weights[pair[1]]):
                        family[root(pair[1])] = root(pair[0])
    return [root(number) for number in range(len(pages))]


def _are_copies(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    common = one.keys() & other.keys()
    share = sum(one[key] for key in common) / max(1, min(sum(one.values()), sum(other.values())))
    return share >= COPY_SHARE or (share >= PARTIAL_COPY_SHARE and len(common) >= PARTIAL_COPY_BLOCKS)


# ---------------------------------------------------------------------------------------------------------------------
# Within a document
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """What comes of the lines before the first prose, or after the last.

    Attributes:
        kept: The places of the lines that are worth reading.
        record: What the others say about the document.
        lost: Words of those that say nothing and are left out.
    """

    kept: tuple[int, ...]
    record: Record
    lost: int


@dataclass(frozen=True, slots=True)
class _Title:
    """The document's headline.

    Attributes:
        record: With the title, and the publisher where a line names both; empty where the title was known already.
        places: The lines that say nothing but the title.
        headline: The line that is the headline, or None.
    """

    record: Record = field(default_factory=Record)
    places: frozenset[int] = frozenset()
    headline: int | None = None


def _cleared(draft: Draft, page: _Page) -> Draft:
    lines = page.lines
    start, end = _extent(page)
    if start == end:
        return _listed(draft, lines)
    title = _title(lines, start, draft.record)
    head = _head(lines, start, end, title)
    tail = _tail(lines, end)
    if head.lost + tail.lost > MAX_LOSS * sum(line.words for line in lines[start:end]):
        return _listed(draft, lines)
    record = draft.record
    for said in (title.record, head.record, tail.record):
        record = merge(record, said)
    kept = (*head.kept, *_body(lines, start, end), *tail.kept)
    return replace(draft, record=record, blocks=tuple(lines[place].block for place in kept))


def _extent(page: _Page) -> tuple[int, int]:
    """Where the document's own text begins and ends: its paragraphs and marked blocks, with sentences next to them."""
    lines, start, end = page.lines, page.start, page.end
    if not page.has_prose:
        return start, end
    while start > 0 and lines[start - 1].prose and not _said(lines[start - 1], among_headers=False):
        start -= 1
    while (after := _after_notice(lines, start, end)) is not None:
        start = after
    if lines[end - 1].block.marked and not lines[end - 1].prose:
        # Whatever a heading or a list announces cannot be told from what follows it.
        return start, len(lines)
    if lines[end - 1].text.endswith((":", "：")):
        return start, len(lines)
    while end < len(lines) and lines[end].prose and not _said(lines[end], among_headers=False):
        end += 1
    return start, end


def _after_notice(lines: Sequence[_Line], start: int, end: int) -> int | None:
    """Where the text begins if what stands at its start is a notice above the page's menu, else None.

    A notice (on cookies, on a sale) has no words in common with the text, and between the two stand several lines that
    are no prose, one of them a headline whose words the text takes up.
    """
    notice_end = start
    while notice_end < end and lines[notice_end].prose and not lines[notice_end].block.marked:
        notice_end += 1
    begin = notice_end
    while begin < end and not lines[begin].prose and not lines[begin].block.marked:
        begin += 1
    if begin - notice_end < _MENU_LINES or begin == end:
        return None
    opening = lines[begin : min(end, begin + _OPENING)]
    if _stems(lines[start:notice_end], _NAME_LENGTH) & _stems(opening, _NAME_LENGTH):
        return None
    text = _stems(opening)
    headlines = (place for place in range(notice_end, begin) if _is_headline(lines, place))
    return begin if any(_is_taken_up(lines[place], text) for place in headlines) else None


_MENU_LINES = 3
# Letters from which a word that two texts share says something of their matter.
_NAME_LENGTH = 6


def _listed(draft: Draft, lines: Sequence[_Line]) -> Draft:
    """A document without prose, such as a table of names: all of it, once."""
    seen: set[str] = set()
    kept = []
    record = draft.record
    for place, line in enumerate(lines):
        if line.block.marked or line.key not in seen:
            kept.append(line.block)
        seen.add(line.key)
        if said := _said(line, _is_among_headers(lines, place)):
            record = merge(record, said.record)
    return replace(draft, record=record, blocks=tuple(kept))


def _title(lines: Sequence[_Line], start: int, record: Record) -> _Title:
    """The headline among the lines before the prose."""
    candidates = [place for place in range(start) if _is_headline(lines, place)]
    if record.title is not None:
        known = " ".join(record.title.split()).casefold()
        same = frozenset(place for place in candidates if lines[place].key == known)
        return _Title(places=same, headline=min(same) if same else _chosen(lines, candidates, start))
    chosen = _chosen(lines, candidates, start)
    if chosen is None:
        # A question on top may be the headline or the first of an interview, so that it is both.
        asks = start == 0 and lines[0].text.endswith(_ASKING) and _is_headline(lines, 0)
        return _Title(Record(title=lines[0].text if asks else None))
    line = lines[chosen]
    same = frozenset(place for place in candidates if lines[place].key == line.key)
    # A window's title names the site after the page.
    for longer, shorter in chain(((other, chosen) for other in candidates), ((chosen, other) for other in candidates)):
        title, rest = lines[shorter].text, lines[longer].text[len(lines[shorter].text) :]
        if lines[longer].key.startswith(lines[shorter].key) and (found := _SITE.fullmatch(rest)):
            return _Title(Record(title=title, publisher=found[1]), same | {longer, shorter}, shorter)
    return _Title(Record(title=line.text), same, chosen)


_ASKING = ("?", "!", "？", "！", "؟")
_SITE = re.compile(r"\s*(?:[|»·•]|\s[–—-])\s+(\S+(?:\s\S+){0,4})")
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W\d_]{4,}")


def _chosen(lines: Sequence[_Line], candidates: Sequence[int], start: int) -> int | None:
    """The first candidate whose words the text takes up, or the very first line of the document."""
    if not candidates:
        return None
    text = _stems(lines[start : start + _OPENING])
    # A line like "Location: the northern pier" may be a headline too, but only where there is no other.
    for place in sorted(candidates, key=lambda place: (place > 0 and _key_value(lines[place]) is not None, place)):
        if (place == 0 or lines[place].words >= _MIN_TITLE_WORDS) and _is_taken_up(lines[place], text):
            return place
    first = candidates[0]
    if first == 0 and (lines[0].words >= _MIN_TITLE_WORDS or len(candidates) == 1):
        return first
    # Where but one line is longer than the words of a menu, it is hardly one of them.
    long = [place for place in candidates if lines[place].words > _SHORT_WORDS]
    return long[0] if len(long) == 1 else None


def _stems(lines: Sequence[_Line], length: int = 4) -> set[str]:
    """The beginnings of the words of at least some length; a whole word may be inflected."""
    words = _WORD.findall(" ".join(line.key for line in lines))
    return {word[:_STEM] for word in words if len(word) >= length or _SPACELESS.match(word)}


def _is_taken_up(line: _Line, text: set[str]) -> bool:
    stems = _stems([line])
    return bool(stems) and len(stems & text) >= _TAKEN_UP * len(stems)


_OPENING = 10
_STEM = 5
_MIN_TITLE_WORDS = 3
# A headline's words come back in the text, if not all of them; those of menus and site names hardly do.
_TAKEN_UP = 0.3


def _is_headline(lines: Sequence[_Line], place: int) -> bool:
    line = lines[place]
    text = line.text
    if not 1 <= line.words <= HEADLINE_WORDS or len(text) > HEADLINE_LENGTH or _LEGAL_LINE.match(text):
        return False
    if text.endswith((",", ";", ":", ".")) or _ITEM.match(text) or _said(line, among_headers=False):
        return False
    neighbours = _neighbours(lines, place)
    found = _key_value(line)
    if found and (
        len(found[1].split()) < _MIN_TITLE_WORDS or any(_HEADER.match(other.text) for other in (line, *neighbours))
    ):
        return False
    # Captions are often said twice in a row, once for the picture and once for who cannot see it.
    return all(other.key != line.key for other in neighbours)


def _is_among_headers(lines: Sequence[_Line], place: int) -> bool:
    """Whether a neighbour of the line belongs to the header of a letter or a memo."""
    return any(
        _HEADER.match(other.text) or (_key_value(other) is not None and not _said(other, among_headers=True))
        for other in _neighbours(lines, place)
    )


def _neighbours(lines: Sequence[_Line], place: int) -> list[_Line]:
    return [lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)]


def _head(lines: Sequence[_Line], start: int, end: int, title: _Title) -> _Part:
    seen: set[str] = set()
    record = Record()
    kept: list[int] = []
    doubtful: list[int] = []
    for place in range(start):
        line = lines[place]
        repeated = line.key in seen
        seen.add(line.key)
        said = None if place in title.places else _said(line, _is_among_headers(lines, place))
        if said is not None:
            record = merge(record, said.record)
        if place in title.places and not _spells_acronym(line.text):
            continue
        if repeated or (said is not None and not said.stays):
            continue
        if place == title.headline or _informs(line) or _is_standfirst(line, place, title):
            kept.append(place)
        else:
            doubtful.append(place)
    counts = Counter(line.key for line in lines)
    if _is_first_heading(lines, doubtful, start, end) and counts[lines[start - 1].key] == 1:
        kept.append(doubtful.pop())
    return _Part(tuple(kept), record, sum(lines[place].words for place in doubtful))


def _is_standfirst(line: _Line, place: int, title: _Title) -> bool:
    """Whether a line reads like something that somebody wrote about this document, rather than like a menu."""
    if _is_statement(line) or (line.prose and line.words > _MAX_KEY_WORDS):
        return True
    follows = title.headline is None or title.headline < place
    return follows and line.words > _MAX_KEY_WORDS + 1 and (line.lower is None or line.lower >= 0.5)


def _is_first_heading(lines: Sequence[_Line], doubtful: Sequence[int], start: int, end: int) -> bool:
    """Whether the line before the prose is the first of the headings that the text has, rather than a menu's last."""
    if len(doubtful) != 1 or doubtful[0] != start - 1:
        return False
    return any(not line.prose and not line.block.marked for line in lines[start:end])


def _body(lines: Sequence[_Line], start: int, end: int) -> Iterator[int]:
    """The places of the text's lines: all but captions said twice in a row and menu words that stand around it too."""
    around = {line.key for line in (*lines[:start], *lines[end:])}
    counts = Counter(line.key for line in lines[start:end] if line.key in around)
    for place in range(start, end):
        line = lines[place]
        if not (line.block.marked or line.prose or _informs(line)) and (
            (place > start and lines[place - 1].key == line.key) or counts[line.key] > 1
        ):
            continue
        yield place


def _tail(lines: Sequence[_Line], end: int) -> _Part:
    seen = {line.key for line in lines[:end]}
    record = Record()
    rest: list[int] = []
    for place in range(end, len(lines)):
        line = lines[place]
        said = _said(line, _is_among_headers(lines, place))
        # A bare date may be a teaser's.
        if said is not None and (not said.stays or _DATE_LABEL.fullmatch(line.text)):
            record = merge(record, said.record)
        if (said is None or said.stays) and line.key not in seen:
            rest.append(place)
        seen.add(line.key)
    kept = list(takewhile(lambda place: _informs(lines[place]), rest))
    rest = rest[len(kept) :]
    # Notes and tables have headings too, but among teasers few lines say something by themselves.
    if sum(_informs(lines[place]) or lines[place].prose > 0 for place in rest) > _NOTES_SHARE * len(rest):
        return _Part((*kept, *rest), record, 0)
    telling = [place for place in rest if _spells_acronym(lines[place].text) or _is_statement(lines[place])]
    lost = sum(lines[place].words for place in rest) - sum(lines[place].words for place in telling)
    return _Part((*kept, *telling), record, lost)


_NOTES_SHARE = 2 / 3
