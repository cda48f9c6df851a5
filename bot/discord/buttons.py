"""Every button, with the fixed custom id by which a press is known again after any time and any restart."""

from collections.abc import Sequence
from enum import StrEnum

from bot.discord.limits import ROW
from bot.discord.look import Button
from bot.languages import Language
from bot.message import phrases
from bot.reference import Reference
from index.citation import Citation

_ACTOR = 80
_SPELLING = 70
_INQUIRY = r"(?P<inquiry>\d{1,19})"

CONTEXT = r"context:(?P<document>[^:]{1,48}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<check>[0-9a-f]{8})"
MORE = rf"more:{_INQUIRY}"
PAGE = rf"page:{_INQUIRY}:(?P<page>\d{{1,4}})"
FOLLOW = rf"follow:{_INQUIRY}"
COPY = r"copy(?::(?P<style>markdown|text|bibtex))?"
SHARE = rf"share:{_INQUIRY}"
VERDICT = rf"(?P<verdict>helpful|unhelpful):{_INQUIRY}"
TRY = r"try:(?P<question>.{1,96})"
SETTING = (
    r"settings:(?P<setting>channels|roles|language|private|threads|digest|every-message|collections)"
    r"(?::(?P<value>\d{1,6}))?"
)
LOOKUP = r"(?P<shows>file|timeline|network):(?P<actor>.{1,80})"
INSTEAD = rf"instead:{_INQUIRY}:(?P<spelling>.{{1,70}})"
SOURCES = r"sources:(?P<page>\d{1,4})(?::(?P<collection>.{1,80}))?"
COLLECTION = r"collection"
STOP = r"stop:(?P<watch>\d{1,19})"
DELETE = r"delete:(?P<asker>\d{1,20})"


class Shows(StrEnum):
    """What a button shows of an actor."""

    FILE = "file"
    TIMELINE = "timeline"
    NETWORK = "network"


def context(citation: Citation, language: Language) -> Button:
    """Shows a quote in its context. Those after the first are their numbers only, so that a phone has them in a row."""
    label = language.say("In context") if citation.number == 1 else phrases.reference(citation.number, language)
    return Button(label, f"context:{Reference.of(citation)}")


def answer(
    inquiry: int, language: Language, actors: Sequence[str] = (), *, private: bool, quotes: bool
) -> tuple[tuple[Button, ...], ...]:
    """The rows below an answer.

    Args:
        inquiry: The id of what was asked.
        language: What their labels are in.
        actors: Whom the question names; if that is one, his timeline and network can be opened.
        private: Whether only the asker sees the answer.
        quotes: Whether there is something to copy.
    """
    onward = [
        Button(language.say("More passages"), f"more:{inquiry}"),
        Button(language.say("Ask a follow-up"), f"follow:{inquiry}"),
    ]
    if len(actors) == 1:
        onward += about(actors[0], language)
    if quotes:
        onward.append(Button(language.say("Copy citation"), "copy"))
    below = [
        Button(language.say("Helpful"), f"helpful:{inquiry}"),
        Button(language.say("Not helpful"), f"unhelpful:{inquiry}"),
    ]
    if private:
        below.append(share(inquiry, language))
    return tuple(onward), tuple(below)


def share(inquiry: int, language: Language) -> Button:
    """Shows everybody what only the asker sees."""
    return Button(language.say("Share"), f"share:{inquiry}")


def pages(inquiry: int, page: int, language: Language, *, more: bool) -> tuple[Button, ...]:
    """The buttons that lead to the pages before and after one."""
    before = [Button(language.say("Previous"), f"page:{inquiry}:{page - 1}")] if page > 1 else []
    return (*before, *([Button(language.say("Next"), f"page:{inquiry}:{page + 1}")] if more else []))


def spellings(inquiry: int, words: Sequence[str]) -> tuple[Button, ...]:
    """Asks the same again with a word spelt otherwise; as many as a row holds."""
    fitting = [word for word in dict.fromkeys(words) if len(word) <= _SPELLING]
    return tuple(Button(word, f"instead:{inquiry}:{word}") for word in fitting[:ROW])


def meant_actors(names: Sequence[str], shows: Shows) -> tuple[Button, ...]:
    """Shows of each of several actors what was asked for; as many as a row holds."""
    return tuple(Button(name, f"{shows}:{name}") for name in dict.fromkeys(names) if len(name) <= _ACTOR)[:ROW]


def styles(chosen: str | None, language: Language) -> tuple[Button, ...]:
    """The styles that citations can be copied in, but for the one that is shown."""
    names = {"markdown": "Markdown", "text": language.say("Plain text"), "bibtex": "BibTeX"}
    return tuple(Button(name, f"copy:{style}") for style, name in names.items() if style != chosen)


def sources(page: int, pages: int, collection: str | None, language: Language) -> tuple[Button, ...]:
    """The buttons that lead to the pages before and after one of the list of documents."""
    of = "" if collection is None else f":{collection}"
    before = [Button(language.say("Previous"), f"sources:{page - 1}{of}")] if page > 1 else []
    return (*before, *([Button(language.say("Next"), f"sources:{page + 1}{of}")] if page < pages else []))


def attempt(question: str) -> Button:
    """Asks an example; its question is at most 80 characters, which is what a label holds."""
    return Button(question, f"try:{question}")


def about(actor: str, language: Language) -> tuple[Button, ...]:
    """The timeline and the network of an actor, by his name; none for one whose name no button can hold."""
    if len(actor) > _ACTOR:
        return ()
    return (
        Button(language.say("Timeline"), f"timeline:{actor}"),
        Button(language.say("Network"), f"network:{actor}"),
    )


def stop(watch: int, language: Language) -> Button:
    """Ends a watch."""
    return Button(language.say("Stop watching"), f"stop:{watch}")


def delete(asker: int, language: Language) -> Button:
    """Takes an answer away, for the one who asked and for moderators."""
    return Button(language.say("Delete"), f"delete:{asker}")
