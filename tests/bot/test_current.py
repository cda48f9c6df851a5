"""A running Footnote notices what becomes of the corpus; who has asked already is answered from what was there."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from bot import current
from bot.current import Current
from bot.footnote import Footnote
from bot.library import Library

RAID = "The raid on Karbala was led by Khazali in January 2007, as everybody knew."
FIRE = "The harbour fire of 1999 was lit by Old Finch, who never denied it."


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "SECONDS", 0.0)
    monkeypatch.setattr(current, "SHARE", 0)


@pytest.fixture
def followed(tmp_path: Path) -> Current:
    (tmp_path / "corpus" / "a").mkdir(parents=True)
    (tmp_path / "corpus" / "a" / "raid.txt").write_text(RAID)
    footnote = Footnote.open(tmp_path / "corpus", tmp_path / "index", note=lambda _: None)
    return Current(footnote, tmp_path / "corpus", tmp_path / "index", lambda _: None)


def test_a_document_that_comes_and_goes(followed: Current, tmp_path: Path) -> None:
    before = followed.footnote()
    assert followed.footnote() is before
    (tmp_path / "corpus" / "fire.txt").write_text(FIRE)
    after = followed.footnote()
    assert after.search("harbour", 5).found
    assert not before.search("harbour", 5).found
    (tmp_path / "corpus" / "fire.txt").unlink()
    assert not followed.footnote().search("harbour", 5).found
    assert after.search("harbour", 5).found[0].text == FIRE


def test_a_corpus_that_is_taken_away(tmp_path: Path, followed: Current) -> None:
    shutil.move(tmp_path / "corpus", tmp_path / "elsewhere")
    assert followed.footnote().search("raid", 5).found
    shutil.move(tmp_path / "elsewhere", tmp_path / "corpus")
    assert followed.footnote().search("raid", 5).found


def test_views_go_on_with_the_corpus(tmp_path: Path, followed: Current) -> None:
    library = Library(followed.footnote())
    (tmp_path / "corpus" / "b").mkdir()
    (tmp_path / "corpus" / "b" / "fire.txt").write_text(FIRE)
    library.renew(followed.footnote())
    assert library.collections == {"a", "b"}
    assert not library.within(frozenset({"a"})).search("harbour", 5).found
    assert library.within(frozenset({"b"})).search("harbour", 5).found


def test_many_ask_while_it_changes(tmp_path: Path, followed: Current) -> None:
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(15):
                assert followed.footnote().search("raid", 5).found
        except BaseException as error:  # noqa: BLE001 - it is told to the test
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for at in range(5):
        (tmp_path / "corpus" / f"{at}.txt").write_text(f"Story {at}. {FIRE}")
    for thread in threads:
        thread.join()
    assert not failures


def test_a_look_holds_a_minute_at_most(tmp_path: Path, followed: Current, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "SHARE", 20)
    now = 1e6
    monkeypatch.setattr(time, "monotonic", lambda: now)

    def slow(_: str) -> None:
        nonlocal now
        now += 3600

    slowly = Current(followed.footnote(), tmp_path / "corpus", tmp_path / "index", slow)
    (tmp_path / "corpus" / "fire.txt").write_text(FIRE)
    now += 1
    assert slowly.footnote().search("harbour", 5).found
    assert now > 1e6 + 3600
    (tmp_path / "corpus" / "fire.txt").unlink()
    now += 61
    assert not slowly.footnote().search("harbour", 5).found
