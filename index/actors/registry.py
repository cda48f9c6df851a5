"""The actors of a corpus: who they are, where each is named, who is named with whom."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Self

from index.actors.actor import Actor, Located, Named, Spelling, Tie
from index.actors.annotations import mentions
from index.actors.directory import Directory
from index.actors.forms import Form, Group
from index.actors.gathering import NOWHERE, Gathering
from index.actors.mention import Kind, Mention
from index.actors.prose import Prose
from index.actors.said import Said, with_said
from index.actors.slug import slugs
from index.actors.spelling import is_acronym, key
from index.actors.whereabouts import Whereabouts
from index.passages import Passage
from index.recent import Recent
from index.sources import Sources

_NOBODY = -1
_KEPT = 50_000
"""Mentions, some 20 MB. A question looks into the same few documents for each of their passages and persons."""
NEAR = 5
"""How many near names are offered for one that is unknown."""


class Actors:
    """The actors of some documents. Safe to be used by several threads at once.

    It keeps whose each mention is, not the mentions: those are read again, document by document, when asked for, and of
    documents asked for lately they are kept.
    """

    def __init__(
        self,
        documents: Iterable[str],
        marks: Callable[[str], Sequence[Mention]],
        passages: Iterable[Passage],
        said: Sequence[Said] = (),
    ) -> None:
        """Brings the mentions together.

        Args:
            documents: The ids of the documents, in order.
            marks: Gives the mentions of one of them, in order.
            passages: The passages of those documents, in order.
            said: What ``actors.toml`` says.
        """
        self._marks = marks
        self._recent = Recent[Sequence[tuple[Actor | None, Mention]]](_KEPT, lambda found: 1 + len(found))
        self._places = Whereabouts(passages)
        gathering = Gathering(((document, marks(document)) for document in documents), said)
        groups = {owner: group for owner, group in gathering.groups.items() if group.mentions or group.said}
        order = sorted(groups, key=lambda owner: (-groups[owner].mentions, _name(groups[owner])))
        number = {owner: at for at, owner in enumerate(order)}
        self._owners: dict[str, array[int]] = {}
        self._documents: list[list[str]] = [[] for _ in order]
        self._open: dict[str, dict[int, tuple[int, ...]]] = {}
        for document, owners in gathering.owners.items():
            here = self._owners[document] = array("i", [_NOBODY if one is None else number[one] for one in owners])
            for at in set(here) - {_NOBODY}:
                self._documents[at].append(document)
            if _NOBODY in here:
                self._open[document] = {
                    at: tuple(number[one] for one in gathering.bearers(form) if one in number)
                    for at, (form, owner) in enumerate(zip(gathering.forms[document], here, strict=True))
                    if owner == _NOBODY
                }
        spelled = self._spelled(gathering)
        names = [_name(groups[owner]) for owner in order]
        self.all = tuple(
            _actor(id, name, groups[owner], some)
            for id, name, owner, some in zip(slugs(names), names, order, spelled, strict=True)
        )
        self._numbers = {actor.id: at for at, actor in enumerate(self.all)}

    @classmethod
    def of(cls, sources: Sources, said: Sequence[Said] = (), documents: Collection[str] | None = None) -> Self:
        """The actors of the sources.

        Args:
            sources: The sources.
            said: What ``actors.toml`` says.
            documents: Ids of the documents that may be seen; None for all. Nothing of another is in what comes out.
        """
        seen = {one.id: one for one in sources.documents if documents is None or one.id in documents}

        def marks(document: str) -> tuple[Mention, ...]:
            one = seen[document]
            found = tuple(mentions(sources.annotation("actors", document), one.text))
            whole = with_said(found, one.text, said, document)
            return whole if whole == found else Prose(one).place(whole)

        return cls(seen, marks, (one for one in sources.passages if one.document in seen), said)

    def find(self, name: str) -> Actor | None:
        """The actor who certainly goes by a name, in whatever spelling; None if there is none, or more than one.

        What tells two of one name apart is taken for a name as well: his id, and his kind in brackets after the name. A
        surname by which no document calls anybody means the only person who has it.
        """
        at = self._directory.certain(name)
        at = self._numbers.get(name) if at is None else at
        if at is not None:
            return self.all[at]
        called = self.called(name) or self._surnamed(name)
        return called[0] if len(called) == 1 else None

    def called(self, name: str) -> list[Actor]:
        """All who are called by a name, which may have a kind or an id in brackets after it: Washington (place)."""
        called = [self.all[at] for at in self._directory.called(name)]
        plain, bracket, told = name.removesuffix(")").rpartition(" (")
        if called or not bracket:
            return called
        return [actor for actor in self.called(plain) if told in (actor.kind, actor.id)]

    def _surnamed(self, name: str) -> list[Actor]:
        bearers = [] if self._directory.known(name) else [self.all[at] for at in self._directory.surnamed(name)]
        return [actor for actor in bearers if actor.kind is Kind.PERSON]

    def near(self, name: str, limit: int = NEAR) -> list[Actor]:
        """Those who may be meant by a name, likeliest first: who share it, then whose names are near."""
        return [self.all[at] for at in self._directory.near(name, limit)]

    def similar(self, actor: Actor) -> list[Actor]:
        """Those whose names are nearly an actor's; that they are one is for people to say."""
        near = dict.fromkeys(at for one in actor.names[:NEAR] for at in self._directory.similar(one.name, NEAR))
        return [self.all[at] for at in near if self.all[at].id != actor.id][:NEAR]

    def starting(self, prefix: str, limit: int) -> list[Actor]:
        """Those a word of whose names begins so, or sounds so, in any script; the most mentioned first."""
        return [self.all[at] for at in self._directory.starting(prefix, limit)]

    def named_in(self, text: str) -> list[Named]:
        """The actors that a question names, in order, whatever the case; a name that several bear is left out."""
        return [Named(start, end, self.all[at]) for start, end, at in self._directory.named_in(text)]

    def mentions_of(self, actor: Actor) -> list[Located]:
        """Where an actor is named, in the order of the documents."""
        return list(self._located(self._numbers[actor.id]))

    def documents_of(self, actor: Actor) -> list[str]:
        """The ids of the documents that name an actor, in order."""
        return self._documents[self._numbers[actor.id]]

    def mentions_in(self, document: str) -> Sequence[tuple[Actor | None, Mention]]:
        """The mentions of a document in order, each with its actor; None where it is not certain who is meant."""
        return self._recent.get(document, lambda: self._read(document))

    def _read(self, document: str) -> Sequence[tuple[Actor | None, Mention]]:
        owners = self._owners.get(document)
        if owners is None:
            return ()
        marks = self._marks(document)
        return tuple((None if at == _NOBODY else self.all[at], one) for at, one in zip(owners, marks, strict=True))

    def passages_of(self, actor: Actor) -> tuple[str, ...]:
        """The ids of the passages that name an actor, in order."""
        return tuple(dict.fromkeys(one.passage for one in self._located(self._numbers[actor.id])))

    def open_of(self, actor: Actor) -> list[Located]:
        """Mentions of a surname that may be this actor's, in documents that do not say whose."""
        number = self._numbers[actor.id]
        return [
            Located(document, self._places.of(document)(one.start), one)
            for document, some in self._open.items()
            if any(number in bearers for bearers in some.values())
            for marks in [self._marks(document)]
            for at, bearers in some.items()
            if number in bearers
            for one in [marks[at]]
        ]

    def ties(self, actor: Actor | None = None) -> list[Tie]:
        """Who is named with whom in one passage, closest first: of one actor, who is then ``one``, or of all."""
        if actor is None:
            return self._ties
        at = self._numbers[actor.id]
        shared: dict[tuple[int, int], list[str]] = defaultdict(list)
        told: dict[tuple[int, int], list[str]] = defaultdict(list)
        for passage in self.passages_of(actor):
            for other in self._in_passage.get(passage, set()) - {at}:
                shared[at, other].append(passage)
            for other in set[int]().union(*(one for one in self._sentences.get(passage, ()) if at in one)) - {at}:
                told[at, other].append(passage)
        return self._closest(shared, told)

    def _located(self, number: int) -> Iterator[Located]:
        for document in self._documents[number]:
            place = self._places.of(document)
            for at, one in zip(self._owners[document], self._marks(document), strict=True):
                if at == number:
                    yield Located(document, place(one.start), one)

    def _spelled(self, gathering: Gathering) -> "list[_Spelled]":
        """The names of each actor, and the passages of each; those of each passage besides."""
        spelled = [_Spelled() for _ in self._documents]
        self._in_passage: dict[str, set[int]] = {}
        self._sentences: dict[str, list[set[int]]] = {}
        for document, owners in self._owners.items():
            place = self._places.of(document)
            forms, starts = gathering.forms[document], gathering.starts[document]
            sentences = gathering.sentences[document]
            before = NOWHERE
            for at, form, start, sentence in zip(owners, forms, starts, sentences, strict=True):
                if at == _NOBODY:
                    continue
                passage = place(start)
                spelled[at].add(form, passage)
                self._in_passage.setdefault(passage, set()).add(at)
                if sentence != NOWHERE:
                    here = self._sentences.setdefault(passage, [])
                    if sentence != before:
                        here.append(set())
                    here[-1].add(at)
                before = sentence
        return spelled

    @cached_property
    def _directory(self) -> Directory:
        return Directory([[actor.name, *(one.name for one in actor.names)] for actor in self.all])

    @cached_property
    def _ties(self) -> list[Tie]:
        shared: dict[tuple[int, int], list[str]] = defaultdict(list)
        told: dict[tuple[int, int], list[str]] = defaultdict(list)
        for passage in self._places.ids:
            for pair in combinations(sorted(self._in_passage.get(passage, ())), 2):
                shared[pair].append(passage)
            together = self._sentences.get(passage, ())
            for pair in {pair for one in together for pair in combinations(sorted(one), 2)}:
                told[pair].append(passage)
        return self._closest(shared, told)

    def _closest(
        self, shared: Mapping[tuple[int, int], list[str]], told: Mapping[tuple[int, int], list[str]]
    ) -> list[Tie]:
        ties = [
            (pair, Tie(self.all[pair[0]], self.all[pair[1]], tuple(passages), tuple(told.get(pair, ()))))
            for pair, passages in shared.items()
        ]
        return [tie for _, tie in sorted(ties, key=lambda one: (*(-count for count in one[1].strength), one[0]))]


class _Spelled:
    """An actor's names, with how often each is written how, and the passages it stands in."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.passages: dict[str, dict[str, None]] = {}

    def add(self, form: Form, passage: str) -> None:
        counts = self.counts.get(form.key)
        if counts is None:
            counts = self.counts[form.key] = Counter()
            self.passages[form.key] = {}
        counts[form.text] += 1
        self.passages[form.key][passage] = None


def _name(group: Group) -> str:
    """What to call him: as people say, else by the name that documents use most, acronyms and surnames last.

    Of a place a longer name tells no more: Syria, not Syrian Arab Republic.
    """
    if group.said is not None:
        return group.said.name

    def worth(one: tuple[str, int]) -> tuple[bool, bool, int, int]:
        name, count = one
        return not is_acronym(name), " " in name and group.kind is not Kind.PLACE, count, len(name)

    return max(group.full.items(), key=worth)[0]


def _actor(id: str, name: str, group: Group, spelled: _Spelled) -> Actor:
    names = [
        Spelling(counts.most_common(1)[0][0], counts.total(), tuple(spelled.passages[folded]))
        for folded, counts in sorted(spelled.counts.items(), key=lambda one: (-one[1].total(), one[0]))
    ]
    said = group.said
    if said is not None:
        unnamed = {key(one): one for one in reversed((said.name, *said.names)) if key(one) not in spelled.counts}
        names += [Spelling(one, 0, ()) for one in reversed(unnamed.values())]
    return Actor(id, name, group.kind, tuple(names), said.note if said is not None else None, group.mentions)
