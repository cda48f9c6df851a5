"""What Footnote itself says, in plain words: beside the quotes, and where there are none."""

from bot.answer import Answer
from bot.footnote import Findings
from index.citation import Citation
from index.sources import Sources

_CONFIDENCE = ((0.85, "very likely right"), (0.65, "likely right"), (0.45, "about even"), (0.0, "uncertain"))


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


def refusal(answer: Answer, sources: Sources) -> list[str]:
    """Why there is no answer, a sentence each: what was searched, what is unknown, what may have been meant."""
    if not sources.passages:
        return ["There is nothing to search: no document in the corpus has any text."]
    if not answer.question.words:
        return ["The sources do not answer this: it has no word that can be searched for."]
    said = ["The sources do not answer this.", searched(sources)]
    if answer.unknown:
        said.append(f"In none of them: {_listed(answer.unknown)}.")
    if answer.did_you_mean:
        said.append(f"Did you mean {_listed(answer.did_you_mean, 'or')}?")
    if answer.closest:
        said.append("What comes nearest:")
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
    unread = sum(document.id not in counts for document in sources.documents)
    return said if not unread else f"{said} Not readable: {count(unread, 'document')}."


def count(number: int, noun: str) -> str:
    """A number of things."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _listed(words: tuple[str, ...], last: str = "and") -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"
