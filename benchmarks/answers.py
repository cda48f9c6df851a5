"""How right answers are, how honest silence is, how follow-ups are understood: the whole table, and a curve.

Cross-validated by article (squad2_visible) and month (rtqa_2022_24): each question is answered by weights that were
fitted without its group. The column "seen" is of the groups, conversations and questions that were looked at
while the evidence was devised; the others were only ever reported on, but for what was
asked of small texts: how much it counts, and the threshold among few passages, were chosen on all of it. A question of
rtqa_2022_24 is asked on its own day, and each of its documents is of the day of its question: where a question says
"this week" the date tells a good deal, so those that do not are shown by themselves as well.

    python -m benchmarks.answers

writes the curve to ``docs/risk-coverage.svg``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.cases import CLAIMS, ITEMS, MISSING, OTHERWISE, PIECES, POSED, RTQA, SEVERAL, SQUAD, Material
from benchmarks.curve import Line, curve
from benchmarks.fit_answers import FOLDS, THRESHOLDS, Fitted, Judgement, Shown, fit
from benchmarks.sets import SHARED
from bot.answering.choice import SENTENCES
from bot.answering.setting import SETTINGS
from bot.evaluation.evaluation import Evaluation
from bot.evaluation.judgements import Judged, Judgements
from bot.evaluation.measures import auroc, calibration_error, ndcg
from tests.quality.article import Article, Figures

SMALL = (PIECES, ITEMS, POSED, OTHERWISE, SEVERAL)
"""Sets of small corpora."""
CURVE = Path(__file__).parents[1] / "docs/risk-coverage.svg"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    reported: float
    seen: float
    goal: str

    def __str__(self) -> str:
        return f"{self.what:88}{self.reported:>10.3f}{self.seen:>10.3f}{self.goal:>12}"


def _threshold(one: Judgement) -> float:
    return sum(share * THRESHOLDS[name] for name, share in zip(SETTINGS, one.shown.case.setting, strict=True))


def _part(given: Sequence[Judgement], *, seen: bool) -> list[Judgement]:
    return [one for one in given if one.shown.case.seen is seen]


def _answers(name: str, given: Sequence[Judgement], goals: tuple[str, str] = ("", "")) -> list[Row]:
    parts = [[one.shown for one in _part(given, seen=seen) if one.shown.case.query.answers] for seen in (False, True)]

    def row(what: str, holds: Callable[[Shown], bool], goal: str = "") -> Row:
        reported, seen = (float(np.mean([holds(one) for one in part])) for part in parts)
        return Row(f"{name}: {what}", reported, seen, goal)

    return [
        row("answer in what is shown", lambda one: one.any, goals[0]),
        row("answer in the first sentence", lambda one: one.first, goals[1]),
        row("its string in what is shown, whatever the document", lambda one: one.has_string(SENTENCES)),
        row("its string in the first sentence, likewise", lambda one: one.has_string(1)),
    ]


def _honesty(name: str, given: Sequence[Judgement], goals: tuple[str, str] = ("", "")) -> list[Row]:
    parts = [_part(given, seen=seen) for seen in (False, True)]

    def row(what: str, figure: Callable[[Sequence[Judgement]], float], goal: str = "") -> Row:
        return Row(f"{name}, some without an answer: {what}", figure(parts[0]), figure(parts[1]), goal)

    return [
        row("answerable or not, AUROC", _told_apart, goals[0]),
        row("calibration error", _miscalibrated, goals[1]),
        row("right, of answers given", lambda part: _mean(one.shown.any for one in part if _is_given(one))),
        row("refused, of what is answered", lambda part: _refused(part, answerable=True)),
        row("refused, of what is not", lambda part: _refused(part, answerable=False)),
    ]


def _told_apart(part: Sequence[Judgement]) -> float:
    return auroc([one.confidence for one in part], [one.shown.case.answerable for one in part]) or 0.0


def _miscalibrated(part: Sequence[Judgement]) -> float:
    return calibration_error([one.confidence for one in part], [one.shown.any for one in part]) or 0.0


def _refused(part: Sequence[Judgement], *, answerable: bool) -> float:
    return _mean(not _is_given(one) for one in part if one.shown.case.answerable is answerable)


def _is_given(one: Judgement) -> bool:
    return one.confidence >= _threshold(one)


def _mean(figures: Iterable[bool]) -> float:
    return float(np.mean(list(figures)))


def _timeless(given: Sequence[Judgement]) -> list[Judgement]:
    """Those that ask about no time of which documents are written as it happens."""
    return [one for one in given if not one.shown.case.asking.question.limits.news]


def _conversations() -> Row:
    judgements = Judgements.read(SHARED / "data" / "inscit_dev")
    of = {one.id: one.id.partition("#")[0] for one in judgements.queries}
    seen = set(sorted(set(of.values()))[::2])
    evaluation = Evaluation(judgements)

    def mean(queries: Sequence[Judged]) -> float:
        return float(np.mean([ndcg(evaluation.ranked(one.text, one.history), one.grades, 10) for one in queries]))

    judged = [one for one in judgements.queries if one.grades]
    parts = [[one for one in judged if (of[one.id] in seen) is yes] for yes in (False, True)]
    return Row("inscit_dev, all turns: nDCG@10", mean(parts[0]), mean(parts[1]), ".77")


def _article() -> list[Row]:
    article = Article.read()
    reported, seen = (article.figures(part) for part in ("reported", "seen"))

    def row(what: str, name: str, goal: str) -> Row:
        return Row(f"the article: {what}", getattr(reported, name), getattr(seen, name), goal)

    assert isinstance(reported, Figures)
    return [
        row("evidence shown", "shown", ".97"),
        row("evidence in the first sentence", "first", ".87"),
        row("refused, of what it does not answer", "refused", ".70"),
        row("wrongly refused", "wrongly_refused", "<= .10"),
        row("follow-ups, evidence shown", "followed", ".85"),
    ]


def _curve(fitted: Fitted) -> str:
    return curve(
        [
            Line(name, [one.confidence for one in given], [one.shown.any for one in given])
            for name, given in ((SQUAD, fitted.mixed[SQUAD]), (RTQA, fitted.mixed[RTQA]))
        ],
        THRESHOLDS["long"],
    )


def main() -> None:
    """Fits, prints the table, draws the curve."""
    fitted = fit(Material.read())
    print(f"{f'weights of {FOLDS} folds; n = ' + _counts(fitted):88}{'reported':>10}{'seen':>10}{'goal':>12}")
    rows = [
        *_answers(RTQA, fitted.full[RTQA], (".78", ".62")),
        *_answers(f"{RTQA}, no day or week named", _timeless(fitted.full[RTQA])),
        *_answers(SQUAD, fitted.full[SQUAD], (".92", ".82")),
        *_honesty(RTQA, fitted.mixed[RTQA], (".79", "<= .05")),
        *_honesty(SQUAD, fitted.mixed[SQUAD], (".70", "<= .05")),
        *(row for name in SMALL for row in _answers(name, fitted.full[name])),
        *(row for name in (*SMALL, MISSING, CLAIMS) for row in _honesty(name, fitted.mixed[name])),
    ]
    print("\n".join(map(str, rows)), flush=True)
    CURVE.parent.mkdir(exist_ok=True)
    CURVE.write_text(_curve(fitted), "utf-8")
    print(_conversations(), flush=True)
    print("\n".join(map(str, _article())))


def _counts(fitted: Fitted) -> str:
    return ", ".join(f"{len(fitted.mixed[name]):,} {name}" for name in (RTQA, SQUAD))


if __name__ == "__main__":
    main()
