"""Words that stand in names without telling one bearer from another, and the figures that do.

The tables are hand-made from general knowledge of naming customs, not from the evaluation sets. Each word is written
as ``romanisation.romanised`` gives it.
"""

from typing import Final

ARTICLES: Final = frozenset(
    "al el ul ol il the le la les los las lo of and und et de da do dos das di du del della dei des der den dem"
    " ter ten op van von vom zu zum zur af av for in on to ye".split()
)
"""Articles, prepositions, nobiliary particles, conjunctions, ezafe; the forms that the Arabic article takes before sun
letters are told by their neighbour, since An, As or Ad are names as well."""

LINEAGE: Final = frozenset(
    "bin ibn ben bn bint bent binti binte binti ould wuld wald uld ag ait ap oglu ogly uly kyzy qizi zada".split()
)
"""Words before (in Turkic names, after) the name of a parent."""

KUNYA: Final = frozenset("abu abou abo abi aboo bu umm um oum om".split())
"""Father of, mother of: part of a name of its own."""

TITLES: Final = frozenset(
    "mr mrs ms miss mme mlle sir dame lord lady madame monsieur herr frau senor senora don dona dr doctor prof"
    " professor eng engineer ing president prasident presidente prime minister premier chancellor king queen"
    " prince princess emir amir sultan shah sheikh shaikh shaykh cheikh sheik sheykh sayyid sayyed seyyed seyed"
    " sayed sayid syed seyyid saiyid hajj haj hajji haji hadji hadj hajjah mullah mulla molla maulana mawlana"
    " maulvi mawlawi molvi mufti imam emam ayatollah ayatullah hojatoleslam hujjatulislam qari hafiz ustad ustaz"
    " ostad alhaji mzee daw general gen lt lieutenant col colonel maj major brig capt captain cpt sgt sergeant"
    " adm admiral cmdr commander marshal field comrade pope saint st his her excellency hon"
    " rev reverend father sardar sartip agha aqa".split()
)
"""Forms of address, ranks and offices, religious honorifics; titles only before the name, save for dr."""

GIVEN_TITLES: Final = frozenset("amir emir sultan shah hafiz prince king major don imam emam saint field mir".split())
"""Titles that are given names as well: titles only before two words or more."""

FORMS: Final = frozenset(
    "ltd limited llc llp lp inc asa oyj ag sal sae saog kft rt zrt"
    " incorporated corp corporation co company plc ag gmbh kg sa sas sarl srl spa spzoo"
    " bv nv oy ab as aps ooo oao zao pao ao jsc ojsc cjsc pjsc pt tbk sdn bhd pty fze fzco fzc dmcc est pvt"
    " private public joint stock liability society societe anonyme aktiengesellschaft gesellschaft mbh compania"
    " sociedad anonima obschestvo obshchestvo ogranichennoy otvetstvennostyu aktsionernoe"
    " aktsionernoye otkrytoye zakrytoye publichnoye societatea raspundere limitata cu mv mt ss".split()
)
"""Legal forms of companies, prefixes of ships."""

GENERIC: Final = frozenset(
    "bank brigade brigades battalion battalions division regiment unit force forces army corps group company"
    " movement party organization organisation front council committee ministry department office bureau agency"
    " institute university academy center centre foundation trust fund association union federation league network"
    " cell international national general central islamic systems industries industry industrial trading services"
    " holding holdings management aviation airlines shipping trade construction government republic state military"
    " armed security intelligence operations command headquarters rocket missile special people peoples resistance"
    " popular mobilization harakat haraka hizb jaysh jaish jeish kataib kataeb kitaib liwa saraya sarayat"
    " jabhat jund jamaat majlis hayat munazzamat lashkar sipah tahrik tehrik".split()
)
"""Kinds of bodies: they say what something is, seldom which."""

COMMON: Final = frozenset(
    "abd allah din khan jan begum bibi garcia lopez gonzalez rodriguez martinez hernandez perez sanchez torres"
    " diaz cruz santos silva kim ri li lee pak park choe chen wang zhang liu yang nguyen tran singh kumar ivanov"
    " petrov smith aleksandrovich sergeevich vladimirovich ivanovich nikolaevich mikhailovich petrovich"
    " viktorovich".split()
)
"""Names borne by a good part of their country, beside those in ``families``: sharing one says little."""

CARDINALS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
ROMAN: Final = {"ii": 2, "iii": 3, "iv": 4, "vii": 7, "viii": 8, "ix": 9}
"""Roman figures that are not, like I, V, X and XI, names as well."""

GENERATIONS: Final = {"sr": 1, "senior": 1, "jr": 2, "junior": 2}
"""Told like numbers, since father and son have all else in common."""

NUMBERS: Final = CARDINALS | ORDINALS | ROMAN
