"""What one can do: for /help, and for the first words on a server."""

from collections.abc import Sequence

from bot.discord import buttons
from bot.discord.limits import BUTTON_LABEL
from bot.discord.look import Look, Part
from bot.examples import examples
from bot.footnote import Footnote
from bot.languages import Language, phrase

EXAMPLES = 3

_ALL = (
    (
        phrase("Asking"),
        phrase(
            "{/ask}, or mention me, or reply to me, or write to me directly. Each sentence of an answer stands in a "
            "source, word for word; where the sources do not answer, I say so."
        ),
        phrase(
            "The options of {/ask} limit a question to an actor, a source or a time, or show the answer to you only."
        ),
        phrase(
            "A message's menu (right click, or press long) has under **Apps**: **Check against the sources**, "
            "**Find sources**."
        ),
    ),
    (
        phrase("Looking up"),
        phrase(
            '{/search} finds passages: `"exact words"`, `-without`, `either OR other`, `begin*`, '
            '`actor:"a name"`, `from:2004-06`.'
        ),
        phrase(
            "{/actor} shows the file on somebody, {/timeline} what happened when, {/network} who is named with whom."
        ),
        phrase("{/sources} lists the documents, {/source} shows one, {/cite} a passage."),
        phrase("{/watch add} tells you in a channel when documents come that name somebody or match a query."),
    ),
    (phrase("What is kept"), phrase("{/privacy} says what, {/forget-me} deletes it.")),
)
_MODERATORS = (
    phrase("For moderators"),
    phrase("{/insights} shows what was asked and not answered. **Delete** below an answer removes it."),
)
_MANAGERS = (
    phrase("For those who run the server"),
    phrase(
        "{/settings}: the channels where I answer, the roles that may ask, what is searched where, whether answers are "
        "private, my language."
    ),
    phrase("Out of the box everybody may ask everywhere, and I answer only when I am asked."),
)


def guide(footnote: Footnote, language: Language, *, moderates: bool, manages: bool) -> Look:
    """What the reader can do, with examples that the sources here answer."""
    chapters = [*_ALL, *([_MODERATORS] if moderates else []), *([_MANAGERS] if manages else [])]
    text = "\n".join(_chapter(*chapter, language=language) for chapter in chapters)
    return Look((_about(footnote, language), text, *_tries(examples(footnote, EXAMPLES, BUTTON_LABEL), language)))


def welcome(footnote: Footnote, language: Language) -> Look:
    """The first words on a server."""
    hello = language.say("Footnote answers from documents, in their own words, with a footnote on every quote.")
    onward = language.say(
        "Ask with {/ask}, mention me, or try one of these. {/help} says more; those who run the server set with "
        "{/settings} where I answer, for whom and from what."
    )
    first = f"**{hello}**\n{_about(footnote, language)} {onward}"
    return Look((first, *_tries(examples(footnote, EXAMPLES, BUTTON_LABEL), language)))


def _chapter(heading: str, *points: str, language: Language) -> str:
    return "\n".join([f"**{language.say(heading)}**", *(f"- {language.say(point)}" for point in points)])


def _about(footnote: Footnote, language: Language) -> str:
    sources = footnote.sources
    if not sources.passages:
        return language.say("There are no documents here yet that I could answer from.")
    return language.plural(
        len(sources.passage_counts()), "I answer from {n} document here.", "I answer from {n} documents here."
    )


def _tries(questions: Sequence[str], language: Language) -> list[Part]:
    if not questions:
        return []
    return [language.say("Try:"), tuple(buttons.attempt(question) for question in questions)]
