"""A quote among its neighbours."""

from bot.answering.evidence.shape import is_heading
from bot.discord.limits import TEXT
from bot.discord.look import Look
from bot.discord.looks.footnotes import footnote
from bot.discord.text import ELLIPSIS, cut_before, escape, fitted, shares
from bot.footnote import Context
from bot.languages import Language
from index.document import PARAGRAPH_BREAK

_NEIGHBOUR = 700
_SPARE = 60


def context(shown: Context, language: Language) -> Look:
    """A quote with what stands before and after it, as far as there is room."""
    note = footnote(shown.citation, language)
    lengths = [2 * len(shown.citation.quote), *(min(2 * len(text), _NEIGHBOUR) for text in (shown.before, shown.after))]
    quote, before, after = shares(lengths, TEXT - len(str(note)) - _SPARE)
    around = [
        _headed(_ending(shown.before, before)),
        f"> {_line(fitted(shown.citation.quote, quote))}",
        _headed(fitted(shown.after, after)),
    ]
    return Look(("\n\n".join(part for part in around if part not in ("", ELLIPSIS)), note))


def _ending(text: str, room: int) -> str:
    """The end of a text, escaped, within a length."""
    longest = room
    while len(escaped := escape(cut_before(text, max(longest, 1)))) > room and longest > 1:
        longest -= max(1, (len(escaped) - room) // 2)
    return escaped if len(escaped) <= room else ""


def _headed(text: str) -> str:
    """Text whose headings are bold, so that nobody takes them for the document's sentences."""
    parts = text.split(PARAGRAPH_BREAK)
    return PARAGRAPH_BREAK.join(f"**{part}**" if _is_whole_heading(part) else part for part in parts)


def _is_whole_heading(text: str) -> bool:
    return bool(text) and ELLIPSIS.strip() not in text and "\n" not in text and is_heading(text)


def _line(text: str) -> str:
    """One line: a block quote on Discord ends with it."""
    return " ".join(text.split("\n"))
