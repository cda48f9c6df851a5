from pathlib import Path

from bot.footnote import Footnote
from bot.library import Library
from bot.remarks import remarks


def test_the_operator_is_told_what_is_withheld(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "s.md").write_text(
        "---\ntitle: Papers: a selection\ncollection: secret\n---\nRenn informed."
    )
    (tmp_path / "corpus" / "a.md").write_text("The mayor met the press.")
    footnote = Footnote.open(tmp_path / "corpus", tmp_path / "index", note=lambda _: None)
    assert remarks(footnote.sources) == {
        "s.md": "its front matter is not valid YAML (line 2); only who may see every collection sees it, as its record "
        "does not say clearly which it belongs to"
    }
    library = Library(footnote)
    view = library.within(frozenset({"shared"}))
    assert [one.file for one in view.sources.listed] == ["a.md"]
    assert not view.search("Renn informed", 5).found
    assert library.within(None).search("Renn informed", 5).found


def test_only_the_operator_is_told_of_namesakes(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "secret").mkdir(parents=True)
    (tmp_path / "corpus" / "secret" / "report.md").write_text("Tobias Renn was the informant.")
    (tmp_path / "corpus" / "report.md").write_text("The mayor met the press.")
    footnote = Footnote.open(tmp_path / "corpus", tmp_path / "index", note=lambda _: None)
    assert remarks(footnote.sources) == {
        "secret/report.md": "another file is or was called report too, so this one goes by secret-report"
    }
    assert [(one.id, one.problem) for one in footnote.sources.listed] == [("report", None), ("secret-report", None)]
