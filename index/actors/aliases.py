"""Statements that two names are one actor's: "alias", "known as", "whose real name is", an acronym in brackets."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.actors.places import PLACES
from index.actors.roles import KNOWN
from index.actors.spelling import abbreviates, is_acronym
from index.actors.vocabulary import TITLES


@dataclass(frozen=True, slots=True)
class Alias:
    """What a text says of two names.

    Attributes:
        alias: The lesser name: an alias, an acronym.
        name: What it stands for.
        defined: Whether the text makes it a short form, in brackets and quotation marks.
        between: The names between the two, where a pronoun leads from one to the other; it may mean a person of them.
    """

    alias: str
    name: str
    defined: bool = False
    between: tuple[str, ...] = ()


_ONE = r"[‘“\"'«(]?⟦(?P<one>\d+)⟧[,.]?[’”\"'»)]?(?:[’']s?)?"
_RANK = rf"(?:(?:{'|'.join(sorted(TITLES))})\.? )?"
_TWO = rf"(?=(?:the )?[‘“\"'«(]?(?:[Tt]he )?(?i:{_RANK})⟦(?P<two>\d+)⟧)"
_OTHER = r"(?:the |an? )?⟦\d+⟧"
_SHORT = r"[^.;⟦⟧]{0,60}"
_BODY = rf"(?: (?:of|from) {_OTHER})?"
"""To whom he belongs: Sayid Sadiq of Hezbollah."""
_WHO = rf"(?:, (?:the|an?|its|his) {_SHORT}(?:⟦\d+⟧)?{_SHORT}?)?"
"""What he is, which may name one other: , the Hezbollah official"""
_ROLE = rf"(?: (?!⟦){_SHORT}(?:⟦\d+⟧)?{_SHORT}?)?"
_BEING = r"(?:is|was|has been|had been|became|would become)"
_ALSO = "(?:also |better |otherwise |formerly )?"
_AS = r"(?:only |also )?(?:as|by the (?:name|alias|nickname)(?: of)?)"
_KNEW = r"(?:knew|knows|called|referred to)"
_KNOWN = (
    rf"[Kk]nown (?:to {_OTHER}(?: and {_OTHER})? |(?:to|among|in) [^.,;⟦⟧]{{1,40}} )?"
    rf"(?:better |simply |locally |variously )?{_AS}"
)
_OTHERWISE = "(?:name|alias|nom de guerre|pseudonym|nickname|code name)"
_ALIAS = (
    r"(?:alias|a[/.]?k[/.]?a\.?|(?:code-?|nick)?named|dubbed|nom de guerre"
    rf"|(?:(?:going |operating |living )?(?:by|under)|using) the {_OTHERWISE}(?: of)?"
    rf"|whose {_OTHERWISE} (?:is|was)|who (?:uses|used) the {_OTHERWISE})"
)
_REAL = r"(?:real|true|full|actual|birth) name"

_NAME_FIRST = tuple(
    map(
        re.compile,
        (
            rf"{_ONE}{_BODY}{_WHO},? \(?(?:(?:who )?{_BEING} )?{_ALSO}(?:{_KNOWN}|{_ALIAS}) {_TWO}",
            rf"{_ONE}{_BODY}{_WHO},? (?:who )?(?:also )?(?:goes|went) by (?:the (?:name|alias) (?:of )?)?{_TWO}",
            rf"{_OTHER} (?:also )?{_KNEW} {_ONE} {_AS} {_TWO}",
            rf"{_ONE}{_BODY}{_WHO} (?:he|she|they|{_OTHER}) {_KNEW} {_AS} {_TWO}",
        ),
    )
)
_WHOM = re.compile(
    rf"{_ONE},?{_ROLE} whom (?:his|her|their) [a-z]+ (?:[a-z]+ )?(?:calls?|called|dubbed|nicknamed) {_TWO}"
)
_WHO_IS = re.compile(rf"{_ONE}{_BODY},? who (?:is|was) (?:really |actually |in fact )?{_TWO}")
_ALIAS_FIRST = (
    _WHO_IS,
    *map(
        re.compile,
        (
            rf"{_ONE}[.,]? (?:whose|[Hh]is|[Hh]er) {_REAL} (?:is|was|being) {_TWO}",
            rf"{_ONE},? \(?{_REAL}:? {_TWO}",
            rf"{_ONE} (?:is|was) (?:really|actually|in fact|in reality|in truth|none other than) {_TWO}",
            rf"{_KNOWN} {_ONE},?{_ROLE} (?:is|was) {_TWO}",
            rf"identified {_ONE} (?:only )?as {_TWO}",
        ),
    ),
)
_CALLED = re.compile(
    rf"^[^⟦⟧]*⟦(?P<one>\d+)⟧.*?\. (?:His|Her|Their) {_SHORT} (?:called|knew|nicknamed|dubbed) (?:him|her|them)"
    rf"(?: simply| only)?(?: as)? {_TWO}"
)
"""A pronoun for whom the paragraph is about, which is who opens it."""
_DEFINED = re.compile(
    r"⟦(?P<one>\d+)⟧,? \((?:hereinafter |hereafter )?(?:the )?[“\"](?:the )?⟦(?P<two>\d+)⟧[,.]?[”\"]\)"
)
_BRACKETS = re.compile(r"⟦(?P<one>\d+)⟧,? (?:\(|or )(?:the )?[‘“\"']?⟦(?P<two>\d+)⟧[’”\"']?(?:\)|,)")
_CAPTION = re.compile(r"^\W*⟦(?P<one>\d+)⟧ ?[–—:=-] (?:the )?⟦(?P<two>\d+)⟧\W*$")
_BRACKETED = str.maketrans("⟦⟧", "[]")
"""The signs of a sketch, where the text has them itself."""
_LONG_ACRONYM = 3
_SAYING = (
    *("alias", "a.k.a", "aka", "a/k/a", "nown", "name", "dubbed", "nom de", "pseudonym", "knew", "call", "referred"),
    *("identified", "goes by", "went by", "really", "actually", "in fact", "in reality", "in truth", "none other"),
)
"""Without any of which a paragraph says nothing of the kind but by "who is", in brackets or in a caption."""
_HINTS = (*_SAYING, "who ", "(", "or ", "- ", "–", "—", ":", "=")
"""Without any of which it says nothing of the kind at all."""


def aliases(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Alias]:
    """The statements in a text about names that stand at these places in it, in order."""
    at = 0
    for start, end in _paragraphs(text):
        inside = []
        while at < len(spans) and spans[at][0] < end:
            inside.append(at)
            at += 1
        if len(inside) > 1 and any(text.find(hint, start, end) >= 0 for hint in _HINTS):
            yield from _stated(_sketch(text, start, end, spans, inside), text, spans)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text):
        yield found.span()


def _sketch(text: str, start: int, end: int, spans: Sequence[tuple[int, int]], inside: Sequence[int]) -> str:
    """A paragraph with the number of each name in its place."""
    parts = []
    for number in inside:
        begin, stop = spans[number]
        parts += [text[start:begin].translate(_BRACKETED), f"⟦{number}⟧"]
        start = stop
    return "".join([*parts, text[start:end].translate(_BRACKETED)])


def _stated(sketch: str, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Alias]:
    def names(found: re.Match[str]) -> tuple[str, str]:
        one, two = spans[int(found["one"])], spans[int(found["two"])]
        return text[slice(*one)], text[slice(*two)]

    yield from _named(sketch, names)
    for found in _CALLED.finditer(sketch):
        one, two = int(found["one"]), int(found["two"])
        name, alias = names(found)
        yield Alias(alias, name, between=tuple(text[slice(*span)] for span in spans[one + 1 : two]))
    for found in _DEFINED.finditer(sketch):
        name, alias = names(found)
        yield Alias(alias, name, defined=True)
    for pattern in (_BRACKETS, _CAPTION):
        for found in pattern.finditer(sketch):
            yield from _acronym(*names(found), text)


def _named(sketch: str, names: Callable[[re.Match[str]], tuple[str, str]]) -> Iterator[Alias]:
    said = any(word in sketch for word in _SAYING)
    whom = (_WHOM,) if " whom " in sketch else ()
    for pattern in (*_NAME_FIRST, *whom) if said else ():
        for found in pattern.finditer(sketch):
            name, alias = names(found)
            if name not in PLACES or alias in PLACES:  # a building in Gaza known as the Italian Tower
                yield Alias(alias, name)
    for pattern in _ALIAS_FIRST if said else (_WHO_IS,):
        for found in pattern.finditer(sketch):
            yield Alias(*names(found))


def _acronym(one: str, two: str, text: str) -> Iterator[Alias]:
    """An acronym beside what it stands for: by its letters, or because the text goes on to use it."""
    for short, name in ((one, two), (two, one)):
        if is_acronym(short) and not is_acronym(name) and abbreviates(short, name):
            yield Alias(short, name, defined=True)
            return
    foreign = is_acronym(two) and len(two) >= _LONG_ACRONYM and " " in one and two not in KNOWN
    if foreign and text.count(two) > 1:
        yield Alias(two, one)
