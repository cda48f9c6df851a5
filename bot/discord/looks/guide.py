"""What one can do: for /help, and for the first words on a server."""

from collections.abc import Sequence

from bot.discord import buttons
from bot.discord.limits import BUTTON_LABEL
from bot.discord.look import Look, Part
from bot.examples import examples
from bot.footnote import Footnote
from bot.message import phrases

EXAMPLES = 3

_ALL = """\
**Asking**
- /ask, or mention me, or reply to me, or write to me directly. Each sentence of an answer stands in a source, word \
for word; where the sources do not answer, I say so.
- The options of /ask limit a question to an actor, a source or a time; `private` shows the answer to you only.
- A message's menu (right click, or press long) has under **Apps**: **Check against the sources**, **Find sources**.
**Looking up**
- /search finds passages: `"exact words"`, `-without`, `either OR other`, `begin*`, `actor:"a name"`, `from:2004-06`.
- /actor shows the file on somebody, /timeline what happened when, /network who is named with whom.
- /sources lists the documents, /source shows one, /cite a passage.
- /watch tells you in a channel when documents come that name somebody or match a query.
**What is kept**
- /privacy says what, /forget-me deletes it."""

_MODERATORS = """\
**For moderators**
- /insights shows what was asked and not answered. **Delete** below an answer removes it."""

_MANAGERS = """\
**For those who run the server**
- /settings: the channels where I answer, the roles that may ask, what is searched where, whether answers are private.
- Out of the box everybody may ask everywhere, and I answer only when I am asked."""


def guide(footnote: Footnote, *, moderates: bool, manages: bool) -> Look:
    """What the reader can do, with examples that the sources here answer."""
    texts = [_ALL, *([_MODERATORS] if moderates else []), *([_MANAGERS] if manages else [])]
    return Look((_about(footnote), *texts, *_tries(examples(footnote, EXAMPLES, BUTTON_LABEL))))


def welcome(footnote: Footnote) -> Look:
    """The first words on a server."""
    hello = (
        "**Footnote answers from documents, in their own words, with a footnote on every quote.**\n"
        f"{_about(footnote)} Ask with /ask, mention me, or try one of these. /help says more; those who run the server "
        "set with /settings where I answer, for whom and from what."
    )
    return Look((hello, *_tries(examples(footnote, EXAMPLES, BUTTON_LABEL))))


def _about(footnote: Footnote) -> str:
    sources = footnote.sources
    if not sources.passages:
        return "There are no documents here yet that I could answer from."
    documents = len(sources.passage_counts())
    return f"I answer from {phrases.count(documents, 'document')} here."


def _tries(questions: Sequence[str]) -> list[Part]:
    return ["Try:", tuple(buttons.attempt(question) for question in questions)] if questions else []
