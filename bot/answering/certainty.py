"""What tells whether the sentences shown are right: the figures that the confidence is made from."""

import math
from collections.abc import Sequence, Set

from bot.answering.choice import Chosen
from bot.answering.evidence import FIGURES as EVIDENCE
from bot.answering.evidence import Asking, Candidate, is_negative
from bot.answering.setting import SETTINGS
from bot.answering.weighed import Weighed
from bot.question.asked import Asked
from index.actors.mention import Kind

_OF_QUESTION = ("words", "names", "numbers", "negative", "long_question")
_OF_SCORES = ("score", "margin", "margin_to_document", "share", "share_of_shown", "entropy", "sentences")
_OF_GAPS = (
    "gap", "gap_names", "gap_numbers", "gap_relation", "gaps_1", "gaps_2", "unknown", "unknown_words", "negated",
    "apart", "headless", "opposed", "hinted", "absent", "unsaid",
)  # fmt: skip
_SHOWN = ("cover", "full", "named", "window", "clause", "sure", "of_head", "relation")
_PLAIN = (
    *_OF_QUESTION,
    *(f"asks_{asked.name.lower()}" for asked in Asked),
    *(f"lead_{name}" for name in EVIDENCE),
    *(f"shown_{name}" for name in _SHOWN),
)
FIGURES = (
    *_PLAIN,
    *(f"{name}_few" for name in _PLAIN),
    *(f"{name}_{setting}" for setting in SETTINGS for name in (*_OF_SCORES, *_OF_GAPS)),
    *SETTINGS,
)
"""The names of the figures, in order. Of few passages all may say something else than of many: on questions not fitted
on AUROC of answerable is .662 / .677 (seen / reported) of what was asked of single texts, .652 / .663 where only scores
and gaps may."""
_PLACE = {name: at for at, name in enumerate(EVIDENCE)}
_UNKINDED = frozenset({Asked.WHAT, Asked.LIST})
"""Kinds whose answers are told by the noun asked for alone: "which prison"."""
_SOMEBODY = frozenset({Kind.PERSON, None})
"""What a name may name that may be somebody's."""
_FAR = 8.0
"""Logits, beyond which a margin says nothing more."""


def certainty(
    asking: Asking,
    weighed: Sequence[Weighed],
    chosen: Sequence[Chosen],
    unknown: Set[str],
    setting: Sequence[float],
) -> tuple[float, ...]:
    """The figures of FIGURES.

    Args:
        asking: The question.
        weighed: All sentences, best first; at least one.
        chosen: Those that are shown.
        unknown: The question's terms that no source has.
        setting: The share of each of ``bot.answering.setting.SETTINGS``.
    """
    question = asking.question
    lead = weighed[0].candidate
    unsaid = float(not says_of_it(asking, chosen))
    apart = (*_scores(weighed, chosen), *_gaps(asking, lead, unknown), unsaid)
    shown = [one.candidate.evidence for one in chosen]
    plain = (
        min(1.0, len(asking.idf) / 8),
        min(1.0, len(asking.names) / 3),
        min(1.0, len(asking.numbers)),
        float(is_negative(question.text)),
        float(len(question.clause) < len(asking.idf)),
        *(float(question.asked is asked) for asked in Asked),
        *map(float, lead.evidence),
        *(max(float(evidence[_PLACE[name]]) for evidence in shown) for name in _SHOWN),
    )
    few = setting[SETTINGS.index("few")]
    return (
        *plain,
        *(figure * few for figure in plain),
        *(figure * share for share in setting for figure in apart),
        *setting,
    )


def says_of_it(asking: Asking, chosen: Sequence[Chosen]) -> bool:
    """Whether what is shown has anything of what is asked about whoever is named, where that is asked.

    Sentences that only name him are right for a quarter of such questions (.26 of 137 of squad2_visible), by chance.
    That two are the same is said by a sentence that names both.
    """
    if asking.question.asked is Asked.SAME:
        return any(asking.names <= one.candidate.told for one in chosen)
    asserted = asking.idf.keys() - asking.names - asking.numbers
    return asking.question.identity or not asserted or any(asserted & one.candidate.matches.all for one in chosen)


def is_of_another(asking: Asking, lead: Candidate) -> bool:
    """Whether the leading sentence begins with somebody's name where the question names another, whom it does not name.

    Nor means by a pronoun. What is shown then is right for a sixth of the questions (.17 of 128 of squad2_visible and
    rtqa_2022_24). Where the question names a place or a body alone it is as right as the confidence says (.65 of 99 of
    small texts).
    """
    begins = lead.matches.begins is not None and lead.line.kinds[lead.line.content[0][0]] in _SOMEBODY
    return bool(asking.somebody) and begins and not asking.names & lead.told


def _scores(weighed: Sequence[Weighed], chosen: Sequence[Chosen]) -> tuple[float, ...]:
    best = weighed[0]
    second = weighed[1].score if len(weighed) > 1 else best.score - _FAR
    document = best.candidate.hit.document.id
    other = next((one.score for one in weighed if one.candidate.hit.document.id != document), best.score - _FAR)
    odds = [math.exp(one.score - best.score) for one in weighed]
    shares = [one / sum(odds) for one in odds]
    shown = {id(one.candidate) for one in chosen}
    return (
        best.score / 10,
        min(_FAR, best.score - second) / _FAR,
        min(_FAR, best.score - other) / _FAR,
        shares[0],
        sum(share for share, one in zip(shares, weighed, strict=True) if id(one.candidate) in shown),
        -sum(share * math.log(share + 1e-12) for share in shares) / math.log(100),
        len(chosen) / 3,
    )


def _gaps(asking: Asking, lead: Candidate, unknown: Set[str]) -> tuple[float, ...]:
    """What of the question the leading sentence lacks, by kind, the weightiest as a share of the question."""
    missing = asking.idf.keys() - lead.told
    relations = missing - asking.names - asking.numbers

    def most(terms: Set[str]) -> float:
        return max((asking.idf[term] for term in terms), default=0.0) / (max(asking.idf.values(), default=0.0) or 1.0)

    return (
        most(missing),
        most(missing & asking.names),
        float(bool(missing & asking.numbers)),
        most(relations),
        float(len(missing) == 1),
        float(len(missing) > 1),
        sum(asking.idf[term] for term in unknown if term in asking.idf) / asking.total,
        len(unknown) / max(1, len(asking.idf)),
        float(is_negative(asking.question.text) != is_negative(lead.line.text)),
        float(bool(lead.matches.related or lead.matches.derived)),
        float(asking.question.asked in _UNKINDED and asking.question.head in missing),
        most(lead.matches.opposed),
        most(lead.matches.hinted),
        most(lead.absent - lead.matches.hinted),
    )
