"""Every button, with the fixed custom id by which a press is known again after any time and any restart."""

from collections.abc import Sequence

from bot.discord.look import Button
from bot.reference import Reference
from index.citation import Citation

_ACTOR = 80
_INQUIRY = r"(?P<inquiry>\d{1,19})"

CONTEXT = r"context:(?P<document>[^:]{1,48}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<check>[0-9a-f]{8})"
MORE = rf"more:{_INQUIRY}"
PAGE = rf"page:{_INQUIRY}:(?P<page>\d{{1,4}})"
FOLLOW = rf"follow:{_INQUIRY}"
COPY = r"copy"
SHARE = rf"share:{_INQUIRY}"
VERDICT = rf"(?P<verdict>helpful|unhelpful):{_INQUIRY}"
TRY = r"try:(?P<question>.{1,96})"
SETTING = (
    r"settings:(?P<setting>channels|roles|private|threads|digest|every-message|collections)(?::(?P<value>\d{1,6}))?"
)
TIMELINE = r"timeline:(?P<actor>.{1,80})"
NETWORK = r"network:(?P<actor>.{1,80})"
STOP = r"stop:(?P<watch>\d{1,19})"
DELETE = r"delete:(?P<asker>\d{1,20})"


def context(citation: Citation) -> Button:
    """Shows a quote in its context. Those after the first are their numbers only, so that a phone has them in a row."""
    label = "In context" if citation.number == 1 else f"[{citation.number}]"
    return Button(label, f"context:{Reference.of(citation)}")


def answer(inquiry: int, actors: Sequence[str] = (), *, private: bool, quotes: bool) -> tuple[tuple[Button, ...], ...]:
    """The rows below an answer.

    Args:
        inquiry: The id of what was asked.
        actors: Whom the question names; if that is one, his timeline and network can be opened.
        private: Whether only the asker sees the answer.
        quotes: Whether there is something to copy.
    """
    onward = [Button("More passages", f"more:{inquiry}"), Button("Ask a follow-up", f"follow:{inquiry}")]
    if len(actors) == 1:
        onward += about(actors[0])
    if quotes:
        onward.append(Button("Copy citation", "copy"))
    verdicts = Button("Helpful", f"helpful:{inquiry}"), Button("Not helpful", f"unhelpful:{inquiry}")
    return tuple(onward), (*verdicts, *((Button("Share", f"share:{inquiry}"),) if private else ()))


def pages(inquiry: int, page: int, *, more: bool) -> tuple[Button, ...]:
    """The buttons that lead to the pages before and after one."""
    before = [Button("Previous", f"page:{inquiry}:{page - 1}")] if page > 1 else []
    return (*before, *([Button("Next", f"page:{inquiry}:{page + 1}")] if more else []))


def attempt(question: str) -> Button:
    """Asks an example; its question is at most 80 characters, which is what a label holds."""
    return Button(question, f"try:{question}")


def about(actor: str) -> tuple[Button, ...]:
    """The timeline and the network of an actor, by his name; none for one whose name no button can hold."""
    if len(actor) > _ACTOR:
        return ()
    return Button("Timeline", f"timeline:{actor}"), Button("Network", f"network:{actor}")


def stop(watch: int) -> Button:
    """Ends a watch."""
    return Button("Stop watching", f"stop:{watch}")


def delete(asker: int) -> Button:
    """Takes an answer away, for the one who asked and for moderators."""
    return Button("Delete", f"delete:{asker}")
