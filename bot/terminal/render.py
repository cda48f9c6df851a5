"""How answers and look-ups look in a terminal."""

import shutil
import sys
import textwrap
from collections.abc import Iterable

import click

from bot.answering.answer import Answer, Sentence
from bot.answering.evidence import FIGURES
from bot.footnote import Context, Findings
from bot.message import phrases
from bot.terminal.bidi import closed
from index.citation import Citation
from index.document import PARAGRAPH_BREAK, Document
from index.sources import Sources


def answer(given: Answer, sources: Sources) -> str:
    """An answer with its footnotes, or what there is to say instead."""
    interpreted = (("about", given.interpreted.follows), ("read as", given.interpreted.read_as))
    follows = [f"({what}: {said})" for what, said in interpreted if said is not None]
    if not given.answered:
        nearest = [line for citation in given.closest for line in (quote(citation), footnote(citation))]
        return "\n".join([*follows, " ".join(phrases.refusal(given, sources)), *nearest])
    quotes = [_wrapped(_sentence(sentence), "  ") for sentence in given.sentences]
    standing = [*phrases.agreement(given), f"({phrases.confidence(given.confidence)})"]
    return "\n".join([*follows, *quotes, "", *_footnotes(given.citations), *standing])


def _footnotes(citations: Iterable[Citation]) -> list[str]:
    """The footnotes, those that lead to one place as one."""
    numbers: dict[str, str] = {}
    for citation in citations:
        place = _place(citation)
        numbers[place] = f"{numbers.get(place, '')}[{citation.number}]"
    return [f"{number} {place}" for place, number in numbers.items()]


def _sentence(sentence: Sentence) -> str:
    """A sentence in quotation marks with its footnote; whom it is about stands outside the quote."""
    about = "" if sentence.about is None else f" ({sentence.about})"
    return f"“{closed(_marked(sentence.text, sentence.bold))}” [{sentence.citation}]{about}"


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spans bold, where a terminal shows it; what is piped is the text alone."""
    if not sys.stdout.isatty():
        return text
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + click.style(text[start:end], bold=True) + text[end:]
    return text


def explanation(given: Answer, most: int = 10) -> str:
    """How the question was read and what spoke for the best sentences."""
    question = f"asked: {given.question.asked}   terms: {' '.join(given.question.terms)}"
    lines = [f"{question}   confidence: {given.confidence:.2f}   {given.milliseconds:.1f} ms"]
    for one in given.candidates[:most]:
        evidence = zip(FIGURES, one.candidate.evidence, strict=True)
        figures = [f"{name} {figure:.2f}" for name, figure in evidence if figure]
        lines.append(f"{one.score:7.2f}  {one.candidate.hit.passage.id}  {one.candidate.text}")
        lines.append(f"         {'  '.join(figures)}")
    return "\n".join(lines)


def results(findings: Findings) -> str:
    """Ranked passages, and what there is to say beside them."""
    shown = [f"{_wrapped(one.text, f'{one.citation.number}. ')}\n{footnote(one.citation)}" for one in findings.found]
    return "\n\n".join([*phrases.remarks(findings), *shown])


def context(shown: Context) -> str:
    """A quote among its neighbours."""
    parts = [_wrapped(shown.before, "  "), _wrapped(shown.citation.quote, "> "), _wrapped(shown.after, "  ")]
    return "\n\n".join([*filter(None, parts), footnote(shown.citation)])


def sources_list(sources: Sources) -> str:
    """The documents, one a line, and what was wrong with them."""
    counts = sources.passage_counts()
    lines = []
    for document in sources.listed:
        about = ", ".join(filter(None, (document.record.publisher, document.record.date)))
        count = phrases.count(counts[document.id], "passage")
        lines.append(f"{document.id}: {document.title}{f' ({about})' if about else ''}, {count}")
        if document.problem is not None:
            lines.append(f"  {document.problem}")
    return "\n".join(lines) or "The corpus folder has no documents."


def record(document: Document, sources: Sources) -> str:
    """One document's record."""
    counts = {"passages": sources.passage_counts()[document.id]}
    if left_out := sources.left_out.get(document.id):
        counts["lines left out as furniture"] = left_out
    known = {name: getattr(document.record, name) for name in document.record.__slots__}
    rows = {"document": document.id, "file": document.file, **known, **counts, "problem": document.problem}
    return "\n".join(f"{name}: {value}" for name, value in rows.items() if value is not None)


def quote(citation: Citation) -> str:
    """A quote with its number."""
    return _wrapped(f"“{closed(citation.quote)}” [{citation.number}]", "  ")


def footnote(citation: Citation) -> str:
    """Where a quote stands, with its number."""
    return f"[{citation.number}] {_place(citation)}"


def _place(citation: Citation) -> str:
    lead = f"{closed(phrases.footnote(citation))} ({citation.passage})"
    return lead if citation.url is None else f"{lead}\n    {citation.url}"


def _wrapped(text: str, indent: str) -> str:
    """Wraps to the terminal's width; piped text keeps its lines, so that a quote stays one run of characters."""
    if not text or not sys.stdout.isatty():
        return f"{indent}{text}" if text else ""
    width = shutil.get_terminal_size().columns
    further = " " * len(indent)
    return "\n".join(
        textwrap.fill(
            paragraph,
            width,
            initial_indent=further if at else indent,
            subsequent_indent=further,
            break_on_hyphens=False,
        )
        for at, paragraph in enumerate(text.split(PARAGRAPH_BREAK))
    )
