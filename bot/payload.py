"""The JSON that is promised to the outside, as plain dictionaries in the documented order."""

from dataclasses import asdict
from typing import Any

from bot.answer import Answer
from bot.events import Events, Told
from bot.evidence import Candidate
from bot.footnote import Context, Findings
from bot.network import Network
from index.citation import Citation
from index.document import Document
from index.sources import Sources

Payload = dict[str, Any]


def answer_payload(answer: Answer, *, explain: bool = False) -> Payload:
    """What ``ask --json`` prints; with the candidates and their evidence where it is to be explained."""
    payload: Payload = {
        "question": answer.question.text,
        "answered": answer.answered,
        "confidence": round(answer.confidence, 4),
        "sentences": [asdict(sentence) for sentence in answer.sentences],
        "citations": [citation_payload(citation) for citation in answer.citations],
        "closest": [citation_payload(citation) for citation in answer.closest],
        "did_you_mean": list(answer.did_you_mean),
        "unknown": list(answer.unknown),
        "interpreted": {
            "actors": list(answer.interpreted.actors),
            "from": answer.interpreted.since,
            "to": answer.interpreted.until,
            "follows": answer.interpreted.follows,
        },
        "milliseconds": round(answer.milliseconds, 3),
    }
    if explain:
        payload["explained"] = {
            "asked": str(answer.question.asked),
            "terms": list(answer.question.terms),
            "candidates": [_candidate(candidate, score) for candidate, score in answer.candidates],
        }
    return payload


def unasked_payload(question: str) -> Payload:
    """What ``ask --json`` prints for a question that was not taken, beside the reason."""
    return {
        "question": question,
        "answered": False,
        "confidence": 0.0,
        "sentences": [],
        "citations": [],
        "closest": [],
        "did_you_mean": [],
        "unknown": [],
        "interpreted": {"actors": [], "from": None, "to": None, "follows": None},
        "milliseconds": 0.0,
    }


def citation_payload(citation: Citation) -> Payload:
    """A citation."""
    return asdict(citation) | {"score": round(citation.score, 6)}


def search_payload(query: str, findings: Findings, milliseconds: float) -> Payload:
    """What ``search --json`` prints."""
    return {
        "query": query,
        "hits": [citation_payload(one.citation) | {"text": one.text} for one in findings.found],
        "notes": list(findings.notes),
        "did_you_mean": list(findings.did_you_mean),
        "milliseconds": round(milliseconds, 3),
    }


def context_payload(context: Context) -> Payload:
    """What ``cite --json`` prints."""
    return citation_payload(context.citation) | {"before": context.before, "after": context.after}


def timeline_payload(found: Events) -> Payload:
    """What ``timeline --json`` prints."""
    return {
        "events": [
            _told(event.lead)
            | {
                "actors": [actor.name for actor in event.actors],
                "further": [_told(one) for one in event.further],
                "disputed": [_told(one) for one in event.disputed],
            }
            for event in found.events
        ],
        "near": [actor.name for actor in found.near],
    }


def network_payload(network: Network) -> Payload:
    """What ``network --json`` prints."""
    return {
        "actors": [{"name": one.name, "kind": str(one.kind), "mentions": one.mentions} for one in network.actors],
        "ties": [
            {
                "actors": [tie.one.name, tie.other.name],
                "passages": list(tie.passages),
                "citation": citation_payload(tie.citation),
            }
            for tie in network.ties
        ],
        "of": network.of,
        "near": [actor.name for actor in network.near],
    }


def sources_payload(sources: Sources) -> Payload:
    """What ``sources --json`` prints."""
    counts = sources.passage_counts()
    listed = ("document", "file", "title", "publisher", "date", "url", "collection", "passages", "problem")
    documents = [source_payload(document, counts[document.id]) for document in sources.documents]
    return {"sources": [{name: document[name] for name in listed} for document in documents]}


def source_payload(document: Document, passages: int) -> Payload:
    """A document's record and place, without its text."""
    return (
        {"document": document.id, "file": document.file}
        | asdict(document.record)
        | {"title": document.title, "passages": passages, "problem": document.problem}
    )


def _told(told: Told) -> Payload:
    return {
        "when": told.when,
        "from": told.begin.isoformat(),
        "to": told.until.isoformat(),
        "basis": told.basis,
        "text": told.citation.quote,
        "citation": citation_payload(told.citation),
    }


def _candidate(candidate: Candidate, score: float) -> Payload:
    evidence = {name: round(figure, 3) for name, figure in asdict(candidate.evidence).items()}
    return {"score": round(score, 3), "passage": candidate.hit.passage.id, "text": candidate.text, "evidence": evidence}
