"""Citations to paste elsewhere."""

from collections.abc import Sequence

from bot.discord import buttons
from bot.discord.limits import TEXT
from bot.discord.look import Look
from bot.footnote import Context
from bot.languages import Language
from bot.message.bibliography import STYLES

_FENCE = "```"
_FILES = {"markdown": "citations.md", "text": "citations.txt", "bibtex": "citations.bib"}


def citations(cited: Sequence[Context], style: str | None, language: Language) -> Look:
    """Citations in a block that Discord offers to copy; as a file where a block would be cut or end too early.

    Args:
        cited: The quotes, at most five.
        style: Of the citations; None where it is yet to be chosen.
        language: What Footnote's own words are in.
    """
    rows = (
        tuple(buttons.context(one.citation, language) for one in cited),
        buttons.styles(style, language),
    )
    if style is None:
        return Look((language.say("How do you want to cite this?"),), rows)
    text = "\n\n".join(STYLES[style](one.citation, one.document.record, language) for one in cited)
    if len(text) + 2 * len(_FENCE) + 2 <= TEXT and _FENCE not in text:
        return Look((f"{_FENCE}\n{text}\n{_FENCE}",), rows)
    return Look((language.say("In the file:"),), rows, attachment=(_FILES[style], text))
