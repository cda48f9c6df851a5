"""In which language a line is, as far as a finder of names has to know: what opens its sentences, what binds its names.

English is the rule; a line is of another language if it has more of that one's small words.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """A language whose lines are read otherwise than English ones."""

    FRENCH = "fr"
    SPANISH = "es"
    ITALIAN = "it"
    PORTUGUESE = "pt"
    GERMAN = "de"
    RUSSIAN = "ru"


ROMANCE: Final = frozenset((Language.FRENCH, Language.SPANISH, Language.ITALIAN, Language.PORTUGUESE))
"""Languages in which "de" and its like stand before a name, and are no part of it."""
_ENGLISH: Final = frozenset(
    "the of and to in that is was for with by on at as from his her he she they were had has".split()
)
_SMALL: Final = {
    Language.FRENCH: (
        "le la les un une des du de et en au aux à est sont a ont été dans pour par sur avec sans sous qui que"
        " quoi dont où ce cet cette ces son sa ses leur leurs il elle ils elles on nous vous je tu ne pas plus"
        " mais ou donc or ni car si selon après avant depuis pendant lors lorsque quand comme ainsi aussi alors"
        " cependant toutefois toujours encore déjà entre contre chez vers jusque dès malgré outre parmi puis enfin"
        " ensuite hier aujourd'hui demain tout tous toute toutes aucun chaque plusieurs certains autre autres même"
        " mes mon ma notre votre c'est n'est s'est d'après l'un d'un d'une"
    ),
    Language.SPANISH: (
        "el la los las un una unos unas de del y e o u en al a es son fue ha han sido con sin por para sobre"
        " según que quien cual cuyo donde cuando como si no ni pero mas sino su sus lo le les se me te nos este"
        " esta estos estas ese esa aquel entre contra desde hasta hacia durante tras ante bajo mediante después"
        " antes luego entonces también además sin embargo aunque porque ya aún todavía hoy ayer mañana todo todos"
        " toda todas cada otro otros otra otras mi mis nuestro detenido detenida"
    ),
    Language.ITALIAN: (
        "il lo la i gli le un uno una di del dello della dei degli delle e ed o in nel nella nei a al alla ai da"
        " dal dalla con su sul sulla per tra fra è sono ha hanno stato che chi cui non ma se come quando dove"
        " anche secondo dopo prima durante contro senza questo questa questi quello quella suo sua suoi loro si ci"
        " vi più già ancora oggi ieri ogni altro altri altra"
    ),
    Language.PORTUGUESE: (
        "o a os as um uma uns umas de do da dos das e ou em no na nos nas ao aos à às é são foi tem têm sido com"
        " sem por pelo pela para sobre segundo que quem cujo onde quando como se não nem mas seu sua seus suas ele"
        " ela eles este esta esse essa entre contra desde até durante após antes depois também além embora porque"
        " já ainda hoje ontem todo todos cada outro outros"
    ),
    Language.GERMAN: (
        "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei beim mit"
        " nach von vom zu zum zur für über unter vor hinter neben zwischen gegen ohne um durch seit bis während"
        " wegen trotz laut ist sind war waren wird werden wurde wurden hat haben hatte hatten sei sein seine"
        " seinem seinen seiner ihr ihre ihrem ihren er sie es wir ich nicht kein keine auch nur noch schon sich"
        " als wie wenn dass weil da so dann doch damit dabei dazu davon dieser diese dieses jener alle alles jeder"
        " mehr nun hier dort heute gestern morgen"
    ),
    Language.RUSSIAN: (
        "и в во на не с со по к ко о об от до за из у для при про над под без через между но а или же бы что"
        " чтобы как так это этот эта эти его её их он она они мы вы я был была были было есть будет также тоже уже"
        " ещё лишь только после перед когда где если хотя однако ранее позже сегодня вчера все весь вся всё том"
        " этом данным словам сообщил заявил"
    ),
}
SMALL: Final = {language: frozenset(words.split()) for language, words in _SMALL.items()}
"""Words of each that are part of no name where a sentence opens with them."""
TITLES: Final = {
    Language.FRENCH: frozenset("m mm me mme mlle maître juge général colonel président ministre".split()),
    Language.SPANISH: frozenset("don doña señor señora general coronel presidente presidenta ministro juez".split()),
    Language.ITALIAN: frozenset("signor signora dottor onorevole generale presidente ministro giudice".split()),
    Language.PORTUGUESE: frozenset("senhor senhora doutor dom general coronel presidente ministro juiz".split()),
    Language.GERMAN: frozenset("herr frau dr prof general oberst präsident minister graf freiherr".split()),
    Language.RUSSIAN: frozenset(
        "президент премьер министр адвокат генерал полковник депутат сенатор губернатор судья директор господин".split()
    ),
}
"""Titles and offices that may open a sentence with a capital, or always have one."""
_ANY: Final = frozenset().union(*SMALL.values())
_CYRILLIC: Final = "Ѐӿ"
_FEW: Final = 3
"""Words among which one in Cyrillic letters tells; the first may be a number."""
_LEAST: Final = 2
"""Different small words from which on a line is of another language than English."""


def spoken(words: Sequence[str]) -> Language | None:
    """The language of some words; None for English, and for too few of any. Cyrillic letters are taken for Russian."""
    if any(_CYRILLIC[0] <= word[0] <= _CYRILLIC[1] for word in words[:_FEW]):
        return Language.RUSSIAN
    there = set(words)
    if len(there & _ANY) < _LEAST:
        return None
    counts = {language: len(there & small) for language, small in SMALL.items()}
    language = max(counts, key=lambda one: counts[one])
    return language if counts[language] >= _LEAST and counts[language] > len(there & _ENGLISH) else None
