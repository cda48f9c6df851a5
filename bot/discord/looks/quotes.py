"""Quotes with their footnotes, as answers and results both are made of."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.discord import buttons
from bot.discord.limits import ROW, TEXT
from bot.discord.look import Look, Quoted, Rule
from bot.discord.looks.footnotes import footnotes
from bot.discord.text import ELLIPSIS, marked, shares
from bot.languages import Language
from bot.message import phrases
from bot.message.bibliography import text as cited_text
from index.citation import Citation
from index.sources import Sources

Spans = Sequence[tuple[int, int]]

MOST = ROW
"""Quotes in a message: as many as there is room for buttons in a row."""

_FRAME = len("⁨« » …⁩ [00]")
_GOES_ON = tuple(",;،؛")
"""A quote that ends so is a piece of a sentence that is too long to be shown whole."""
_SPARE = 100


def quotes(
    lead: str | None,
    citations: Sequence[Citation],
    closing: str | None,
    sources: Sources,
    language: Language,
    *,
    longest: int = TEXT,
    heads: Sequence[str] = (),
    bold: Mapping[int, Spans] = MappingProxyType({}),
) -> Look:
    """Quotes with their footnotes; those that there is no room for come in a file.

    Args:
        lead: What stands before them, at most some hundred characters.
        citations: The quotes.
        closing: What stands below the footnotes, likewise.
        sources: What they are from.
        language: What Footnote's own words are in.
        longest: Characters of a quote, at most.
        bold: Spans of quotes that are shown bold, by the quotes' numbers.
        heads: What stands before each quote, if anything does, likewise at most some hundred characters.
    """
    heads = heads or [""] * len(citations)
    shown, left = citations[:MOST], len(citations) - MOST
    notes = footnotes(shown, language) if shown else None
    below = [closing] if closing else []
    if left > 0:
        below.append(language.plural(left, "{n} more in the file", "{n} more in the file"))
    closing = "-# " + " · ".join(below) if below else None
    taken = sum(len(str(part)) for part in (lead, notes, closing, *heads[:MOST]) if part)
    room = TEXT - _SPARE - taken - _FRAME * len(shown)
    # Escaping and bold make a text longer; a text that needs all of its share is measured again as it is fitted in.
    given = shares([min(2 * len(one.quote), longest) for one in shown], room)
    quoted = [
        Quoted(
            _headed(head, _quoted(one.quote, bold.get(one.number, ()), share, language), one.number, language),
            buttons.context(one, language),
        )
        for head, one, share in zip(heads, shown, given, strict=False)
    ]
    rule = (Rule.LINE,) if quoted and (notes or closing) else ()
    parts = (*filter(None, (lead,)), *quoted, *rule, *filter(None, (notes, closing)))
    return Look(parts, attachment=("quotes.txt", _listed(citations, sources, language)) if left > 0 else None)


def _headed(head: str, quote: str, number: int, language: Language) -> str:
    """A quote with what stands before it, if anything does; below that where the two run in different directions."""
    astray = head and language.isolated(quote) != quote
    above = f"{head.rstrip()}\n" if astray else head
    return f"{above}{quote} {phrases.reference(number, language)}"


def _quoted(quote: str, bold: Spans, room: int, language: Language) -> str:
    """A quote in its marks; that it goes on stands outside of them, being no word of the source's."""
    shown = marked(quote, bold, room)
    whole = not shown.endswith(ELLIPSIS) or quote.endswith(ELLIPSIS)
    goes_on = ELLIPSIS if not whole or quote.endswith(_GOES_ON) else ""
    return f"{phrases.in_marks(shown if whole else shown.removesuffix(ELLIPSIS), language)}{goes_on}"


def _listed(citations: Sequence[Citation], sources: Sources, language: Language) -> str:
    lines = []
    for one in citations:
        document = sources.document(one.document)
        if document is not None:
            lines.append(f"{phrases.reference(one.number, language)} {cited_text(one, document.record, language)}")
    return "\n\n".join(lines)
