"""Which names are certainly one actor's, over all documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from index.actors.forms import Form, Node
from index.actors.given import is_given
from index.actors.spelling import equals, is_acronym, sound
from index.actors.vocabulary import HONORIFICS, KUNYA, LEGAL, TITLES
from index.names.likeness import sameness
from index.names.parts import read_name

CERTAIN: Final = 0.9
"""Likeness from which on two full names that sound the same are one spelling, in two romanisations or scripts. Of the
106 pairs in ``tests/quality/test_names.py`` that are merely similar none has it (see ``tests/index/test_actors``)."""
_LONG_ACRONYM: Final = 3
"""Letters from which on an acronym means the same in all documents of a corpus."""
STYLES: Final = (TITLES | HONORIFICS) - KUNYA - {"st", "al", "el"}
"""What stands before a name and may be left out: Commander, Hajj. A kunya without it is another name."""


class Sameness:
    """The names of all documents, each with the one that it was joined to.

    Attributes:
        people: The full names of persons by their surnames, and by what else a document calls them alone.
    """

    def __init__(self, forms: Iterable[Form], documents: Iterable[Sequence[Form]]) -> None:
        """Joins what is certainly one.

        Args:
            forms: What the documents have.
            documents: Which of them each has.
        """
        self.people: dict[str, set[Node]] = defaultdict(set)
        self._above: dict[Node, Node] = {}
        self._nodes: Counter[Node] = Counter()
        self._stated: dict[Node, set[Node]] = defaultdict(set)
        self._texts: dict[Node, str] = {}
        for form in forms:
            self._read(form)
        self._join_kinds()
        self._join_legal()
        self._join_stated()
        self._join_titled()
        self._join_sounding(documents)

    def top(self, node: Node) -> Node:
        """The name that another was joined to, in the end; itself where it was to none."""
        while (above := self._above.get(node, node)) != node:
            node = above
        return node

    def _read(self, form: Form) -> None:
        node = form.node
        self._nodes[node] += form.count
        self._texts.setdefault(node, form.name)
        if form.key != node[0] and (" " in form.key or (is_acronym(form.text) and len(form.key) >= _LONG_ACRONYM)):
            self._stated[form.key, node[1]].add(node)
        if node[1] and " " in node[0]:
            self.people[node[0].rpartition(" ")[2]].add(node)
            if form.key != node[0] and " " not in form.key and not is_given(form.text):
                self.people[form.key].add(node)

    def _join_kinds(self) -> None:
        """One name is one actor's, though some documents take him for a person; a surname may be a town's as well."""
        for name, person in list(self._nodes):
            if person and (name, False) in self._nodes and (" " in name or name not in self.people):
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
                self._above[self.top(node)] = self.top(whole[node[0]][0])

    def _join_stated(self) -> None:
        """Another name that stands for the same full name wherever a document says what it stands for."""
        for alias, names in self._stated.items():
            if alias in self._nodes and len({self.top(one) for one in names}) == 1:
                self._above[self.top(alias)] = self.top(next(iter(names)))
        for first, *others in equals(name for name, _ in self._nodes):
            for node in [(one, person) for one in (first, *others) for person in (False, True)]:
                if node in self._nodes:
                    self._above[self.top(node)] = self.top((first, (first, False) not in self._nodes))

    def _join_titled(self) -> None:
        """A name of several words with and without what stands before it (STYLES), if it is but one man's."""
        titled: dict[str, set[Node]] = defaultdict(set)
        for name, person in [*self._nodes, *self._stated]:
            title, _, plain = name.partition(" ")
            if person and " " in plain and title in STYLES and (plain, True) in self._nodes:
                titled[plain] |= set(map(self.top, self._stated.get((name, True), {(name, True)})))
        for plain, bearers in titled.items():
            if len(bearers) == 1:
                self._above[self.top((plain, True))] = self.top(next(iter(bearers)))

    def _join_sounding(self, documents: Iterable[Sequence[Form]]) -> None:
        """One name in several romanisations: it sounds the same, and is very like."""
        alike: dict[tuple[str, bool], list[Node]] = defaultdict(list)
        for node, text in self._texts.items():
            if " " in node[0] and (sounds := sound(text)):
                alike[sounds, node[1]].append(node)
        apart = self._named_beside(documents, {node for nodes in alike.values() if len(nodes) > 1 for node in nodes})
        for nodes in alike.values():
            most, *rest = sorted(nodes, key=lambda node: (-self._nodes[node], node))
            if rest and apart.isdisjoint(combinations(sorted(nodes), 2)):
                for node in rest:
                    if sameness(read_name(self._texts[most]), read_name(self._texts[node])) >= CERTAIN:
                        self._above[self.top(node)] = self.top(most)

    def _named_beside(self, documents: Iterable[Sequence[Form]], nodes: set[Node]) -> set[tuple[Node, Node]]:
        """Which of some names a document has beside each other, in one script, without saying that they are one."""
        apart: set[tuple[Node, Node]] = set()
        for forms in documents if nodes else ():
            here = sorted({form.node for form in forms} & nodes)
            apart |= {
                (one, other)
                for one, other in combinations(here, 2)
                if self.top(one) != self.top(other) and one[0].isascii() == other[0].isascii()
            }
        return apart
