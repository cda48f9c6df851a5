"""The JSON that is promised to the outside, as plain dictionaries in the documented order."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bot.answering.answer import Answer
from bot.answering.evidence import FIGURES
from bot.answering.weighed import Weighed
from bot.footnote import Context, Findings
from bot.message.dossier import Dossier
from bot.message.events import Events, Told
from bot.message.network import Network
from index.actors.actor import Actor
from index.actors.mention import Mention
from index.citation import Citation
from index.dates import TimeExpression
from index.document import Document
from index.sources import Sources

Payload = dict[str, Any]


def answer_payload(answer: Answer, *, explain: bool = False) -> Payload:
    """What ``ask --json`` prints; with the candidates and their evidence where it is to be explained."""
    payload: Payload = {
        "question": answer.asked,
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
        "read_as": answer.interpreted.read_as,
        "disagreements": [list(numbers) for numbers in answer.disagreements],
        "same_text": [citation_payload(citation) for citation in answer.same_text],
    }
    if explain:
        payload["explained"] = {
            "asked": str(answer.question.asked),
            "terms": list(answer.question.terms),
            "candidates": [_candidate(one) for one in answer.candidates],
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
        "read_as": None,
        "disagreements": [],
        "same_text": [],
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
                "sentences": tie.told,
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
    documents = [
        source_payload(document, counts[document.id], sources.left_out.get(document.id, 0))
        for document in sources.listed
    ]
    return {"sources": [{name: document[name] for name in listed} for document in documents]}


def source_payload(document: Document, passages: int, left_out: int) -> Payload:
    """A document's record and place, without its text.

    Args:
        document: The document.
        passages: How many it has.
        left_out: How many of its lines are not in its text.
    """
    return (
        {"document": document.id, "file": document.file}
        | asdict(document.record)
        | {
            "title": document.title,
            "collection": document.collection,
            "passages": passages,
            "left_out": left_out,
            "problem": document.problem,
        }
    )


def actors_payload(actors: Iterable[Actor]) -> Payload:
    """What ``actors --json`` prints."""
    return {"actors": [_actor(one) for one in actors]}


def near_payload(name: str, near: Iterable[Actor]) -> Payload:
    """What ``actor --json`` prints of a name that nobody certainly goes by."""
    return {"name": name, "near": [_actor(one) for one in near]}


def actor_payload(of: Dossier) -> Payload:
    """What ``actor --json`` prints."""
    return {
        "id": of.actor.id,
        "name": of.actor.name,
        "kind": of.actor.kind,
        "note": of.actor.note,
        "names": [
            {"name": one.name, "mentions": one.mentions, "passages": list(one.passages)} for one in of.actor.names
        ],
        "mentions": of.actor.mentions,
        "first": of.first,
        "last": of.last,
        "connections": [
            {
                "name": tie.other.name,
                "passages": len(tie.passages),
                "kind": tie.other.kind,
                "id": tie.other.id,
                "where": list(tie.passages),
                "sentences": len(tie.told),
            }
            for tie in of.connections
        ],
        "quotes": [citation_payload(one) for one in of.quotes],
        "open": [citation_payload(one) for one in of.open],
        "near": [one.name for one in of.near],
    }


def annotation_payload(actors: Iterable[Mention], times: Iterable[TimeExpression]) -> Payload:
    """What ``annotate --json`` prints."""
    return {
        "actors": [
            {"start": one.start, "end": one.end, "text": one.text, "kind": one.kind, "name": one.name} for one in actors
        ],
        "dates": [
            {
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "edtf": one.edtf,
                "from": None if one.begin is None else one.begin.isoformat(),
                "to": None if one.end_date is None else one.end_date.isoformat(),
                "kind": one.kind,
                "duration": one.duration,
            }
            for one in times
        ],
    }


def _actor(actor: Actor) -> Payload:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "names": [one.name for one in actor.names],
        "mentions": actor.mentions,
        "id": actor.id,
    }


def _told(told: Told) -> Payload:
    return {
        "when": told.when,
        "from": told.begin.isoformat(),
        "to": told.until.isoformat(),
        "basis": told.basis,
        "text": told.citation.quote,
        "citation": citation_payload(told.citation),
    }


def _candidate(one: Weighed) -> Payload:
    figures = zip(FIGURES, one.candidate.evidence, strict=True)
    evidence = {name: round(figure, 3) for name, figure in figures if figure}
    passage = one.candidate.hit.passage.id
    return {"score": round(one.score, 3), "passage": passage, "text": one.candidate.text, "evidence": evidence}
