"""Names in lines where a capital tells less than in English ones: German nouns, Russian words that open a sentence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.actors.given import is_given
from index.actors.language import Language
from index.actors.pieces import Piece
from index.actors.profile import Line
from index.actors.roles import KNOWN, phrase
from index.actors.vocabulary import LEGAL
from index.actors.words import Word

_BODIES: Final = (
    "amt amts amtes gericht gerichts anwaltschaft ministerium ministeriums dienst dienstes gesellschaft verband"
    " verbands bank gruppe partei fraktion stiftung verein werke werk konzern universität zeitung polizei armee rat"
    " kammer behörde gewerkschaft"
).split()
"""How German words for bodies end, which are names with the next word: Staatsanwaltschaft Kiel."""
_ADJECTIVES: Final = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
"""How Russian adjectives end, which begin the names of bodies: Следственный комитет."""
_ACRONYM: Final = 6
_LONG: Final = 12
"""Letters from which on a word that ends so is a name alone: Bundesnachrichtendienst."""


def narrowed(piece: Piece, line: Line) -> Piece:
    """What of a piece is a name; doubtful where nothing but a surname that the text knows makes it one."""
    names = line.words[piece.first : piece.last]
    if line.language is Language.GERMAN:
        return _german(piece, names)
    adjective = len(names) == 1 and names[0].opens and names[0].text.endswith(_ADJECTIVES)
    return replace(piece, doubtful=True) if line.language is Language.RUSSIAN and adjective else piece


def _german(piece: Piece, names: Sequence[Word]) -> Piece:
    if phrase(names) in KNOWN or piece.titled or names[-1].text.casefold().replace(".", "") in LEGAL:
        return piece
    given = next((at for at, word in enumerate(names[:-1]) if is_given(word.text)), None)
    if given is not None:
        return replace(piece, first=piece.first + given)
    first = next((at for at, word in enumerate(names) if word.text.endswith(tuple(_BODIES))), None)
    if first is not None and (first < len(names) - 1 or len(names[first].text) >= _LONG):
        return replace(piece, first=piece.first + first)
    if len(names) == 1 and (names[0].text.isupper() and 1 < len(names[0].text) <= _ACRONYM):
        return piece
    return replace(piece, doubtful=True)
