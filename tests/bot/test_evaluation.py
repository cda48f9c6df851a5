"""The measures are those of others, and a folder that is not as it should be is told in a sentence."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.evaluation import Evaluation
from bot.evaluation.judgements import EvaluationError, Judgements
from bot.evaluation.measures import auroc, calibration_error, ndcg, recall, reciprocal_rank
from bot.terminal.evaluate import evaluate

DOCUMENTS = [
    {"_id": "raid", "title": "The raid", "text": "On 20 January 2007 twelve men raided the compound in Karbala."},
    {"_id": "market", "title": "", "text": "The market of Kufa opens on Friday. Traders from Najaf come to it."},
    {"_id": "bridge", "title": "", "text": "The bridge over the Tigris was closed in March."},
]
QUERIES: list[dict[str, Any]] = [
    {
        "_id": "1",
        "text": "When was the compound in Karbala raided?",
        "metadata": {"answers": ["20 January 2007"], "answerable": True},
    },
    {"_id": "2", "text": "When does the market of Kufa open?", "metadata": {"answers": ["Friday"], "answerable": True}},
    {"_id": "3", "text": "Who built the tower of Basra?", "metadata": {"answers": [], "answerable": False}},
]
QRELS = "query-id\tcorpus-id\tscore\n1\traid\t2\n1\tbridge\t0\n2\tmarket\t1\n"


def folder(at: Path, documents: list[dict[str, Any]] = DOCUMENTS, queries: list[dict[str, Any]] = QUERIES) -> Path:
    (at / "qrels").mkdir(parents=True)
    (at / "corpus.jsonl").write_text("".join(json.dumps(one) + "\n" for one in documents), "utf-8")
    (at / "queries.jsonl").write_text("".join(json.dumps(one) + "\n" for one in queries), "utf-8")
    (at / "qrels" / "test.tsv").write_text(QRELS, "utf-8")
    return at


def run(*arguments: object) -> tuple[int, Result]:
    result = CliRunner().invoke(evaluate, list(map(str, arguments)), standalone_mode=False)
    assert result.exception is None
    return int(result.return_value), result


IDS = st.sampled_from("abcdefghijklmnopqrst")


@given(st.lists(st.tuples(st.lists(IDS, unique=True), st.dictionaries(IDS, st.integers(0, 3), min_size=1)), min_size=1))
def test_measures_are_those_of_ir_measures(queries: list[tuple[list[str], dict[str, int]]]) -> None:
    ir_measures = pytest.importorskip("ir_measures", reason="ir-measures is not installed")
    relevant = [{id: float(grade) for id, grade in grades.items() if grade} for _, grades in queries]
    queries = [query for query, some in zip(queries, relevant, strict=True) if some]
    relevant = list(filter(None, relevant))
    if not queries:
        return
    qrels = {str(at): grades for at, (_, grades) in enumerate(queries)}
    found = {str(at): {id: -float(rank) for rank, id in enumerate(ranked)} for at, (ranked, _) in enumerate(queries)}
    measures = [ir_measures.parse_measure(name) for name in ("nDCG@10", "R@10", "RR@10")]
    theirs = ir_measures.calc_aggregate(measures, qrels, found)
    for measure, ours in zip(measures, (ndcg, recall, reciprocal_rank), strict=True):
        values = [ours(ranked, some, 10) for (ranked, _), some in zip(queries, relevant, strict=True)]
        assert sum(values) / len(values) == pytest.approx(theirs[measure], abs=1e-6)


def test_measures_by_hand() -> None:
    assert ndcg(["x", "b", "a"], {"a": 2, "b": 1}, 10) == pytest.approx(
        (1 / math.log2(3) + 2 / math.log2(4)) / (2 + 1 / math.log2(3))
    )
    assert recall(["x", "a", "b"], {"a": 1, "b": 1}, 2) == 0.5
    assert reciprocal_rank(["x", "a"], {"a": 1}, 10) == 0.5
    assert reciprocal_rank(["x", "a"], {"a": 1}, 1) == 0
    assert auroc([0.9, 0.5, 0.5, 0.1], [True, True, False, False]) == 0.875
    assert auroc([0.9], [True]) is None
    assert calibration_error([0.95, 0.95, 0.15, 0.15], [True, True, False, True]) == pytest.approx((0.1 + 0.7) / 4)
    assert calibration_error([], []) is None


def test_a_folder_is_measured(tmp_path: Path) -> None:
    status, result = run(folder(tmp_path / "set"), "--json")
    assert status == 0
    figures = json.loads(result.stdout)
    assert (figures["nDCG@10"], figures["R@100"], figures["RR@10"]) == (1, 1, 1)
    assert (figures["queries"], figures["documents"]) == (2, 3)
    assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert (figures["answer_in_first"], figures["answer_in_shown"], figures["answerable_AUROC"]) == (1, 1, 1)
    assert 0 <= figures["calibration_error"] <= 1


def test_without_answers_answering_is_not_measured(tmp_path: Path) -> None:
    plain = [{key: one[key] for key in ("_id", "text")} for one in QUERIES]
    status, result = run(folder(tmp_path / "set", queries=plain))
    assert status == 0
    assert "nDCG@10           1.0000" in result.stdout
    assert "answer" not in result.stdout


def test_where_all_is_answerable_that_cannot_be_told(tmp_path: Path) -> None:
    _, result = run(folder(tmp_path / "set", queries=QUERIES[:2]))
    assert "answerable_AUROC  not known" in result.stdout


def test_a_kind_of_evidence_can_be_left_out(tmp_path: Path) -> None:
    assert run(folder(tmp_path / "set"), "--without", "letters", "--without", "likeness")[0] == 0


def test_a_long_document_is_found_by_its_best_passage(tmp_path: Path) -> None:
    pages = [f"{' '.join(['Traders came to the market.'] * 30)}" for _ in range(6)]
    pages[4] = "Twelve men raided the compound in Karbala. " + pages[4]
    documents = [{"_id": "book", "title": "", "text": "\n\n".join(pages)}, *DOCUMENTS]
    evaluation = Evaluation(Judgements.read(folder(tmp_path / "set", documents)))
    ranked = evaluation.ranked("compound raided market")
    assert ranked.count("book") == 1
    assert evaluation.ranked("nothing of the kind exists") == []


def test_several_qrels_without_a_test_set(tmp_path: Path) -> None:
    at = folder(tmp_path / "set")
    (at / "qrels" / "test.tsv").rename(at / "qrels" / "dev.tsv")
    (at / "qrels" / "train.tsv").write_text("3\tbridge\t1\n", "utf-8")
    assert [dict(one.grades) for one in Judgements.read(at).queries] == [{"raid": 2}, {"market": 1}, {"bridge": 1}]


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("corpus.jsonl", None, "corpus.jsonl is missing"),
        ("corpus.jsonl", b"", "corpus.jsonl is empty"),
        ("corpus.jsonl", b"{", "line 1: this is not JSON"),
        ("corpus.jsonl", b"[" * 100_000, "line 1: this is not JSON"),
        (
            "corpus.jsonl",
            b'{"_id": "a", "text": "x"}\n{"_id": "a", "text": "y"}',
            "line 2: the id a stands there twice",
        ),
        ("corpus.jsonl", b'{"text": "x"}', 'with "_id" and "text"'),
        ("corpus.jsonl", b'["x"]', 'with "_id" and "text"'),
        ("queries.jsonl", b"\xff\xfe", "queries.jsonl is not UTF-8 text"),
        ("queries.jsonl", b'{"_id": "9", "text": "x"}', "No query"),
        ("qrels/test.tsv", None, "has no .tsv file"),
        ("qrels/test.tsv", b"1\traid\t1\n1\traid\n", "line 2: a query's id"),
        ("qrels/test.tsv", b"1\traid\t1\n1\traid\thigh\n", "line 2: a query's id"),
    ],
)
def test_a_folder_that_is_not_as_it_should_be(tmp_path: Path, file: str, content: bytes | None, says: str) -> None:
    path = folder(tmp_path / "set") / file
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(EvaluationError):
        Judgements.read(tmp_path / "set")
    status, result = run(tmp_path / "set")
    assert status == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_no_folder(tmp_path: Path) -> None:
    status, result = run(tmp_path / "absent")
    assert status == 2
    assert "is not a folder" in result.stderr


@pytest.mark.parametrize("metadata", [None, 3, {"answers": "Friday"}, {"answers": [3]}, {"answerable": "yes"}])
def test_strange_metadata_is_not_believed(tmp_path: Path, metadata: Any) -> None:
    queries = [{"_id": "1", "text": "When was the raid?", "metadata": metadata}]
    (judged,) = Judgements.read(folder(tmp_path / "set", queries=queries)).queries
    assert (judged.answers, judged.answerable) == (None, None)
