"""What Footnote itself says, in plain words: beside the quotes, and where there are none."""

from collections import Counter
from collections.abc import Sequence

from bot.answering.answer import Answer
from bot.answering.claim import Checked
from bot.footnote import Findings
from bot.languages import ENGLISH, Language, phrase
from bot.message.events import Event, Events
from bot.message.network import Network
from bot.message.when import in_words
from index.actors.actor import Actor
from index.citation import Citation
from index.sources import Sources

LIKELY = 0.65
_CONFIDENCE = (
    (0.85, phrase("very likely right")),
    (LIKELY, phrase("likely right")),
    (0.45, phrase("about even")),
    (0.25, phrase("uncertain")),
    (0.0, phrase("probably wrong")),
)
NAMED = (
    *(phrase("person"), phrase("organisation"), phrase("place")),
    *(phrase("another date"), phrase("another number"), phrase("one denies what the other says")),
    *(phrase("actor"), phrase("query")),
)
"""What records name in a word or two, here for the catalogues: kinds of actors, how quotes differ, what is watched."""


def confidence(probability: float, language: Language = ENGLISH) -> str:
    """A probability in words."""
    return language.say(next(words for least, words in _CONFIDENCE if probability >= least))


def footnote(citation: Citation, language: Language = ENGLISH) -> str:
    """Where a quote stands: title, publisher, date, page and paragraph, as far as they are known."""
    return language.separated([language.isolated(part) for part in footnote_parts(citation, language)])


def footnote_parts(citation: Citation, language: Language = ENGLISH) -> list[str]:
    """The parts of a footnote, the title first."""
    dated = citation.date and language.iso(citation.date)
    return [part for part in (citation.title, citation.publisher, dated, place(citation, language)) if part]


def place(citation: Citation, language: Language = ENGLISH) -> str:
    """Where in its document a quote stands."""
    if citation.page is None:
        return language.say("paragraph {number}", number=citation.paragraph)
    return language.say("page {number}", number=citation.page)


def refusal(answer: Answer, sources: Sources, admitted: int | None = None, language: Language = ENGLISH) -> list[str]:
    """Why there is no answer, a sentence each: what was searched, what is unknown, what may have been meant.

    Args:
        answer: The answer that is none.
        sources: What was searched.
        admitted: How many passages are within the limits that it was searched in; None where there were none.
        language: What it is said in.
    """
    if not sources.passages:
        return [language.say("There is nothing to search: no document in the corpus has any text.")]
    if not answer.question.words and answer.interpreted.follows is None:
        return [language.say("The sources do not answer this: it has no word that can be searched for.")]
    said = [language.say("The sources do not answer this."), searched(sources, language)]
    if admitted is not None:
        said = [
            language.say("Within these limits the sources do not answer this."),
            language.say(
                "Searched: {number} of {passages}.",
                number=admitted,
                passages=passages(len(sources.passages), language),
            ),
        ]
    if answer.unknown:
        said.append(language.say("In none of them: {words}.", words=quoted(answer.unknown, language)))
    if answer.did_you_mean:
        said.append(did_you_mean(answer.did_you_mean, language))
    if answer.closest:
        said.append(language.say("What comes nearest:"))
    return said


def did_you_mean(spellings: Sequence[str], language: Language = ENGLISH) -> str:
    """Whether one of these was meant."""
    return language.say("Did you mean {words}?", words=quoted(spellings, language, either=True))


MARKED = phrase(
    "Marked is what gives another date or number, or denies, of the same. What is not marked is not thereby confirmed."
)


def standing(checked: Checked, language: Language = ENGLISH) -> str:
    """How the sources stand to a claim, as far as that can be told."""
    if not checked.spoken:
        said = language.say("The sources do not clearly speak of this.")
        return f"{said} {language.say('What comes nearest:')}" if checked.stands else said
    against = sum(stand.otherwise is not None for stand in checked.stands)
    if not against:
        return language.say("The sources speak of this, and nothing found says otherwise:")
    return language.plural(
        against,
        "The sources speak of this; {n} of the {quotes} says otherwise:",
        "The sources speak of this; {n} of the {quotes} say otherwise:",
        quotes=language.plural(len(checked.stands), "{n} quote", "{n} quotes"),
    )


def agreement(answer: Answer, language: Language = ENGLISH) -> list[str]:
    """How the sources stand to one another, a sentence each: that they disagree, or are copies."""
    said = []
    for numbers in answer.disagreements:
        first, *others = (reference(number, language) for number in numbers)
        said.append(
            language.say(
                "The sources disagree: {one} says otherwise than {others}.",
                one=first,
                others=language.listed(others),
            )
        )
    if answer.same_text:
        documents = {citation.document for citation in (*answer.citations, *answer.same_text)}
        said.append(
            language.say(
                "{sources}, {same} of them the same text: {one} stands also in {titles}.",
                sources=language.plural(len(documents), "{n} source", "{n} sources"),
                same=1 + len(answer.same_text),
                one=reference(1, language),
                titles=quoted([citation.title or citation.document for citation in answer.same_text], language),
            )
        )
    return said


def remarks(findings: Findings, language: Language = ENGLISH) -> list[str]:
    """What there is to say beside search results, a sentence each."""
    said = [language.say(note.text, **note.parts) for note in findings.notes]
    if not findings.found:
        said.append(language.say("No passage matches."))
    if findings.did_you_mean:
        said.append(did_you_mean(findings.did_you_mean, language))
    return said


def searched(sources: Sources, language: Language = ENGLISH) -> str:
    """What was searched, and what could not be."""
    counts = sources.passage_counts()
    said = language.say(
        "Searched: {passages} of {documents}.",
        passages=passages(len(sources.passages), language),
        documents=documents(len(counts), language),
    )
    unread = len(sources.documents) - len(counts)
    if not unread:
        return said
    return f"{said} {language.say('Not readable: {documents}.', documents=documents(unread, language))}"


def count(number: int, noun: str) -> str:
    """A number of things, in English."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tie(told: int, near: int, language: Language = ENGLISH) -> str:
    """How close two actors are: in how many passages one sentence names both, else in how many both are named."""
    if told:
        return passages(told, language)
    return language.plural(near, "near each other in {n} passage", "near each other in {n} passages")


def passages(number: int, language: Language = ENGLISH) -> str:
    """A number of passages."""
    return language.plural(number, "{n} passage", "{n} passages")


def documents(number: int, language: Language = ENGLISH) -> str:
    """A number of documents."""
    return language.plural(number, "{n} document", "{n} documents")


def mentions(number: int, language: Language = ENGLISH) -> str:
    """A number of mentions."""
    return language.plural(number, "{n} mention", "{n} mentions")


def reference(number: int, language: Language = ENGLISH) -> str:
    """The number of a footnote, as it stands behind what it belongs to."""
    return f"[{language.number(number)}]"


def quoted(words: Sequence[str], language: Language = ENGLISH, *, either: bool = False) -> str:
    """Words in quotation marks, one after another."""
    return language.listed([in_marks(word, language) for word in words], either=either)


def in_marks(quote: str, language: Language = ENGLISH) -> str:
    """A quote in the language's quotation marks."""
    before, after = language.say("“|”").split("|")
    return f"{before}{quote}{after}"


def told(citation: Citation, language: Language = ENGLISH) -> str:
    """A quote and its footnote, each on a line."""
    return f"{in_marks(citation.quote, language)}\n{footnote(citation, language)}"


def in_the_file(shown: int, every: str, language: Language = ENGLISH) -> str:
    """That not all are shown, but all in a file."""
    return language.say("{shown} of {every}; all are in the file", shown=shown, every=every)


def network_of(found: Network, language: Language = ENGLISH) -> str:
    """What a network is of."""
    if found.actor is None:
        return language.say("Who is named with whom")
    return language.say("Who is named with {name}", name=found.actor.name)


def unknown_actor(name: str, near: Sequence[Actor], language: Language = ENGLISH) -> str:
    """That nobody goes by a name, or several do, and who may be meant."""
    bearers = Counter(one.name for one in near)
    several = any(one.casefold() == name.casefold() and count > 1 for one, count in bearers.items())
    said = language.say(
        phrase("Several actors go by “{name}”.") if several else phrase("No actor goes by “{name}”."),
        name=name,
    )
    return f"{said} {did_you_mean(names_of(near), language)}" if near else said


def names_of(actors: Sequence[Actor]) -> list[str]:
    """What to call actors so that each is told from the others: the id of one who shares its name."""
    bearers = Counter(one.name for one in actors)
    return [one.name if bearers[one.name] == 1 else one.id for one in actors]


def no_events(found: Events, language: Language = ENGLISH) -> str:
    """That there is nothing to put on a timeline."""
    if found.actor is None:
        return language.say("No sentence says when something was, within these limits.")
    return language.say(
        "No sentence that names {name} says when something was, within these limits.", name=found.actor.name
    )


def no_ties(found: Network, language: Language = ENGLISH) -> str:
    """That there is nobody to put into a network."""
    if found.actor is None:
        return language.say("No passage names two actors.")
    return language.say("No passage names another beside {name}.", name=found.actor.name)


def told_by(number: int, language: Language = ENGLISH) -> str:
    """In how many documents an event is told alike."""
    return language.plural(number, "told in {n} document", "told in {n} documents")


def remark(event: Event, language: Language = ENGLISH) -> str:
    """What is to be said of an event's date: that others give another, or that the sentence gives none."""
    if event.disputed:
        others = {in_words(one.when, one.begin, one.until, language): one.citation.number for one in event.disputed}
        return otherwise_dated([f"{when} {reference(number, language)}" for when, number in others.items()], language)
    if event.lead.basis == "publication":
        return language.say("dated by its publication")
    if event.lead.basis == "preceding":
        return language.say("dated by the sentence before")
    return language.say("dated by its heading") if event.lead.basis == "heading" else ""


def otherwise_dated(dates: Sequence[str], language: Language = ENGLISH) -> str:
    """That others give an event other dates."""
    return language.say("otherwise dated: {dates}", dates=language.separated(dates))


def events_left_out(shown: int, found: Events, language: Language = ENGLISH) -> str:
    """That not all events are shown, and how to see others; empty where all are."""
    every = len(found.events)
    if shown == every:
        return ""
    return language.say(
        "{shown} of {every} events, those that most documents tell; set from and to for others",
        shown=shown,
        every=every,
    )


def actors_left_out(found: Network, language: Language = ENGLISH) -> str:
    """That not all actors are shown, and how to see others; empty where all are."""
    shown = len(found.actors)
    if shown == found.of:
        return ""
    return language.say(
        "The {shown} strongest of {every} actors; name one to see those around him", shown=shown, every=found.of
    )
