"""The actors of a corpus: who they are, where each is named, who is named with whom."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Self

from index.actors.actor import Actor, Located, Named, Spelling, Tie
from index.actors.annotations import mentions
from index.actors.directory import Directory
from index.actors.gathering import Gathering, Group
from index.actors.mention import Kind, Mention
from index.actors.said import Said
from index.actors.slug import slugs
from index.actors.spelling import is_acronym, key
from index.passages import Passage
from index.sources import Sources

NEAR = 5
"""How many near names are offered for one that is unknown."""


class Actors:
    """The actors of some documents. Safe to be used by several threads at once."""

    def __init__(
        self, documents: Mapping[str, Sequence[Mention]], passages: Iterable[Passage], said: Sequence[Said] = ()
    ) -> None:
        """Brings the mentions together.

        Args:
            documents: The mentions of each document, by its id, in order.
            passages: The passages of those documents, in order.
            said: What ``actors.toml`` says.
        """
        self._places = _Places(passages)
        gathering = Gathering(documents, said)
        groups = {owner: group for owner, group in gathering.groups.items() if group.texts or group.said}
        order = sorted(groups, key=lambda owner: (-groups[owner].texts.total(), _name(groups[owner])))
        self._located: list[list[Located]] = [[] for _ in order]
        self._in_document: dict[str, list[tuple[int | None, Located]]] = {}
        self._open: list[tuple[Located, tuple[int, ...]]] = []
        number = {owner: at for at, owner in enumerate(order)}
        for document, some in documents.items():
            here = self._in_document[document] = []
            for mention, owner in zip(some, gathering.owners[document], strict=True):
                located = Located(document, self._places.passage(document, mention.start), mention)
                at = None if owner is None else number[owner]
                here.append((at, located))
                if at is None:
                    bearers = [number[one] for one in gathering.bearers(mention) if one in number]
                    self._open.append((located, tuple(bearers)))
                else:
                    self._located[at].append(located)
        names = [_name(groups[owner]) for owner in order]
        self.all = tuple(
            _actor(id, name, groups[owner], self._located[at])
            for at, (id, name, owner) in enumerate(zip(slugs(names), names, order, strict=True))
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
        seen = [one for one in sources.documents if documents is None or one.id in documents]
        marked = {one.id: tuple(mentions(sources.annotation("actors", one.id), one.text)) for one in seen}
        return cls(marked, (one for one in sources.passages if one.document in marked), said)

    def find(self, name: str) -> Actor | None:
        """The actor who certainly goes by a name, in whatever spelling; None if there is none, or more than one."""
        at = self._directory.certain(name)
        return None if at is None else self.all[at]

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

    def mentions_of(self, actor: Actor) -> Sequence[Located]:
        """Where an actor is named, in the order of the documents."""
        return self._located[self._numbers[actor.id]]

    def mentions_in(self, document: str) -> list[tuple[Actor | None, Mention]]:
        """The mentions of a document in order, each with its actor; None where it is not certain who is meant."""
        return [(None if at is None else self.all[at], one.mention) for at, one in self._in_document.get(document, ())]

    def passages_of(self, actor: Actor) -> tuple[str, ...]:
        """The ids of the passages that name an actor, in order."""
        return tuple(dict.fromkeys(one.passage for one in self.mentions_of(actor)))

    def open_of(self, actor: Actor) -> list[Located]:
        """Mentions of a surname that may be this actor's, in documents that do not say whose."""
        at = self._numbers[actor.id]
        return [located for located, bearers in self._open if at in bearers]

    def ties(self, actor: Actor | None = None) -> list[Tie]:
        """Who is named with whom in one passage, most passages first: of one actor, who is then ``one``, or of all."""
        if actor is None:
            return self._ties
        at = self._numbers[actor.id]
        shared: dict[int, list[str]] = defaultdict(list)
        for passage in self.passages_of(actor):
            for other in self._in_passage[passage] - {at}:
                shared[other].append(passage)
        strongest = sorted(shared.items(), key=lambda one: (-len(one[1]), one[0]))
        return [Tie(actor, self.all[other], tuple(passages)) for other, passages in strongest]

    @cached_property
    def _directory(self) -> Directory:
        return Directory([[actor.name, *(one.name for one in actor.names)] for actor in self.all])

    @cached_property
    def _in_passage(self) -> dict[str, set[int]]:
        here: dict[str, set[int]] = defaultdict(set)
        for at, some in enumerate(self._located):
            for one in some:
                here[one.passage].add(at)
        return here

    @cached_property
    def _ties(self) -> list[Tie]:
        shared: dict[tuple[int, int], list[str]] = defaultdict(list)
        for passage in self._places.ids:
            for pair in combinations(sorted(self._in_passage.get(passage, ())), 2):
                shared[pair].append(passage)
        strongest = sorted(shared.items(), key=lambda one: (-len(one[1]), one[0]))
        return [Tie(self.all[one], self.all[other], tuple(passages)) for (one, other), passages in strongest]


class _Places:
    """Which passage a place in a document belongs to."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.ids: list[str] = []
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._ids: dict[str, list[str]] = defaultdict(list)
        for one in passages:
            self.ids.append(one.id)
            self._starts[one.document].append(one.start)
            self._ids[one.document].append(one.id)

    def passage(self, document: str, start: int) -> str:
        return self._ids[document][max(0, bisect_right(self._starts[document], start) - 1)]


def _name(group: Group) -> str:
    """What to call him: as people say, else by the name that documents use most, acronyms and surnames last."""
    if group.said is not None:
        return group.said.name

    def worth(one: tuple[str, int]) -> tuple[bool, bool, int, int]:
        name, count = one
        return not is_acronym(name), " " in name, count, len(name)

    return max(group.full.items(), key=worth)[0]


def _actor(id: str, name: str, group: Group, located: Sequence[Located]) -> Actor:
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    passages: dict[str, dict[str, None]] = defaultdict(dict)
    for one in located:
        folded = key(one.mention.text)
        spelled[folded][one.mention.text] += 1
        passages[folded][one.passage] = None
    names = [
        Spelling(counts.most_common(1)[0][0], counts.total(), tuple(passages[folded]))
        for folded, counts in sorted(spelled.items(), key=lambda one: (-one[1].total(), one[0]))
    ]
    said = group.said
    if said is not None:
        unnamed = {key(one): one for one in reversed((said.name, *said.names)) if key(one) not in spelled}
        names += [Spelling(one, 0, ()) for one in reversed(unnamed.values())]
    kind = (said.kind if said is not None else None) or (
        group.kinds.most_common(1)[0][0] if group.kinds else Kind.PERSON
    )
    return Actor(id, name, kind, tuple(names), said.note if said is not None else None, len(located))
