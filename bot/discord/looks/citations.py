"""Citations to paste elsewhere."""

from collections.abc import Sequence

from bot.discord.limits import TEXT
from bot.discord.look import Look
from bot.footnote import Context
from bot.message.bibliography import STYLES

_FENCE = "```"
_NAMES = {"markdown": "Markdown", "text": "Text", "bibtex": "BibTeX"}


def citations(cited: Sequence[Context]) -> Look:
    """Each style in a block that Discord offers to copy; as a file where a block would be cut or end too early."""
    styled = {
        name: "\n\n".join(STYLES[style](one.citation, one.document.record) for one in cited)
        for style, name in _NAMES.items()
    }
    blocks = [f"**{name}**\n{_FENCE}\n{text}\n{_FENCE}" for name, text in styled.items()]
    if sum(map(len, blocks)) <= TEXT and not any(_FENCE in text for text in styled.values()):
        return Look(tuple(blocks))
    listed = "\n\n".join(f"{name}\n\n{text}" for name, text in styled.items())
    return Look(("As Markdown, text and BibTeX:",), attachment=("citations.txt", listed))
