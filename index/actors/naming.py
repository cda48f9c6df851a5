"""Which names of a document are one actor's, as far as the document makes it certain."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from index.actors.aliases import Alias
from index.actors.roles import KNOWN
from index.actors.shorter import begins, contracts, surname, within
from index.actors.spelling import abbreviates, equals, initials, is_acronym, key, slipped, traces

_LOUD: Final = 4
"""Letters from which on a word in capitals is no acronym, where the name is written without as well."""
_CROWD: Final = 200
"""Names that share a word from which on a shorter one is anybody's."""
_KIN: Final = frozenset("uncle aunt auntie tio tia onkel tante pak bapak ibu".split())
"""What is said to somebody and makes no full name of his: Uncle Quek."""
_OFTEN: Final = 4
"""How much oftener than a slip the right spelling stands in a document."""


class Naming:
    """The names of one document, each with the fullest name of its bearer."""

    def __init__(self, names: Sequence[str], people: Iterable[str], aliases: Iterable[Alias]) -> None:
        """Gathers the names.

        Args:
            names: Each as often as it stands in the document, in order.
            people: Those that are persons', going by themselves.
            aliases: What the document says of them.
        """
        self._counts = Counter(map(key, names))
        self._texts: dict[str, Counter[str]] = defaultdict(Counter)
        for name in names:
            self._texts[key(name)][name] += 1
        self._above: dict[str, str] = {}
        self._lesser: set[str] = set()
        self._people = {key(name) for name in people}
        self._state(aliases)
        self._abbreviate()
        self._shorten()
        self._shorten_bodies()
        self._correct()
        self._chosen: dict[str, str] = {}
        for group in self._groups().values():
            full = self._fullest(group)
            self._chosen.update(dict.fromkeys(group, full))

    def name(self, text: str) -> str:
        """The fullest name of the bearer of a name."""
        return self._chosen[key(text)]

    def known(self, text: str) -> str | None:
        """The same, of a text that may be no name of the document."""
        return self._chosen.get(key(text))

    def _state(self, aliases: Iterable[Alias]) -> None:
        for one in aliases:
            alias, name = key(one.alias), key(one.name)
            if not self._people.isdisjoint(set(map(key, one.between)) - {name}):
                continue
            if one.defined:
                (self._people.add if name in self._people else self._people.discard)(alias)
            if alias != name and alias in self._counts and (alias in self._people) == (name in self._people):
                self._join(alias, name)
                self._lesser.add(alias)
        for first, *others in equals(self._counts):
            for other in others:
                self._join(other, first)

    def _abbreviate(self) -> None:
        """An acronym and the only name whose initials it is."""
        full = defaultdict(set)
        for one, texts in self._texts.items():
            if len(letters := initials(next(iter(texts)))) > 2 and one not in self._people:
                full[letters].add(self._top(one))
        for one, texts in self._texts.items():
            short = next(iter(texts))
            tops = full.get(short.replace(".", "").upper(), set()) if is_acronym(short) else set()
            if len(tops) == 1 and abbreviates(short, next(iter(self._texts[next(iter(tops))]))):
                self._join(one, next(iter(tops)))

    def _shorten(self) -> None:
        """Shorter names of a person whom the document names in full, if it can be but one."""
        people = [one for one in self._counts if one in self._people]
        full = sorted((one for one in people if " " in one), key=lambda one: (-len(one.split()), -len(one)))
        kin = [one for one in full if one.split()[0] in _KIN]
        full = [one for one in full if one.split()[0] not in _KIN]
        by_last, by_first, inside = _grouped(full, surname), _grouped(full, _first), within(full)
        for namesakes in by_last.values():
            for at, one in enumerate(namesakes if len(namesakes) < _CROWD else ()):
                self._tie(one, [other for other in namesakes[:at] if contracts(one.split(), other.split())])
        for one in people:
            if " " not in one:
                self._tie(one, by_last.get(one) or by_first.get(one) or inside.get(one, []))
            elif one not in self._lesser:
                self._tie(one, inside.get(one, []))
        alone = {one: [one] for one in people}
        for one in kin:
            called = one.split()[-1]
            self._tie(one, by_last.get(called) or by_first.get(called) or alone.get(called, []))
            self._lesser.add(one)

    def _shorten_bodies(self) -> None:
        """Shorter names of a body: without its legal form, or what kind of body it is."""
        bodies = _grouped((one for one in self._counts if one not in self._people and " " in one), _first)
        for one, texts in self._texts.items():
            if self._top(one) != one or next(iter(texts)) in KNOWN:
                continue
            longer = bodies.get(one.split()[0], ())
            longer = longer if len(longer) < _CROWD else ()
            if any(begins(one, body) for body in longer):
                self._people.discard(one)
                self._tie(one, [body for body in longer if begins(one, body)])

    def _tie(self, short: str, bearers: Sequence[str]) -> None:
        if len({self._top(one) for one in bearers}) == 1:
            self._join(short, bearers[0])

    def _correct(self) -> None:
        """A slip in a single word that otherwise stands nowhere, of a name that often does."""
        known: Counter[str] = Counter()
        for one in self._people & self._counts.keys():
            known[one.split()[-1]] += self._counts[one]
        frequent = defaultdict(list)
        for word, count in known.items():
            if count >= _OFTEN and word in self._counts:
                for trace in traces(word):
                    frequent[trace].append(word)
        if not frequent:
            return
        alone = [one for one, group in self._groups().items() if len(group) == 1 and one in self._people]
        for one in (one for one in alone if " " not in one):
            near = {other for trace in traces(one) for other in frequent.get(trace, ())[:_CROWD]}
            often = _OFTEN * self._counts[one]
            self._tie(one, [other for other in sorted(near) if known[other] >= often and slipped(one, other)])

    def _fullest(self, group: Sequence[str]) -> str:
        def fullness(one: str) -> tuple[bool, bool, int, int]:
            text = next(iter(self._texts[one]))
            return one not in self._lesser, not is_acronym(text), len(one.split()), self._counts[one]

        texts = self._texts[max(group, key=fullness)]
        return max(texts, key=lambda text: (not (" " in text and _is_loud(text)), texts[text]))

    def _groups(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for one in self._counts:
            groups[self._top(one)].append(one)
        return groups

    def _join(self, one: str, other: str) -> None:
        self._above[self._top(one)] = self._top(other)

    def _top(self, one: str) -> str:
        while (above := self._above.get(one, one)) != one:
            self._above[one] = self._above.get(above, above)
            one = above
        return one


def _is_loud(text: str) -> bool:
    """Whether words of a name are in capitals, and no acronyms: MARTA QUELL, Marta QUELL."""
    return text.isupper() or any(word.isupper() and len(word) >= _LOUD for word in text.split())


def _first(name: str) -> str:
    return name.split()[0]


def _grouped(names: Iterable[str], by: Callable[[str], str]) -> dict[str, list[str]]:
    """Names by one of their words."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[by(name)].append(name)
    return found
