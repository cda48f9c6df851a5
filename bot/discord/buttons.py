"""Every button, with the fixed custom id by which a press is known again after any time and any restart."""

from bot.discord.look import Button
from bot.discord.reference import Reference
from index.citation import Citation

_INQUIRY = r"(?P<inquiry>\d{1,19})"

CONTEXT = r"context:(?P<document>[^:]{1,48}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<check>[0-9a-f]{8})"
MORE = rf"more:{_INQUIRY}"
PAGE = rf"page:{_INQUIRY}:(?P<page>\d{{1,4}})"
FOLLOW = rf"follow:{_INQUIRY}"
COPY = r"copy"
SHARE = rf"share:{_INQUIRY}"
VERDICT = rf"(?P<verdict>helpful|unhelpful):{_INQUIRY}"
TRY = r"try:(?P<question>.{1,96})"
SETTING = r"settings:(?P<setting>channels|roles|private|every-message|collections)(?::(?P<page>\d))?"
DELETE = r"delete:(?P<asker>\d{1,20})"


def context(citation: Citation) -> Button:
    """Shows a quote in its context. The first goes without its number, and so reads the same below every answer."""
    label = "In context" if citation.number == 1 else f"In context [{citation.number}]"
    return Button(label, f"context:{Reference.of(citation)}")


def answer(inquiry: int, asker: int, *, private: bool, quotes: bool) -> tuple[tuple[Button, ...], ...]:
    """The rows below an answer.

    Args:
        inquiry: The id of what was asked.
        asker: Who asked.
        private: Whether only the asker sees the answer.
        quotes: Whether there is something to copy.
    """
    onward = [Button("More passages", f"more:{inquiry}"), Button("Ask a follow-up", f"follow:{inquiry}")]
    if quotes:
        onward.append(Button("Copy citation", "copy"))
    if private:
        onward.append(Button("Share", f"share:{inquiry}"))
    about = [Button("Helpful", f"helpful:{inquiry}"), Button("Not helpful", f"unhelpful:{inquiry}")]
    return tuple(onward), (*about, *(() if private else (delete(asker),)))


def pages(inquiry: int, page: int, *, more: bool) -> tuple[Button, ...]:
    """The buttons that lead to the pages before and after one."""
    before = [Button("Previous", f"page:{inquiry}:{page - 1}")] if page > 1 else []
    return (*before, *([Button("Next", f"page:{inquiry}:{page + 1}")] if more else []))


def attempt(question: str) -> Button:
    """Asks an example; its question is at most 80 characters, which is what a label holds."""
    return Button(question, f"try:{question}")


def delete(asker: int) -> Button:
    """Takes an answer away, for the one who asked and for moderators."""
    return Button("Delete", f"delete:{asker}")
