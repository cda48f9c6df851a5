"""Names in text of Arabic letters, which has no capitals: what is well known, what a title or a given name begins.

That is less than is found in other scripts: a man of an uncommon name and no title, and a body that is called by none
of the usual words, are missed unless ``actors.toml`` names them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from index.actors import table
from index.actors.given import is_given
from index.actors.mention import Kind

_WORD: Final = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\u064b-\u0652\u200c]+")
_LETTER: Final = re.compile(r"[\u0621-\u064a]")
_VOWELS: Final = re.compile(r"[\u064b-\u0652]")
_GIVEN: Final = table.words("arabic_given")
_PLACES: Final = frozenset(name.replace("_", " ") for name in table.words("arabic_places"))
_BODIES: Final = frozenset(name.replace("_", " ") for name in table.words("arabic_bodies"))
_SMALL: Final = table.words("arabic_small")
_TITLES: Final = frozenset(
    "الرئيس الجنرال العقيد العميد اللواء الفريق الرائد النقيب المقدم الملازم الشيخ السيد السيدة الدكتور الدكتورة النائب"
    " السفير الأمير الملك القاضي المحامي الحاج الملا الإمام البطريرك سردار دکتر آقای خانم سرهنگ سرتیپ".split()
)
_BINDING: Final = frozenset("بن ابن بنت أبو أبي أبا أم عبد آل الله".split())
_HEADS: Final = frozenset(
    "حزب حركة منظمة مجلس وزارة جيش شركة تنظيم جبهة كتائب لواء هيئة وكالة جامعة مؤسسة بنك نقابة".split()
)
_PREFIXES: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
"""What is written together with the next word: and, so, in, for, like."""
_VERBAL: Final = ("ت", "ي", "وال", "بال")
"""How verbs of the present begin, and words that are bound to what is before; surnames hardly."""
_LONGEST: Final = 4
"""Words of a name in the lists, and of a person's name."""


class _Token(NamedTuple):
    """A word: where it begins and ends, and its letters without vowel signs."""

    start: int
    end: int
    text: str


def arabic(text: str) -> Iterator[tuple[int, int, Kind]]:
    """The names in a text's Arabic letters, in order and without overlap, and what each names."""
    if _LETTER.search(text) is None:
        return
    found: list[tuple[int, int, Kind]] = []
    for line in re.finditer(r"[^\n.،؛:!؟()«»\"]+", text):
        tokens = [_Token(*word.span(), _VOWELS.sub("", word[0])) for word in _WORD.finditer(text, *line.span())]
        found += _in_clause(tokens)
    yield from _with_surnames(found, text)


def _in_clause(tokens: Sequence[_Token]) -> Iterator[tuple[int, int, Kind]]:
    at = 0
    while at < len(tokens):
        length, offset, kind = _listed(tokens, at)
        if not length:
            length, offset, kind = _person(tokens, at)
        if not length:
            length, offset, kind = _body(tokens, at)
        if length:
            yield tokens[at].start + offset, tokens[at + length - 1].end, kind
        at += max(1, length)


def _listed(tokens: Sequence[_Token], at: int) -> tuple[int, int, Kind]:
    """How many words from here on are a well-known name, without what is written together with the first."""
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        rest = [one.text for one in tokens[at + 1 : at + length]]
        for offset in _offsets(tokens[at].text):
            name = " ".join([_definite(tokens[at].text, offset), *rest])
            if name in _BODIES or name in _PLACES:
                return length, offset, Kind.ORGANISATION if name in _BODIES else Kind.PLACE
    return 0, 0, Kind.PLACE


def _offsets(word: str) -> Iterator[int]:
    yield 0
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield len(prefix)


def _definite(word: str, offset: int) -> str:
    """A word without a prefix; the article is written without its first letter after "for"."""
    return f"ا{word[offset - 1 :]}" if offset and word[offset - 1 : offset + 1] == "لل" else word[offset:]


def _person(tokens: Sequence[_Token], at: int) -> tuple[int, int, Kind]:
    """How many words from here on are a person's name: given names and one more, or two words after a title."""
    titled = at > 0 and _plain(tokens[at - 1].text) in _TITLES
    offset = next((one for one in _offsets(tokens[at].text) if _is_given(tokens[at].text[one:])), None)
    if offset is None and not titled:
        return 0, 0, Kind.PERSON
    length = 1
    while at + length < len(tokens) and length < _LONGEST and _goes_on(tokens, at + length):
        length += 1
    if at + length < len(tokens) and _may_be_surname(tokens[at + length].text):
        length += 1
    several = length > 1 and tokens[at].text not in _SMALL
    return (length, offset or 0, Kind.PERSON) if several else (0, 0, Kind.PERSON)


def _goes_on(tokens: Sequence[_Token], at: int) -> bool:
    text = tokens[at].text
    return _is_given(text) or text in _BINDING or tokens[at - 1].text in _BINDING


def _may_be_surname(text: str) -> bool:
    known = text in _SMALL or _plain(text) in _TITLES or text in _HEADS
    return not known and not text.startswith(_VERBAL)


def _is_given(text: str) -> bool:
    return text not in _SMALL and len(text) > 1 and (text in _GIVEN or (is_given(text) and text not in _BINDING))


def _plain(text: str) -> str:
    return text[1:] if text.startswith("وال") else text


def _body(tokens: Sequence[_Token], at: int) -> tuple[int, int, Kind]:
    """A word for a body and one more: the movement of Nahda, the ministry of oil."""
    offset = next((one for one in _offsets(tokens[at].text) if tokens[at].text[one:] in _HEADS), None)
    follows = at + 1 < len(tokens) and (tokens[at + 1].text not in _SMALL or tokens[at + 1].text.startswith("ال"))
    if offset is None or not follows:
        return 0, 0, Kind.ORGANISATION
    return 2, offset, Kind.ORGANISATION


def _with_surnames(found: Sequence[tuple[int, int, Kind]], text: str) -> list[tuple[int, int, Kind]]:
    """With the surnames of those who are named in full, where they stand alone."""
    last = {text[start:end].split()[-1] for start, end, kind in found if kind is Kind.PERSON}
    taken = {at for start, end, _ in found for at in range(start, end)}
    alone = [
        (*word.span(), Kind.PERSON) for word in _WORD.finditer(text) if word[0] in last and word.start() not in taken
    ]
    return sorted([*found, *alone])
