"""What people say of actors holds in a view as well, as far as the view's own documents tell the names."""

from pathlib import Path

import pytest

from bot.footnote import Footnote
from index.actors.said import parse_said, standing

SAID = """
[[actor]]
name = "the Quiet Welder"
kind = "person"
names = ["Marta Quell"]
note = "A trade unionist."

[[actor]]
name = "Tobias Renn"
kind = "person"
names = ["Anna Finchley"]

[[actor]]
name = "Elva"
kind = "organisation"
documents = ["a", "finch"]
note = "A republic; see also what is secret."

[[actor]]
name = "Grimsel"
kind = "person"
documents = ["finch"]

[[actor]]
name = "press"
kind = "organisation"
documents = ["a"]
note = "Met by the mayor."

[[actor]]
name = "Ann"
kind = "person"
names = ["mayor"]
"""


@pytest.fixture
def view(tmp_path: Path) -> Footnote:
    corpus = tmp_path / "corpus"
    (corpus / "secret").mkdir(parents=True)
    (corpus / "a.txt").write_text(
        "The mayor of Grimsel, Anna Finchley, met the press. Marta Quell, whom they called the Quiet Welder, came from "
        "Elva to hear her.\n"
    )
    (corpus / "secret" / "finch.txt").write_text("Tobias Renn, known as Anna Finchley, left Elva for Grimsel.\n")
    (corpus / "actors.toml").write_text(SAID)
    return Footnote.open(corpus, tmp_path / "index", note=lambda _: None).within({"shared"})


def test_what_is_said_holds_where_every_name_stands(view: Footnote) -> None:
    welder = view.actors.find("Marta Quell")
    assert welder is not None
    assert welder.name == "the Quiet Welder"
    assert view.only({"a"}).actors.find("Marta Quell") == welder


def test_a_note_is_shown_where_all_may_be_seen_that_it_is_on(view: Footnote) -> None:
    notes = {one.name: one.note for one in standing(parse_said(SAID, "actors.toml"), view.sources.documents)}
    assert notes == {"the Quiet Welder": None, "Elva": None, "press": "Met by the mayor."}


def test_no_name_is_learned_from_it(view: Footnote) -> None:
    assert view.actors.find("Tobias Renn") is None
    mayor = view.actors.find("Anna Finchley")
    assert mayor is not None
    assert "Renn" not in str(mayor)
    said = standing(parse_said(SAID, "actors.toml"), view.sources.documents)
    assert [(one.name, one.documents) for one in said] == [
        ("the Quiet Welder", ()),
        ("Elva", ("a",)),
        ("press", ("a",)),
    ]
