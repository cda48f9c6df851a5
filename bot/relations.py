"""Words for one relation: who led is who was the head, who was freed was released.

General English, written down once and for no particular question; what is near in meaning but not the same relation
(raid and battle, visit and meeting) is kept apart.
"""

from index.words import term

_GROUPS = (
    "lead leader leadership led head headed chief command commander commanded run ran chair director boss",
    "capture arrest detain apprehend seize caught",
    "release free freed liberate",
    "kill murder assassinate execute slay slain dead die death",
    "wound injure injury hurt",
    "attack raid assault strike bomb ambush",
    "kidnap abduct hostage",
    "found founder establish create form",
    "buy bought purchase acquire",
    "pay paid fund finance sponsor",
    "price cost",
    "travel visit trip journey",
    "go went travel",
    "meet met meeting encounter",
    "help assist aid support",
    "make made build built produce manufacture",
    "begin began start commence",
    "end finish stop cease",
    "win won victory winner",
    "lose lost defeat loss",
    "write wrote written author",
    "born birth birthplace native",
    "marry married wife husband spouse marriage",
    "live reside residence resident",
    "work job employ",
    "big large huge great",
    "teach taught train instruct",
    "hide hid hidden conceal obscure",
    "give gave given provide supply deliver",
    "smuggle traffic",
    "escape flee fled",
    "weapon arms gun",
    "soldier troops",
    "film movie",
    "car vehicle automobile",
    "doctor physician",
    "illness disease sickness ill sick",
    "money cash funds",
    "fight fought battle combat",
    "choose chose chosen select pick elect",
    "say said tell told claim state",
    "get got obtain receive",
    "grow grew rise rose increase",
    "fall fell decline decrease drop",
    "company firm corporation",
    "law act legislation bill",
    "child son daughter kid",
    "speak spoke talk",
    "show display reveal",
    "ask request demand",
    "use employ utilize",
    "call name known dub",
)

_RELATED: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    _terms = frozenset(one for word in _group.split() if (one := term(word)) is not None)
    for _one in _terms:
        _RELATED[_one] = _RELATED.get(_one, frozenset()) | _terms


def related(asked: str) -> frozenset[str]:
    """The terms for the relation that a term of a question stands for, itself among them."""
    return _RELATED.get(asked, frozenset((asked,)))
