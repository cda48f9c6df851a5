"""From the mentions of single documents to actors: what is certainly one is brought together, nothing else.

Certain is: the same name but for case, accents and apostrophes; another name that a document states, or a surname or
acronym that a document ties to a full name; the same full name in another romanisation, unless a document has both;
and whatever ``actors.toml`` says, which wins over all of it. A surname or an alias alone, in a document that names
nobody by it in full, is nobody's as long as the other documents do not make it certain.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from index.actors.given import is_given
from index.actors.mention import Kind, Mention
from index.actors.roles import KNOWN
from index.actors.said import Said
from index.actors.spelling import equals, is_acronym, key, sound
from index.actors.vocabulary import LEGAL
from index.names.likeness import sameness
from index.names.parts import read_name

CERTAIN = 0.9
"""Likeness from which on two full names that sound the same are one spelling, in two romanisations or scripts. Of the
106 pairs in ``tests/quality/test_names.py`` that are merely similar none has it (see ``tests/index/test_actors``)."""
NOWHERE = -1
_LONG_ACRONYM = 3
"""Letters from which on an acronym means the same in all documents of a corpus."""

Node = tuple[str, bool]
"""A name as ``key`` gives it, and whether it is a person's: where George Washington is named, the town is another."""


@dataclass(slots=True)
class Group:
    """What is gathered of one actor.

    Attributes:
        full: The fullest names that documents call him by, with how often.
        kinds: What his mentions are, with how often.
        said: What ``actors.toml`` says.
    """

    full: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    said: Said | None = None

    @property
    def mentions(self) -> int:
        """How often he is named."""
        return self.full.total()

    @property
    def kind(self) -> Kind:
        """What most of his mentions are.

        A person is what a name without any sign is taken for, so that half of it counts if no given name begins his.
        """
        if self.said is not None and self.said.kind is not None:
            return self.said.kind
        votes = {kind: float(self.kinds[kind.value]) for kind in (Kind.ORGANISATION, Kind.PLACE, Kind.PERSON)}
        if not any(is_given(name.split()[0]) for name in self.full):
            votes[Kind.PERSON] /= 2
        return max(votes, key=lambda one: votes[one]) if any(votes.values()) else Kind.PERSON


Owner = Node | int
"""Whose a mention is: a name's that stands for all it was joined with, or the number of an entry in ``actors.toml``."""


@dataclass(slots=True, eq=False)
class Form:
    """Mentions that are alike: the same words, meaning the same full name, of one kind.

    Attributes:
        text: The words.
        name: The full name in their document.
        kind: What they name.
        key: Of the words.
        node: Of the full name.
        count: How many there are.
        lone: Whether it is a surname or an alias alone, of somebody whom other documents name in full.
        owner: Whose they are, in documents that ``actors.toml`` does not single out; None as long as it is not certain.
    """

    text: str
    name: str
    kind: Kind
    key: str
    node: Node
    count: int = 0
    lone: bool = False
    owner: Owner | None = None


class Gathering:
    """Which actor each mention names.

    Attributes:
        groups: What is gathered of each actor.
        forms: The form of each mention of each document, in order.
        starts: Where each begins.
        sentences: Which sentence of its document each stands in; NOWHERE for none.
        owners: Whose each is; None where it is not certain.
    """

    def __init__(self, documents: Iterable[tuple[str, Iterable[Mention]]], said: Sequence[Said]) -> None:
        """Brings together what is certainly one.

        Args:
            documents: The id of each document and its mentions, in order.
            said: What people say.
        """
        self._said = said
        self._by_hand = _by_hand(said)
        self._confined = {document for one in said for document in one.documents}
        self._forms: dict[tuple[str, str, str], Form] = {}
        self.forms: dict[str, list[Form]] = {}
        self.starts: dict[str, array[int]] = {}
        self.sentences: dict[str, array[int]] = {}
        for document, some in documents:
            here = list(some)
            self.forms[document] = list(map(self._form, here))
            self.starts[document] = array("i", [one.start for one in here])
            numbers = [NOWHERE if one.sentence is None else one.sentence for one in here]
            self.sentences[document] = array("i", numbers)
        self._above: dict[Node, Node] = {}
        self._nodes: Counter[Node] = Counter()
        self._stated: dict[Node, set[Node]] = defaultdict(set)
        self._people: dict[str, set[Node]] = defaultdict(set)
        self._texts: dict[Node, str] = {}
        for form in self._forms.values():
            self._read(form)
        self._join_kinds()
        self._join_legal()
        self._join_stated()
        self._join_sounding()
        for form in self._forms.values():
            form.lone = self._is_lone(form)
            form.owner = self._owner("", form)
        self._companions = self._find_companions()
        self.groups: dict[Owner, Group] = {at: Group(said=one) for at, one in enumerate(said)}
        self.owners: dict[str, list[Owner | None]] = {}
        for document, forms in self.forms.items():
            self._settle(document, forms)

    def bearers(self, form: Form) -> list[Owner]:
        """Who may be meant by a surname alone, most mentioned first."""
        tops = {self._final(node) for node in self._people.get(form.node[0], ())}
        return sorted(tops & self.groups.keys(), key=lambda one: (-self.groups[one].mentions, str(one)))

    def _form(self, mention: Mention) -> Form:
        alike = (mention.text, mention.name, mention.kind.value)
        form = self._forms.get(alike)
        if form is None:
            node = (key(mention.name), mention.kind is Kind.PERSON)
            text = node[0] if mention.text == mention.name else key(mention.text)
            form = self._forms[alike] = Form(mention.text, mention.name, mention.kind, text, node)
        form.count += 1
        return form

    def _read(self, form: Form) -> None:
        node = form.node
        self._nodes[node] += form.count
        self._texts.setdefault(node, form.name)
        if form.key != node[0] and (" " in form.key or (is_acronym(form.text) and len(form.key) >= _LONG_ACRONYM)):
            self._stated[form.key, node[1]].add(node)
        if node[1] and " " in node[0]:
            self._people[node[0].rpartition(" ")[2]].add(node)
            if form.key != node[0] and " " not in form.key and not is_given(form.text):
                self._people[form.key].add(node)

    def _join_kinds(self) -> None:
        """One name is one actor's, though some documents take him for a person; a surname may be a town's as well."""
        for name, person in list(self._nodes):
            if person and (name, False) in self._nodes and (" " in name or name not in self._people):
                self._above[name, True] = name, False

    def _join_legal(self) -> None:
        """A company with and without its legal form, if it has but one; of a single word, any may be."""
        whole: dict[str, list[Node]] = defaultdict(list)
        for name, person in self._nodes:
            words = name.split()
            while words and words[-1] in LEGAL:
                words.pop()
            if not person and 1 < len(words) < len(name.split()):
                whole[" ".join(words)].append((name, False))
        for node in [(plain, person) for plain, forms in whole.items() if len(forms) == 1 for person in (False, True)]:
            if node in self._nodes:
                self._above[self._top(node)] = self._top(whole[node[0]][0])

    def _join_stated(self) -> None:
        """Another name that stands for the same full name wherever a document says what it stands for."""
        for alias, names in self._stated.items():
            if alias in self._nodes and len({self._top(one) for one in names}) == 1:
                self._above[self._top(alias)] = self._top(next(iter(names)))
        for first, *others in equals(name for name, _ in self._nodes):
            for node in [(one, person) for one in (first, *others) for person in (False, True)]:
                if node in self._nodes:
                    self._above[self._top(node)] = self._top((first, (first, False) not in self._nodes))

    def _join_sounding(self) -> None:
        """One name in several romanisations: it sounds the same, and is very like."""
        alike: dict[tuple[str, bool], list[Node]] = defaultdict(list)
        for node, text in self._texts.items():
            if " " in node[0] and (sounds := sound(text)):
                alike[sounds, node[1]].append(node)
        apart = self._named_beside({node for nodes in alike.values() if len(nodes) > 1 for node in nodes})
        for nodes in alike.values():
            most, *rest = sorted(nodes, key=lambda node: (-self._nodes[node], node))
            if rest and apart.isdisjoint(combinations(sorted(nodes), 2)):
                for node in rest:
                    if sameness(read_name(self._texts[most]), read_name(self._texts[node])) >= CERTAIN:
                        self._above[self._top(node)] = self._top(most)

    def _named_beside(self, nodes: set[Node]) -> set[tuple[Node, Node]]:
        """Which of some names a document has beside each other, in one script, without saying that they are one."""
        apart: set[tuple[Node, Node]] = set()
        for forms in self.forms.values() if nodes else ():
            here = sorted({form.node for form in forms} & nodes)
            apart |= {
                (one, other)
                for one, other in combinations(here, 2)
                if self._top(one) != self._top(other) and one[0].isascii() == other[0].isascii()
            }
        return apart

    def _find_companions(self) -> dict[Node, set[Node]]:
        """With whom each person that shares his surname with a lone mention is named in a document."""
        lone = {form.node[0] for form in self._forms.values() if form.lone}
        bearers = {node for surname in lone for node in self._people.get(surname, ())}
        companions: dict[Node, set[Node]] = defaultdict(set)
        if bearers:
            for forms in self.forms.values():
                here = {form.node for form in forms if form.kind is not Kind.PLACE}
                for node in here & bearers:
                    companions[self._top(node)] |= {self._top(other) for other in here}
        return companions

    def _is_lone(self, form: Form) -> bool:
        name, person = form.node
        return person and " " not in name and name in self._people and form.name not in KNOWN

    def _owner(self, document: str, form: Form) -> Owner | None:
        """Whose a mention is, as far as it is certain without its companions."""
        by_hand = self._of_hand(document, form.key) or self._of_hand(document, form.node[0])
        if by_hand is not None:
            return by_hand[0] if len(by_hand) == 1 else None
        return None if form.lone else self._final(form.node)

    def _of_hand(self, document: str, name: str) -> list[int] | None:
        numbers = self._by_hand.get(name)
        if numbers is None:
            return None
        meant = [at for at in numbers if document in self._said[at].documents]
        return meant or [at for at in numbers if not self._said[at].documents] or None

    def _final(self, node: Node) -> Owner:
        """Where a name belongs: with what is said of any of its spellings, else with the spelling it was joined to."""
        top = self._top(node)
        numbers = self._of_hand("", top[0]) or self._of_hand("", node[0])
        return numbers[0] if numbers is not None and len(numbers) == 1 else top

    def _settle(self, document: str, forms: Sequence[Form]) -> None:
        """Says whose the mentions of a document are, and gathers them."""
        confined = document in self._confined
        owners = [self._owner(document, one) if confined else one.owner for one in forms]
        if None in owners:
            owners = self._kept_company(forms, owners)
        self.owners[document] = owners
        for form, owner in zip(forms, owners, strict=True):
            if owner is not None:
                group = self.groups.get(owner)
                if group is None:
                    group = self.groups[owner] = Group()
                group.full[form.name] += 1
                group.kinds[form.kind.value] += 1

    def _kept_company(self, forms: Sequence[Form], owners: Sequence[Owner | None]) -> list[Owner | None]:
        """Gives a lone surname to its only bearer, if the document names somebody he is named with elsewhere."""
        here = {self._top(form.node) for form in forms if form.kind is not Kind.PLACE}
        kept: list[Owner | None] = []
        for form, owner in zip(forms, owners, strict=True):
            if owner is None and form.lone and form.key not in self._by_hand:
                bearers = {self._top(node) for node in self._people[form.node[0]]}
                bearer = next(iter(bearers))
                known = len(bearers) == 1 and self._companions[bearer] & here - bearers
                kept.append(self._final(bearer) if known else None)
            else:
                kept.append(owner)
        return kept

    def _top(self, node: Node) -> Node:
        while (above := self._above.get(node, node)) != node:
            node = above
        return node


def _by_hand(said: Iterable[Said]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for name in dict.fromkeys(map(key, (one.name, *one.names))):
            numbers[name].append(at)
    return numbers
