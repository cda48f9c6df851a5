"""What Footnote itself says, in plain words: beside the quotes, and where there are none."""

from collections import Counter
from collections.abc import Sequence

from bot.answering.answer import Answer
from bot.answering.claim import Checked
from bot.footnote import Findings
from bot.message.events import Event, Events
from bot.message.network import Network
from bot.message.when import in_words
from index.actors.actor import Actor
from index.citation import Citation
from index.sources import Sources

LIKELY = 0.65
_CONFIDENCE = (
    (0.85, "very likely right"),
    (LIKELY, "likely right"),
    (0.45, "about even"),
    (0.28, "uncertain"),
    (0.0, "probably wrong"),
)


def confidence(probability: float) -> str:
    """A probability in words."""
    return next(words for least, words in _CONFIDENCE if probability >= least)


def footnote(citation: Citation) -> str:
    """Where a quote stands: title, publisher, date, page and paragraph, as far as they are known."""
    return ", ".join(footnote_parts(citation))


def footnote_parts(citation: Citation) -> list[str]:
    """The parts of a footnote, the title first."""
    return [part for part in (citation.title, citation.publisher, citation.date, place(citation)) if part]


def place(citation: Citation) -> str:
    """Where in its document a quote stands."""
    return f"paragraph {citation.paragraph}" if citation.page is None else f"page {citation.page}"


def refusal(answer: Answer, sources: Sources, admitted: int | None = None) -> list[str]:
    """Why there is no answer, a sentence each: what was searched, what is unknown, what may have been meant.

    Args:
        answer: The answer that is none.
        sources: What was searched.
        admitted: How many passages are within the limits that it was searched in; None where there were none.
    """
    if not sources.passages:
        return ["There is nothing to search: no document in the corpus has any text."]
    if not answer.question.words and answer.interpreted.follows is None:
        return ["The sources do not answer this: it has no word that can be searched for."]
    said = ["The sources do not answer this.", searched(sources)]
    if admitted is not None:
        whole = count(len(sources.passages), "passage")
        said = ["Within these limits the sources do not answer this.", f"Searched: {admitted:,} of {whole}."]
    if answer.unknown:
        said.append(f"In none of them: {_listed(answer.unknown)}.")
    if answer.did_you_mean:
        said.append(f"Did you mean {_listed(answer.did_you_mean, 'or')}?")
    if answer.closest:
        said.append("What comes nearest:")
    return said


MARKED = (
    "Marked is what gives another date or number, or denies, of the same. What is not marked is not thereby confirmed."
)


def standing(checked: Checked) -> str:
    """How the sources stand to a claim, as far as that can be told."""
    if not checked.spoken:
        return "The sources do not clearly speak of this." + (" What comes nearest:" if checked.stands else "")
    against = sum(stand.otherwise is not None for stand in checked.stands)
    if not against:
        return "The sources speak of this, and nothing found says otherwise:"
    says = "says" if against == 1 else "say"
    return f"The sources speak of this; {against} of the {count(len(checked.stands), 'quote')} {says} otherwise:"


def agreement(answer: Answer) -> list[str]:
    """How the sources stand to one another, a sentence each: that they disagree, or are copies."""
    said = []
    for numbers in answer.disagreements:
        first, *others = (f"[{number}]" for number in numbers)
        said.append(f"The sources disagree: {first} says otherwise than {' and '.join(others)}.")
    if answer.same_text:
        documents = {citation.document for citation in (*answer.citations, *answer.same_text)}
        same = 1 + len(answer.same_text)
        titles = _listed(tuple(citation.title or citation.document for citation in answer.same_text))
        said.append(f"{count(len(documents), 'source')}, {same} of them the same text: [1] stands also in {titles}.")
    return said


def remarks(findings: Findings) -> list[str]:
    """What there is to say beside search results, a sentence each."""
    said = list(findings.notes)
    if not findings.found:
        said.append("No passage matches.")
    if findings.did_you_mean:
        said.append(f"Did you mean {_listed(findings.did_you_mean, 'or')}?")
    return said


def searched(sources: Sources) -> str:
    """What was searched, and what could not be."""
    counts = sources.passage_counts()
    said = f"Searched: {count(len(sources.passages), 'passage')} of {count(len(counts), 'document')}."
    unread = len(sources.documents) - len(counts)
    return said if not unread else f"{said} Not readable: {count(unread, 'document')}."


def count(number: int, noun: str) -> str:
    """A number of things."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tie(told: int, passages: int) -> str:
    """How close two actors are.

    Args:
        told: In how many passages one sentence names both.
        passages: In how many passages both are named.
    """
    return count(told, "passage") if told else f"near each other in {count(passages, 'passage')}"


def _listed(words: tuple[str, ...], last: str = "and") -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def unknown_actor(name: str, near: Sequence[Actor]) -> str:
    """That nobody goes by a name, or several do, and who may be meant."""
    bearers = Counter(one.name for one in near)
    several = any(one.casefold() == name.casefold() and count > 1 for one, count in bearers.items())
    said = f"Several actors go by “{name}”." if several else f"No actor goes by “{name}”."
    if not near:
        return said
    names = tuple(one.name if bearers[one.name] == 1 else one.id for one in near)
    return f"{said} Did you mean {_listed(names, 'or')}?"


def no_events(found: Events) -> str:
    """That there is nothing to put on a timeline."""
    of = "" if found.actor is None else f" that names {found.actor.name}"
    return f"No sentence{of} says when something was, within these limits."


def no_ties(found: Network) -> str:
    """That there is nobody to put into a network."""
    return (
        "No passage names two actors."
        if found.actor is None
        else f"No passage names another beside {found.actor.name}."
    )


def told_by(documents: int) -> str:
    """In how many documents an event is told alike."""
    return f"told in {count(documents, 'document')}"


def remark(event: Event) -> str:
    """What is to be said of an event's date: that others give another, or that the sentence gives none."""
    if event.disputed:
        others = {in_words(one.when, one.begin, one.until): one.citation.number for one in event.disputed}
        return "otherwise dated: " + ", ".join(f"{when} [{number}]" for when, number in others.items())
    if event.lead.basis == "publication":
        return "dated by its publication"
    return "dated by its heading" if event.lead.basis == "heading" else ""


def events_left_out(shown: int, found: Events) -> str:
    """That not all events are shown, and how to see others; empty where all are."""
    every = len(found.events)
    return (
        ""
        if shown == every
        else f"{shown} of {every:,} events, those that most documents tell; set from and to for others"
    )


def actors_left_out(found: Network) -> str:
    """That not all actors are shown, and how to see others; empty where all are."""
    shown = len(found.actors)
    return (
        "" if shown == found.of else f"The {shown} strongest of {found.of:,} actors; name one to see those around him"
    )
