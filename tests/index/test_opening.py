"""The index on disk is a cache: what it gives is what making everything anew gives, whatever happened to it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import opening
from index.opening import Opened, open_sources
from index.recipe import Recipe, recipe
from tests.index.seen import seen

TEXTS = (
    "Khazali was captured in March 2007 by British forces near the harbour of Basra.",
    "The harbour fire of 1999 burned for three days, and nobody ever found out who had lit it.",
    "The raid on Karbala was planned by men who had trained in Iran for many months before.",
    "We and our partners use cookies to give you the best experience, and by staying here you agree to their use.",
    "Weather",
    "KHAZALI and the khazali brothers met in Karbala, as they had met before the fire in the harbour.",
    "In Karbala the fire brigade was late again, said a man who would not give his name to anybody.",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXTS[0])
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def opened(corpus: Path, index: Path) -> tuple[Opened, list[str]]:
    notes: list[str] = []
    return open_sources(corpus, index, note=notes.append), notes


def test_changes_of_the_corpus_are_noticed(corpus: Path, index: Path) -> None:
    first, notes = opened(corpus, index)
    assert (first.work is not None, notes) == (True, [])
    again, notes = opened(corpus, index)
    assert (again.work, notes) == (None, [])
    assert seen(again.sources) == seen(first.sources)
    (corpus / "two.txt").write_text(TEXTS[1])
    added, [note] = opened(corpus, index)
    assert added.work is not None
    assert (added.work.read, added.work.kept) == (1, 1)
    assert "1 added" in note
    assert [one.id for one in added.sources.documents] == ["one", "two"]
    (corpus / "one.txt").write_text(TEXTS[2])
    assert "1 changed" in opened(corpus, index)[1][0]
    (corpus / "two.txt").unlink()
    removed, [note] = opened(corpus, index)
    assert "1 removed" in note
    assert [one.id for one in removed.sources.documents] == ["one"]
    assert opened(corpus, index)[0].work is None


def test_another_release_reads_anew_only_what_it_would_read_otherwise(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(corpus, index)
    now = recipe()
    for recipe_, read in ((replace(now, making="later"), 0), (Recipe("later", "later"), 1)):
        monkeypatch.setattr(opening, "recipe", lambda recipe_=recipe_: recipe_)
        made, [note] = opened(corpus, index)
        assert "made by another release" in note
        assert made.work is not None
        assert (made.work.read, made.work.kept) == (read, 0)
        assert made.sources.documents[0].text == TEXTS[0]


def test_a_document_keeps_its_id_when_another_of_its_name_comes(corpus: Path, index: Path) -> None:
    opened(corpus, index)
    (corpus / "letters").mkdir()
    (corpus / "letters" / "one.txt").write_text(TEXTS[1])
    (corpus / "ONE.md").write_text(TEXTS[2])
    ids = {"ONE.md": "one-md", "letters/one.txt": "letters-one", "one.txt": "one"}
    assert opened(corpus, index)[0].sources.known == ids
    assert opened(corpus, index)[0].work is None
    anew = open_sources(corpus, index, note=print, rebuild=True)
    assert anew.work is not None
    assert anew.work.read == 3
    assert anew.sources.known == ids


def test_it_is_made_anew_when_asked(corpus: Path, index: Path) -> None:
    opened(corpus, index)
    made = open_sources(corpus, index, note=lambda _: None, rebuild=True)
    assert made.work is not None
    assert made.work.read == 1


_STEP = st.tuples(
    st.sampled_from(["a/x", "a/y", "a/z", "b/x", "c", "d", "e"]), st.lists(st.sampled_from(TEXTS), max_size=4)
)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_STEP, min_size=1, max_size=3), min_size=2, max_size=4))
def test_step_by_step_gives_what_at_once_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[str, list[str]]]]
) -> None:
    root = tmp_path_factory.mktemp("steps")
    corpus = root / "corpus"
    corpus.mkdir()
    held: Opened | None = None
    for number, step in enumerate(steps):
        for name, paragraphs in step:
            file = corpus / f"{name}.txt"
            file.parent.mkdir(exist_ok=True)
            if paragraphs:
                file.write_text("\n\n".join(paragraphs))
                # A clock may not have ticked since the last step.
                os.utime(file, ns=(number, number))
            else:
                file.unlink(missing_ok=True)
        # As a process does that has the index open, and as one that has not.
        held = open_sources(corpus, root / "index", note=lambda _: None, before=held if number % 2 else None)
        # What an index is made anew from is its ids, which nobody else knows, and the documents.
        shutil.copytree(root / "index", root / f"fresh{number}")
        fresh = open_sources(corpus, root / f"fresh{number}", note=lambda _: None, rebuild=True)
        assert seen(held.sources) == seen(fresh.sources)
        assert seen(opened(corpus, root / "index")[0].sources) == seen(fresh.sources)
    shutil.rmtree(root)


def test_furniture_of_others_is_noticed_when_they_come_and_when_they_go(corpus: Path, index: Path) -> None:
    for name, text in zip("abcd", TEXTS[:3], strict=False):
        (corpus / f"{name}.txt").write_text(f"{TEXTS[3]}\n\n{text} And so it went on for a while in {name}.")
        opened(corpus, index)
    made, _ = opened(corpus, index)
    assert all(TEXTS[3] not in one.text for one in made.sources.documents)
    (corpus / "b.txt").unlink()
    made, _ = opened(corpus, index)
    assert made.work is not None
    assert (made.work.read, made.work.made) == (0, 2)
    assert sum(TEXTS[3] in one.text for one in made.sources.documents) == 2


def test_how_many_lines_were_left_out_is_known(corpus: Path, index: Path) -> None:
    story = "The ferry ran aground off the northern pier on Monday, and nobody on board was hurt by it."
    (corpus / "page.txt").write_text(f"Log in\n\nNews\n\nFerry runs aground off pier\n\n{story}\n\nRead more\n\nShare")
    (corpus / "plain.txt").write_text(f"Present:\n\nAnna Krog, chair\n\n{story}\n\nWei Zhang")
    (corpus / "empty.txt").write_text("\n")
    opened = open_sources(corpus, index, note=lambda _: None)
    assert opened.sources.left_out == {"page": 5}
    assert opened.sources.document("plain").text.count("\n\n") == 3  # type: ignore[union-attr]
    assert opened.work is not None
    assert opened.work.empty == 1
    assert {one.file: one.problem for one in opened.sources.listed}["empty.txt"] == "it is empty"
    assert open_sources(corpus, index, note=lambda _: None).sources.left_out == {"page": 5}


def test_reading_with_several_processes_gives_the_same(corpus: Path, tmp_path: Path) -> None:
    for at in range(60):
        (corpus / f"{at}.txt").write_text(f"Story {at}. {random.Random(at).choice(TEXTS)}")
        (corpus / f"{at}.html").write_text(f"<h1>Page {at}</h1><p>{random.Random(at).choice(TEXTS)}</p>")
    alone, together = (
        open_sources(corpus, tmp_path / f"index{count}", note=lambda _: None, processes=count) for count in (1, 2)
    )
    assert seen(alone.sources) == seen(together.sources)


def test_an_index_that_cannot_be_saved_serves_from_memory(corpus: Path) -> None:
    notes: list[str] = []
    made = open_sources(corpus, corpus / "one.txt" / "index", note=notes.append)
    assert made.unsaved is not None
    assert made.unsaved in notes
    assert len(made.sources.passages) == 1
    (corpus / "two.txt").write_text(TEXTS[1])
    more = open_sources(corpus, corpus / "one.txt" / "index", note=notes.append, before=made)
    assert more.work is not None
    assert (more.work.read, more.work.kept) == (1, 1)
    assert [one.id for one in more.sources.documents] == ["one", "two"]


def test_what_is_open_serves_until_something_changes(corpus: Path, index: Path) -> None:
    first, _ = opened(corpus, index)
    notes: list[str] = []

    def again(before: Opened) -> Opened:
        return open_sources(corpus, index, note=notes.append, before=before)

    assert again(first) is first
    (corpus / "two.txt").write_text(TEXTS[1])
    other, _ = opened(corpus, index)
    # Another process has done the work.
    theirs = again(first)
    assert (theirs.work, notes) == (None, [])
    assert seen(theirs.sources) == seen(other.sources)
    (corpus / "one.txt").unlink()
    ours = again(theirs)
    assert ours.work is not None
    assert again(ours) is ours
    assert all(shelf.source is not None for shelf in ours.sources.shelves)


SPOIL: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda raw: raw[:-1],
    "of another kind": lambda raw: b"PK" + raw,
    "first half": lambda raw: raw[: len(raw) // 2] + b"\xff" + raw[len(raw) // 2 + 1 :],
}


@pytest.mark.parametrize("spoil", SPOIL.values(), ids=SPOIL)
def test_a_spoilt_file_is_noticed(corpus: Path, index: Path, spoil: Callable[[bytes], bytes]) -> None:
    (corpus / "two.txt").write_text(TEXTS[1])
    expected = seen(opened(corpus, index)[0].sources)
    for name in sorted(one.name for one in index.iterdir()):
        file = index / name
        if not file.exists():  # named otherwise since it was made anew
            continue
        file.write_bytes(spoil(file.read_bytes()))
        made, notes = opened(corpus, index)
        assert seen(made.sources) == expected
        assert [note for note in notes if "making it anew" in note] or made.work is None


def test_a_reader_keeps_its_generation(corpus: Path, index: Path) -> None:
    before, _ = opened(corpus, index)
    expected = seen(before.sources)
    for text in TEXTS:
        (corpus / "one.txt").write_text(text)
        opened(corpus, index)
    assert seen(before.sources) == expected
    assert len(list(index.iterdir())) < 12


_INDEX = """
import os, sys
from pathlib import Path
from index.opening import open_sources
print("begun", flush=True)
corpus, index = map(Path, sys.argv[1:3])
for at in range(int(sys.argv[3])):
    (corpus / f"{sys.argv[4]}{at % 5}.txt").write_text(f"Version {at}. " + "The harbour fire burned for days. " * 50)
    opened = open_sources(corpus, index, note=lambda _: None)
    if opened.unsaved:
        sys.exit(opened.unsaved)
"""


def indexing(corpus: Path, index: Path, rounds: int, name: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _INDEX, str(corpus), str(index), str(rounds), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_a_kill_at_any_moment_leaves_a_whole_index(corpus: Path, index: Path) -> None:
    for round_ in range(8):
        process = indexing(corpus, index, 10_000, "w")
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        time.sleep(0.02 + 0.06 * round_)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        made, notes = opened(corpus, index)
        assert not [note for note in notes if "cannot" in note]
        assert made.unsaved is None
        assert {one.file for one in made.sources.documents} == {one.name for one in corpus.iterdir()}
        for one in made.sources.documents:
            assert one.text == (corpus / one.file).read_text().strip()


def test_two_processes_at_once(corpus: Path, index: Path) -> None:
    processes = [indexing(corpus, index, 8, name) for name in "vw"]
    for process in processes:
        assert process.wait() == 0
        assert process.stdout is not None
        process.stdout.close()
    made, notes = opened(corpus, index)
    assert not [note for note in notes if "cannot" in note]
    assert len(made.sources.documents) == 11
    assert seen(made.sources) == seen(open_sources(corpus, index, note=lambda _: None, rebuild=True).sources)


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from index.opening import open_sources
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
opened = open_sources(Path(sys.argv[1]), Path(sys.argv[2]), note=lambda note: print(note), processes=1)
print(len(opened.sources.documents), opened.sources.document("large").text[-14:])
"""


def test_a_full_disk_leaves_the_old_index(corpus: Path, index: Path) -> None:
    opened(corpus, index)
    before = {one.name: one.read_bytes() for one in index.iterdir()}
    (corpus / "large.txt").write_text(" ".join(f"word{at}" for at in range(5_000)) + " stands here.")
    command = [sys.executable, "-c", _LIMITED, str(corpus), str(index)]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines()
    assert "answering from memory" in said[1]
    assert said[2] == "2 9 stands here."
    assert {one.name: one.read_bytes() for one in index.iterdir()} == before
