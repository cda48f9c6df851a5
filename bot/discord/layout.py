"""How answers, results and quotes in context look on Discord."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot import phrases
from bot.answer import Answer
from bot.discord.limits import EMBED_DESCRIPTION
from bot.discord.text import cut, cut_before, escape
from bot.footnote import Context, Findings
from bot.links import quote_link
from index.citation import Citation
from index.sources import Sources

_TITLE = 120
_LINK = 600
_RESULT = 250
_REMARKS = 700
_NEIGHBOUR = 700
_QUOTE = 2400
"""Code points before escaping, which at worst doubles them; set so that the parts together stay within an embed."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is sent.

    Attributes:
        embed: The text.
        citations: The quotes in it that can be shown in their context.
        attachment: Name and text of a file, for what fits no message.
    """

    embed: discord.Embed
    citations: tuple[Citation, ...] = ()
    attachment: tuple[str, str] | None = None


def answer(given: Answer, sources: Sources) -> Look:
    """An answer with its footnotes, or what there is to say instead."""
    if not given.answered:
        said = escape(cut(" ".join(phrases.refusal(given, sources)), _REMARKS))
        return _quotes(said, given.closest, None)
    return _quotes(None, given.citations, f"{phrases.confidence(given.confidence)}".capitalize())


def results(findings: Findings) -> Look:
    """Search results: the best sentence of each passage."""
    remarks = escape(cut(" ".join(phrases.remarks(findings)), _REMARKS)) or None
    return _quotes(remarks, [one.citation for one in findings.found], None, longest=_RESULT)


def context(shown: Context) -> Look:
    """A quote among its neighbours."""
    neighbours = [escape(cut_before(shown.before, _NEIGHBOUR)), escape(cut(shown.after, _NEIGHBOUR))]
    quote = f"> {escape(cut(shown.citation.quote, _QUOTE))}"
    parts = [neighbours[0], quote, neighbours[1], _footnote(shown.citation, linked=True)]
    text = "\n\n".join(filter(None, parts))
    if len(text) > EMBED_DESCRIPTION:
        text = "\n\n".join((quote, _footnote(shown.citation, linked=False)))
    return Look(_embed(cut(text, EMBED_DESCRIPTION)))


def sources_list(sources: Sources) -> Look:
    """The documents; as a file where they are too many for a message."""
    if not sources.documents:
        return said("There are no documents yet.")
    counts = sources.passage_counts()
    lines = []
    for document in sources.documents:
        about = filter(None, (document.title, document.record.publisher, document.record.date, document.problem))
        lines.append(f"- {', '.join(about)} ({document.id}, {phrases.count(counts[document.id], 'passage')})")
    shown = "\n".join(f"- {escape(cut(line[2:], _RESULT))}" for line in lines)
    if len(shown) <= EMBED_DESCRIPTION:
        return Look(_embed(shown))
    return Look(_embed(phrases.searched(sources)), attachment=("sources.txt", "\n".join(lines)))


def said(text: str) -> Look:
    """A sentence of Footnote's own."""
    return Look(_embed(escape(cut(text, EMBED_DESCRIPTION // 2))))


def _quotes(lead: str | None, citations: Sequence[Citation], footer: str | None, longest: int = _QUOTE) -> Look:
    quotes = [f"“{escape(cut(one.quote, longest))}” [{one.number}]" for one in citations]
    for linked in (True, False):
        notes = "\n".join(f"-# [{one.number}] {_footnote(one, linked=linked)}" for one in citations)
        text = "\n\n".join(filter(None, (lead, *quotes, notes)))
        if len(text) <= EMBED_DESCRIPTION:
            break
    embed = _embed(cut(text, EMBED_DESCRIPTION))
    if footer is not None:
        embed.set_footer(text=footer)
    return Look(embed, tuple(citations))


def _footnote(citation: Citation, *, linked: bool) -> str:
    """The footnote, its title a link to the very words where there is an address."""
    title, *others = (escape(cut(part, _TITLE)) for part in phrases.footnote_parts(citation))
    link = quote_link(citation)
    # A closing bracket would end the link too early.
    target = None if link is None else link.replace("(", "%28").replace(")", "%29")
    if target is None:
        # What there is no address for is led to by its id, which /cite takes.
        others.append(f"`{citation.passage}`")
    elif linked and len(target) <= _LINK:
        title = f"[{title}]({target})"
    return ", ".join([title, *others])


def _embed(text: str) -> discord.Embed:
    return discord.Embed(description=text)
