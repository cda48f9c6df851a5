"""From the mentions of single documents to actors: what is certainly one is brought together, nothing else.

Certain is: the same name but for case, accents and apostrophes; another name that a document states, or a surname or
acronym that a document ties to a full name; the same full name in another romanisation; and whatever ``actors.toml``
says, which wins over all of it. A surname alone, in a document that names nobody by it in full, is nobody's as long as
the other documents do not make it certain.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from index.actors.mention import Kind, Mention
from index.actors.places import BODIES, PLACES
from index.actors.said import Said
from index.actors.spelling import EQUAL, is_acronym, key, sound
from index.names.likeness import sameness
from index.names.parts import read_name

CERTAIN = 0.9
"""Likeness from which on two full names that sound the same are one spelling, in two romanisations or scripts. Of the
106 pairs in ``tests/quality/test_names.py`` that are merely similar none has it (see ``tests/index/test_actors``)."""
_LONG_ACRONYM = 3
"""Letters from which on an acronym means the same in all documents of a corpus."""

Node = tuple[str, bool]
"""A name as ``key`` gives it, and whether it is a person's: Washington and Washington are two."""


@dataclass(slots=True)
class Group:
    """What is gathered of one actor.

    Attributes:
        texts: His names as they are written, with how often; those that are only said have none.
        full: The fullest names that documents call him by, with how often.
        kinds: What his mentions are.
        said: What ``actors.toml`` says.
    """

    texts: Counter[str] = field(default_factory=Counter)
    full: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    said: Said | None = None


class Gathering:
    """Which actor each mention names."""

    def __init__(self, documents: Mapping[str, Sequence[Mention]], said: Sequence[Said]) -> None:
        """Brings together what is certainly one.

        Args:
            documents: The mentions of each document, by its id.
            said: What people say.
        """
        self._said = said
        self._by_hand = _by_hand(said)
        self._above: dict[Node, Node] = {}
        self._nodes: Counter[Node] = Counter()
        self._stated: dict[Node, set[Node]] = defaultdict(set)
        self._people: dict[str, set[Node]] = defaultdict(set)
        self._texts: dict[Node, str] = {}
        for some in documents.values():
            self._read(some)
        self._join_stated()
        self._join_sounding()
        self._companions = self._find_companions(documents)
        self.groups: dict[Node | int, Group] = {at: Group(said=one) for at, one in enumerate(said)}
        self.owners: dict[str, list[Node | int | None]] = {
            document: [self._owner(document, one) for one in some] for document, some in documents.items()
        }
        for document, some in documents.items():
            self._settle(document, some)

    def bearers(self, mention: Mention) -> list[Node | int]:
        """Who may be meant by a surname alone, most mentioned first."""
        tops = {self._final(node) for node in self._people.get(key(mention.name), ())}
        return sorted(tops & self.groups.keys(), key=lambda one: (-self.groups[one].texts.total(), str(one)))

    def _read(self, some: Sequence[Mention]) -> None:
        for one in some:
            node = _node(one, one.name)
            self._nodes[node] += 1
            self._texts.setdefault(node, one.name)
            alias = _node(one, one.text)
            if alias != node and (" " in alias[0] or (is_acronym(one.text) and len(alias[0]) >= _LONG_ACRONYM)):
                self._stated[alias].add(node)
            if node[1] and " " in node[0]:
                self._people[node[0].rpartition(" ")[2]].add(node)

    def _join_stated(self) -> None:
        """Another name that stands for the same full name wherever a document says what it stands for."""
        for alias, names in self._stated.items():
            if alias in self._nodes and len({self._top(one) for one in names}) == 1:
                self._above[self._top(alias)] = self._top(next(iter(names)))

        for short, full in EQUAL.items():
            if (short, False) in self._nodes and (full, False) in self._nodes:
                self._above[self._top((short, False))] = self._top((full, False))

    def _join_sounding(self) -> None:
        """One name in several romanisations: it sounds the same, and no third name sounds nearly so."""
        alike: dict[tuple[str, bool], list[Node]] = defaultdict(list)
        for node, text in self._texts.items():
            if sounds := sound(text):
                alike[sounds, node[1]].append(node)
        for nodes in alike.values():
            most, *rest = sorted(nodes, key=lambda node: (-self._nodes[node], node))
            for node in rest:
                if sameness(read_name(self._texts[most]), read_name(self._texts[node])) >= CERTAIN:
                    self._above[self._top(node)] = self._top(most)

    def _find_companions(self, documents: Mapping[str, Sequence[Mention]]) -> dict[Node, set[Node]]:
        """With whom each person that shares his surname with a lone mention is named in a document."""
        lone = {key(one.name) for some in documents.values() for one in some if self._is_lone(one)}
        bearers = {node for surname in lone for node in self._people.get(surname, ())}
        companions: dict[Node, set[Node]] = defaultdict(set)
        for some in documents.values():
            here = {_node(one, one.name) for one in some if one.kind is not Kind.PLACE}
            for node in here & bearers:
                companions[self._top(node)] |= {self._top(other) for other in here}
        return companions

    def _is_lone(self, mention: Mention) -> bool:
        name = key(mention.name)
        return (
            mention.kind is Kind.PERSON
            and " " not in name
            and name in self._people
            and mention.name not in PLACES
            and mention.name not in BODIES
        )

    def _owner(self, document: str, mention: Mention) -> Node | int | None:
        """Whose a mention is, as far as it is certain without its companions."""
        by_hand = self._of_hand(document, mention.text) or self._of_hand(document, mention.name)
        if by_hand is not None:
            return by_hand[0] if len(by_hand) == 1 else None
        if self._is_lone(mention):
            return None
        return self._final(_node(mention, mention.name))

    def _of_hand(self, document: str, name: str) -> list[int] | None:
        numbers = self._by_hand.get(key(name))
        if numbers is None:
            return None
        meant = [at for at in numbers if document in self._said[at].documents]
        return meant or [at for at in numbers if not self._said[at].documents] or None

    def _final(self, node: Node) -> Node | int:
        """Where a name belongs: with what is said of any of its spellings, else with the spelling it was joined to."""
        top = self._top(node)
        numbers = self._of_hand("", self._texts.get(top, "")) or self._of_hand("", self._texts.get(node, ""))
        return numbers[0] if numbers is not None and len(numbers) == 1 else top

    def _settle(self, document: str, some: Sequence[Mention]) -> None:
        """Gives a lone surname to its only bearer, if the document names somebody he is named with elsewhere."""
        owners = self.owners[document]
        here = {self._top(_node(one, one.name)) for one in some if one.kind is not Kind.PLACE}
        for at, one in enumerate(some):
            if owners[at] is None and self._is_lone(one) and self._of_hand(document, one.text) is None:
                bearers = {self._top(node) for node in self._people[key(one.name)]}
                if len(bearers) == 1 and self._companions[next(iter(bearers))] & here - bearers:
                    owners[at] = self._final(next(iter(bearers)))
            owner = owners[at]
            if owner is not None:
                group = self.groups.setdefault(owner, Group())
                group.texts[one.text] += 1
                group.full[one.name] += 1
                group.kinds[one.kind] += 1

    def _top(self, node: Node) -> Node:
        while (above := self._above.get(node, node)) != node:
            node = above
        return node


def _node(mention: Mention, name: str) -> Node:
    return key(name), mention.kind is Kind.PERSON


def _by_hand(said: Iterable[Said]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for name in dict.fromkeys(map(key, (one.name, *one.names))):
            numbers[name].append(at)
    return numbers
