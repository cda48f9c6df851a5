"""Words for one relation: who led is who was the head, who was freed was released.

General English, written down once and for no particular question; what is near in meaning but not the same relation
(raid and battle, visit and meeting) is kept apart.
"""

from index.words import term

_GROUPS = (
    "lead leader leadership head chief command commander run chair director boss",
    "capture arrest detain apprehend seize catch",
    "release free freed liberate",
    "kill murder assassinate execute slay dead die death",
    "wound injure injury hurt",
    "attack raid assault strike bomb ambush",
    "kidnap abduct hostage",
    "found founder establish create form",
    "buy purchase acquire",
    "pay fund finance sponsor",
    "price cost",
    "travel visit trip journey",
    "go travel",
    "meet meeting encounter",
    "help assist aid support",
    "make build produce manufacture",
    "begin start commence",
    "end finish stop cease",
    "win victory winner",
    "lose defeat loss",
    "write author",
    "born birth birthplace native",
    "marry married wife husband spouse marriage",
    "live reside residence resident",
    "work job employ",
    "big large huge great",
    "teach train instruct",
    "hide conceal obscure",
    "give provide supply deliver",
    "smuggle traffic",
    "escape flee",
    "weapon arms gun",
    "soldier troops",
    "film movie",
    "car vehicle automobile",
    "doctor physician",
    "illness disease sickness ill sick",
    "money cash funds",
    "fight battle combat",
    "choose select pick elect",
    "say tell claim state",
    "get obtain receive",
    "grow rise increase",
    "fall decline decrease drop",
    "company firm corporation",
    "law act legislation bill",
    "child son daughter kid",
    "speak talk",
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
