"""The index on disk is a cache: replaced in one step, and made anew whatever is wrong with it."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.archive import FILE, UnusableError, load, save
from index.opening import open_sources
from index.sources import Sources
from tests.index.documents import document

SOURCES = Sources.of([document("Khazali was captured in March 2007.", "He was released in 2010.", title="A raid")])


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    save(SOURCES, {"doc.txt": "1"}, tmp_path)
    assert load(tmp_path) == (SOURCES, {"doc.txt": "1"})


def test_no_index(tmp_path: Path) -> None:
    assert load(tmp_path) is None
    assert load(tmp_path / "missing") is None


@pytest.mark.parametrize(
    "spoil", [lambda _: b"", lambda raw: raw[:-1], lambda raw: raw[:50] + b"x" + raw[51:], lambda raw: b"PK" + raw]
)
def test_damage_is_noticed(tmp_path: Path, spoil: object) -> None:
    save(SOURCES, {}, tmp_path)
    file = tmp_path / FILE
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    with pytest.raises(UnusableError):
        load(tmp_path)


def test_an_index_of_another_release_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "one.txt").write_text("Khazali was captured in March 2007 by British forces.")
    opened(corpus, index)
    monkeypatch.setattr("index.archive.recipe", lambda: "an earlier release's")
    rebuilt, [note], _ = opened(corpus, index)
    assert rebuilt
    assert "made by another release" in note


def opened(corpus: Path, index: Path) -> tuple[bool, list[str], set[str]]:
    notes: list[str] = []
    result = open_sources(corpus, index, note=notes.append)
    return result.rebuilt, notes, {one.id for one in result.sources.documents}


def test_changes_of_the_corpus_are_noticed(tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "one.txt").write_text("Khazali was captured in March 2007 by British forces.")
    assert opened(corpus, index) == (True, [], {"one"})
    assert opened(corpus, index) == (False, [], {"one"})
    (corpus / "two.txt").write_text("Daqduq was captured in March 2007 by British forces.")
    rebuilt, [note], ids = opened(corpus, index)
    assert rebuilt
    assert "1 added" in note
    assert ids == {"one", "two"}
    (corpus / "one.txt").write_text("Khazali was released in 2010 and went home to his people.")
    assert "1 changed" in opened(corpus, index)[1][0]
    (corpus / "two.txt").unlink()
    assert "1 removed" in opened(corpus, index)[1][0]
    (index / FILE).write_bytes(b"junk")
    rebuilt, [note], _ = opened(corpus, index)
    assert rebuilt
    assert "damaged" in note
    assert opened(corpus, index)[0] is False


def test_an_index_that_cannot_be_saved_serves_from_memory(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Khazali was captured in March 2007 by British forces.")
    blocked = tmp_path / "one.txt" / "index"
    result = open_sources(tmp_path, blocked, note=lambda _: None)
    assert result.unsaved is not None
    assert len(result.sources.passages) == 1


_SAVE_FOREVER = """
import sys
from pathlib import Path
from index.archive import save
from index.sources import Sources
from tests.index.documents import document
text = " ".join(f"word{at}" for at in range(20000)) + "."
at = 0
while True:
    save(Sources.of([document(f"Generation {at}.", text)]), {"generation": str(at)}, Path(sys.argv[1]))
    if not at:
        print("saved once", flush=True)
    at += 1
"""


def test_a_kill_at_any_moment_leaves_a_whole_index(tmp_path: Path) -> None:
    for round_ in range(6):
        process = subprocess.Popen([sys.executable, "-c", _SAVE_FOREVER, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"saved once\n"
        time.sleep(0.05 + 0.07 * round_)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        loaded = load(tmp_path)
        assert loaded is not None
        sources, fingerprints = loaded
        assert sources.documents[0].text.startswith(f"Generation {fingerprints['generation']}.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here to be a full disk")
def test_a_full_disk_leaves_the_old_index(tmp_path: Path) -> None:
    save(SOURCES, {"old": "1"}, tmp_path)
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from pathlib import Path; from index.archive import save; from index.sources import Sources;"
        "save(Sources.of([]), {str(at): 'x' * 99 for at in range(999)}, Path(sys.argv[1]))"
    )
    failed = subprocess.run([sys.executable, "-c", limited, str(tmp_path)], capture_output=True, check=False)
    assert b"OSError" in failed.stderr
    assert load(tmp_path) == (SOURCES, {"old": "1"})
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
