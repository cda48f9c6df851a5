"""``footnote timeline`` and ``footnote network`` as people run them."""

import resource
from datetime import date
from pathlib import Path

import click
import pytest

from bot.message.events import Event, Events, Told
from bot.terminal.picture import write_picture
from index.citation import cite
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from tests.test_terminal import CITATION, footnote, payload

FIRE = (
    "The harbour at Port Elva burned on 14 May 1991. Two days later, coast guards arrested Marta Quell, a welder.\n\n"
    "Marta Quell was released in 1994. Tobias Renn, the harbour master, met Marta Quell at Sorrel Bay in June 1995."
)
TRIAL = "Coast guards arrested the welder Marta Quell on 17 May 1991. Her trial was never held."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elva") / "corpus"
    folder.mkdir()
    (folder / "fire.md").write_text(f"---\ntitle: The fire\ndate: 1999-03\n---\n{FIRE}", "utf-8")
    (folder / "trial.md").write_text(f"---\ntitle: The trial\ndate: 2001\n---\n{TRIAL}", "utf-8")
    return folder


def test_the_timeline_of_an_actor_is_cited_word_for_word(corpus: Path) -> None:
    done = footnote(corpus, "timeline", "--actor", "Marta Quell", "--json")
    assert done.returncode == 0
    events = payload(done)["events"]
    assert [(one["when"], one["from"], one["to"]) for one in events] == [
        ("1991-05-17", "1991-05-17", "1991-05-17"),
        ("1994", "1994-01-01", "1994-12-31"),
        ("1995-06", "1995-06-01", "1995-06-30"),
    ]
    for one in events:
        assert list(one["citation"]) == CITATION
        text = footnote(corpus, "source", one["citation"]["document"], "--text").stdout.rstrip("\n")
        assert text[one["citation"]["start"] : one["citation"]["end"]] == one["citation"]["quote"] == one["text"]
        assert "Marta Quell" in one["actors"]
    assert [(one["when"], one["citation"]["document"]) for one in events[0]["disputed"]] == [("1991-05-16", "fire")]


def test_a_timeline_for_people_says_what_is_disputed(corpus: Path) -> None:
    done = footnote(corpus, "timeline", "--from", "1991-05-15", "--to", "1991")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "17 May 1991 (otherwise dated: 16 May 1991 [2])"
    assert "“Two days later, coast guards arrested Marta Quell, a welder.” [2]" in done.stdout


def test_when_it_was_published_is_another_limit(corpus: Path) -> None:
    done = footnote(corpus, "timeline", "--published-from", "2000", "--json")
    assert [one["citation"]["document"] for one in payload(done)["events"]] == ["trial"]


def test_the_network_around_an_actor(corpus: Path) -> None:
    found = payload(footnote(corpus, "network", "Tobias Renn", "--json"))
    assert "Marta Quell" in [one["name"] for one in found["actors"]]
    tie = next(one for one in found["ties"] if one["actors"] == ["Tobias Renn", "Marta Quell"])
    assert tie["passages"] == ["fire#p1"]
    assert tie["citation"]["quote"].startswith("Tobias Renn, the harbour master, met Marta Quell")


def test_a_tie_is_quoted_from_a_sentence_and_rows_of_a_table_tie_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "trial.txt").write_text(
        "MARTA QUELL, also known as “Old Finch,”\n\nTOBIAS RENN,\n\n"
        "The defendants Marta Quell and Tobias Renn met in May 1991 on board a ship, and agreed to burn the harbour."
    )
    (folder / "crew.md").write_text(
        "| Name | Rank | Port |\n|---|---|---|\n| Jan Vos | cook | Lisbon |\n| Marta Quell | master | Oslo |\n"
    )
    ties = payload(footnote(folder, "network", "--json"))["ties"]
    assert {frozenset(tie["actors"]) for tie in ties} == {
        frozenset(pair) for pair in (("Marta Quell", "Tobias Renn"), ("Jan Vos", "Lisbon"), ("Marta Quell", "Oslo"))
    }
    (quote,) = [tie["citation"]["quote"] for tie in ties if "Tobias Renn" in tie["actors"]]
    assert quote.startswith("The defendants Marta Quell and Tobias Renn met")


@pytest.mark.parametrize("arguments", [["timeline", "--actor", "Marta Quell"], ["network"]])
def test_pictures_are_drawn(corpus: Path, arguments: list[str]) -> None:
    file = corpus.parent / f"{arguments[0]}.png"
    assert footnote(corpus, *arguments, "--image", str(file)).returncode == 0
    assert file.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["timeline", "--actor", "Marta Kwell"], 1, "Did you mean “Marta Quell”"),
        (["network", "Nobody Atall"], 1, "No actor goes by “Nobody Atall”."),
        (["timeline", "--from", "2000"], 1, "No sentence says when something was"),
        (["timeline", "--from", "1995", "--to", "1994-06"], 2, "--from 1995-01-01 is after --to 1994-06-30"),
        (["timeline", "--from", "soon"], 2, "is no date; write 2007, 2007-01 or 2007-01-20"),
        (["timeline", "--to", "1994-13"], 2, "is no date"),
        (["timeline", "--image", "timeline.jpg"], 2, "does not end in .png"),
        (["timeline", "--image", "/nowhere/at/all.png"], 2, "the picture cannot be written to /nowhere/at/all.png"),
        (["network", "--image", "/dev/null/x.png"], 2, "the picture cannot be written"),
    ],
)
def test_what_is_not_found_and_misuse_are_one_clear_sentence(
    corpus: Path, arguments: list[str], status: int, says: str
) -> None:
    done = footnote(corpus, *arguments)
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["No dates here.", "", "Dam falls\n\nRebels flee", "| a | b |\n|---|---|\n| c | d |"])
def test_a_corpus_without_dates(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "plain.md").write_text(text, "utf-8")
    done = footnote(folder, "timeline", "--json", "--image", str(tmp_path / "none.png"))
    assert (done.returncode, payload(done)["events"]) == (1, [])
    assert not (tmp_path / "none.png").exists()


def test_two_men_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "north.md").write_text("In 1991 Karl Ostrander met Marta Quell.", "utf-8")
    (folder / "south.md").write_text("In 1994 Karl Ostrander met Tobias Renn.", "utf-8")
    (folder / "actors.toml").write_text(
        "".join(
            f'[[actor]]\nname = "Karl Ostrander"\nkind = "person"\nnote = "{one}"\ndocuments = ["{one}"]\n'
            for one in ("north", "south")
        ),
        "utf-8",
    )
    either = footnote(folder, "timeline", "--actor", "Karl Ostrander")
    assert either.returncode == 1
    assert "Several actors go by “Karl Ostrander”." in either.stderr
    found = [footnote(folder, "timeline", "--actor", id, "--json") for id in ("karl-ostrander", "karl-ostrander-2")]
    assert sorted(payload(one)["events"][0]["when"] for one in found) == ["1991", "1994"]
    assert "“karl-ostrander” or “karl-ostrander-2”" in either.stderr


def test_a_picture_that_the_disk_does_not_hold_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "timeline.png"
    file.write_bytes(b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(click.ClickException, match="cannot be written"):
            write_picture(bytes(10_000), file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("timeline.png", b"before")]


def test_of_many_events_what_sentences_tell_comes_before_the_rows_of_tables() -> None:
    rows = ["Arne Holm | mate | 12 April 1951 | Bergen", "The Aurora left Bergen on 3 May 2011."]
    given = Document.of_blocks("crew", "crew.txt", Record(), [Block(row) for row in rows], None)
    day = date(1951, 4, 12)
    told = [
        Told(day.isoformat(), day, day, "text", cite(given, one.start, one.end, number=one.number))
        for one in given.paragraphs
    ]
    row, sentence = (Event(one, (), (), (), weight) for one, weight in zip(told, (9.0, 1.0), strict=True))
    assert Events(None, (row, sentence)).foremost(1) == (sentence,)
    assert Events(None, (row, sentence)).foremost(2) == (row, sentence)
