"""How actors look in a terminal."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.message import phrases
from bot.message.dossier import CONNECTIONS, Dossier
from bot.terminal import render
from index.actors.actor import Actor, Tie
from index.citation import Citation

_NAMES = 6
_TIES = 3
"""Passages that are named of a tie."""


def roster(actors: Iterable[Actor]) -> str:
    """Actors, one a line: name, kind, other names, how often they are named."""
    shown = list(actors)
    return "\n".join(map(_line, shown, _told_apart(shown))) or "The sources name nobody."


def file(of: Dossier) -> str:
    """An actor's file."""
    actor = of.actor
    parts = [[f"{actor.name} ({actor.kind}), {phrases.count(actor.mentions, 'mention')}"]]
    if actor.note is not None:
        parts[0].append(f"  {actor.note} (from actors.toml)")
    if of.first is not None:
        parts[0].append(f"  told of from {of.first} to {of.last}")
    parts.append(
        ["Names:", *(f"  {one.name}: {phrases.count(one.mentions, 'mention')}" for one in actor.names if one.mentions)]
    )
    if of.connections:
        parts.append(["Named with:", *map(_tie, of.connections[:CONNECTIONS])])
    if of.quotes:
        parts.append(["What the sources say:", *(line for one in of.quotes for line in _cited(one))])
    if of.open or of.near:
        parts.append(["Open questions:", *_open(of)])
    return "\n\n".join("\n".join(part) for part in parts)


def unknown(name: str, near: Iterable[Actor]) -> str:
    """That nobody certainly goes by a name, and who may be meant."""
    offered = list(near)
    repeated = Counter(one.name for one in offered)
    apart = zip(offered, _told_apart(offered), strict=True)
    meant = [f"“{one.name} ({told})”" if repeated[one.name] > 1 else f"“{one.name}”" for one, told in apart]
    return f"nobody in the sources certainly goes by the name {name!r}" + (
        f"; did you mean {', '.join(meant)}?" if meant else ""
    )


def _told_apart(actors: Sequence[Actor]) -> list[str]:
    """Of each its kind; its id where another has its name and its kind. With either in brackets he can be asked for."""
    alike = Counter((one.name, one.kind) for one in actors)
    return [one.kind.value if alike[one.name, one.kind] == 1 else one.id for one in actors]


def _line(actor: Actor, told: str) -> str:
    others = [one.name for one in actor.names if one.name != actor.name][:_NAMES]
    also = f", also {', '.join(others)}" if others else ""
    return f"{actor.name} ({told}){also}: {phrases.count(actor.mentions, 'mention')}"


def _tie(tie: Tie) -> str:
    named = tie.told or tie.passages
    shown = ", ".join(named[:_TIES]) + (" ..." if len(named) > _TIES else "")
    return f"  {tie.other.name} ({phrases.tie(*tie.strength)}): {shown}"


def _cited(citation: Citation) -> list[str]:
    return [render.quote(citation), render.footnote(citation)]


def _open(of: Dossier) -> Iterable[str]:
    if of.near:
        yield f"  Similar names, kept apart: {', '.join(one.name for one in of.near)}"
    if of.open:
        yield "  It is not said who is meant here:"
        for one in of.open:
            yield from _cited(one)
