"""The commands that show and correct actors, as people run them."""

import json
import os
import stat
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.terminal.cli import outcome
from tests.test_terminal import CITATION

TEXTS = {
    "fire": (
        "In May 1991 the harbour at Port Elva burned. In June, the Elva Coast Guard (ECG) arrested Marta Quell."
        " Quell was released in 1994.\n\n"
        "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn."
    ),
    "match": "Marta Quell scored twice for Port Elva. Quell was cheered.",
    "regatta": "Before Port Elva, Renn won by a length.",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def payload(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture
def footnote(corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(corpus.parent)
    monkeypatch.setenv("FOOTNOTE_CORPUS", "corpus")
    monkeypatch.setenv("FOOTNOTE_INDEX", "index")

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        status = outcome(list(arguments))
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return run


def mentions(footnote: Run) -> dict[str, int]:
    return {one["name"]: one["mentions"] for one in footnote("actors", "--json").payload["actors"]}


def test_all_actors(footnote: Run) -> None:
    found = footnote("actors", "--json").payload["actors"]
    assert {(one["name"], one["kind"]) for one in found} == {
        ("Marta Quell", "person"),
        ("Tobias Renn", "person"),
        ("Elva Coast Guard", "organisation"),
        ("Port Elva", "place"),
    }
    people = footnote("actors", "--kind", "person").out.splitlines()
    assert people == [
        "Marta Quell (person), also Quell: 4 mentions",
        "Tobias Renn (person), also Old Finch: 2 mentions",
    ]


def test_the_file_on_an_actor(footnote: Run) -> None:
    of: Any = footnote("actor", "Marta Quel", "--json").payload
    assert (of["name"], of["kind"], of["mentions"], of["first"], of["last"]) == (
        "Marta Quell",
        "person",
        4,
        "1991-06",
        "1994",
    )
    assert of["connections"][0]["name"] == "Port Elva"
    assert of["connections"][0]["passages"] == len(of["connections"][0]["where"]) == 2
    assert all(list(quote) == CITATION for quote in of["quotes"])
    renn = footnote("actor", "Old Finch", "--json").payload
    assert [one["quote"] for one in renn["open"]] == ["Before Port Elva, Renn won by a length."]
    shown = footnote("actor", "Old Finch").out
    assert "Named with:" in shown
    assert "It is not said who is meant here:" in shown


def test_an_unknown_actor_has_near_names(footnote: Run) -> None:
    done = footnote("actor", "Quels", "--json")
    assert done.status == 1
    assert [one["name"] for one in done.payload["near"]] == ["Marta Quell"]
    assert "did you mean “Marta Quell”?" in done.err
    assert footnote("actor", "Zzyzx").status == 1


def test_two_women_of_one_name_are_split_and_merged_again(footnote: Run, corpus: Path) -> None:
    (corpus / "actors.toml").write_text("# Ours.\n[[actor]]\nname = 'Marta Quell'\n", "utf-8")
    said = ("split", "Marta Quell", "--document", "match", "--as", "Marta Quell (footballer)")
    assert footnote(*said).status == 0
    assert mentions(footnote)["Marta Quell"] == mentions(footnote)["Marta Quell (footballer)"] == 2
    assert (corpus / "actors.toml").read_text("utf-8").startswith("# Ours.\n")
    assert footnote("merge", "Marta Quell", "Marta Quell (footballer)").status == 0
    assert footnote("merge", "Marta Quell", "Old Finch").status == 0
    footnote("index", "--rebuild")
    assert mentions(footnote)["Marta Quell"] == 6
    assert len(tomllib.loads((corpus / "actors.toml").read_text("utf-8"))["actor"]) == 1


def test_all_that_is_listed_can_be_opened_and_all_of_one_name_be_merged(footnote: Run, corpus: Path) -> None:
    for name, text in {
        "a": "George Washington left.",
        "b": "President Washington left.",
        "c": "He is in Washington.",
    }.items():
        (corpus / f"{name}.md").write_text(text, "utf-8")
    listed = [line.partition(")")[0] + ")" for line in footnote("actors").out.splitlines()]
    assert {"Washington (person)", "Washington (place)"} <= set(listed)
    for shown in listed:
        assert footnote("actor", shown).out.startswith(shown)
        assert "did you mean" not in footnote("network", shown).err
    asked = footnote("actor", "Washington")
    assert asked.status == 1
    assert "“Washington (person)”" in asked.err
    assert footnote("merge", "George Washington", "Washington").status == 0
    assert footnote("actor", "Washington").out.startswith("George Washington (person), 3 mentions")


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("merge", "Marta Quell", "Nemo"), 1, "certainly goes by the name 'Nemo'"),
        (("split", "Marta Quell", "Renn"), 1, "Marta Quell goes by no name 'renn'"),
        (("split", "Marta Quell", "Quell", "--document", "x"), 1, "there is no document 'x'"),
        (("split", "Marta Quell"), 2, "Give the names that are another's"),
        (("annotate", "no-such-file"), 2, "no-such-file cannot be read"),
        (("annotate", "corpus/fire.md", "--date", "May"), 2, "'May' is no date"),
    ],
)
def test_what_cannot_be_done_is_one_clear_sentence(
    footnote: Run, corpus: Path, arguments: tuple[str, ...], status: int, why: str
) -> None:
    done = footnote(*arguments)
    assert (done.status, done.out) == (status, "")
    assert why in done.err
    assert not (corpus / "actors.toml").exists()


def test_an_actors_file_that_is_none_is_one_clear_sentence_and_stays(footnote: Run, corpus: Path) -> None:
    (corpus / "actors.toml").write_text("[[actor]]\nname = 7\n", "utf-8")
    for arguments in (("actors",), ("merge", "Marta Quell", "Old Finch"), ("annotate", "corpus/fire.md")):
        done = footnote(*arguments)
        assert done.status == 2
        assert "entry 1 has no name" in done.err
    assert footnote("search", "harbour").status == 0
    assert (corpus / "actors.toml").read_text("utf-8") == "[[actor]]\nname = 7\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_corpus_that_may_not_be_written(footnote: Run, corpus: Path) -> None:
    corpus.chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = footnote("merge", "Marta Quell", "Old Finch")
    corpus.chmod(stat.S_IRWXU)
    assert done.status == 2
    assert "cannot be written" in done.err


def test_what_is_seen_in_a_text(footnote: Run, corpus: Path) -> None:
    (corpus.parent / "letter.txt").write_bytes("Dear Zoë,\r\nMarta Quell left Port Elva yesterday.".encode())
    done = footnote("annotate", "letter.txt", "--date", "1991-05-16", "--json")
    seen = done.payload
    text = "Dear Zoë,\r\nMarta Quell left Port Elva yesterday."
    assert all(text[one["start"] : one["end"]] == one["text"] for kind in seen.values() for one in kind)
    assert [(one["name"], one["kind"]) for one in seen["actors"]][-2:] == [
        ("Marta Quell", "person"),
        ("Port Elva", "place"),
    ]
    assert [one["edtf"] for one in seen["dates"]] == ["1991-05-15"]
    assert list(seen["actors"][0]) == ["start", "end", "text", "kind", "name"]
