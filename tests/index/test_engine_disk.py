"""A saved engine is whole or not there, whoever reads while it is written and whenever the writer dies."""

import json
import math
import random
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import DamagedError, Engine
from index.engine.generation import CURRENT

PASSAGES = [["a", "b", f"w{at}"] for at in range(300)]
QUERY = ["b", "w7"]


def saved(folder: Path) -> Engine:
    engine = Engine.build(PASSAGES)
    engine.save(folder)
    return engine


def test_what_is_saved_is_what_is_opened(tmp_path: Path) -> None:
    engine = saved(tmp_path).extend([["a", "new"]] * 9).remove([7, 301], [PASSAGES[7], ["a", "new"]])
    engine.save(tmp_path)
    opened = Engine.open(tmp_path)
    Engine.verify(tmp_path)
    assert opened.top(QUERY, 400) == engine.top(QUERY, 400)
    assert len(opened) == len(engine) == 307
    opened.extend([["w7"]]).save(tmp_path)
    assert Engine.open(tmp_path).top(["w7"], 3)[0].position == 307


def test_an_engine_without_passages(tmp_path: Path) -> None:
    Engine.build([]).save(tmp_path)
    assert Engine.open(tmp_path).top(["a"], 3) == []
    Engine.build([[], []]).save(tmp_path)
    assert len(Engine.open(tmp_path)) == 2
    assert Engine.open(tmp_path).extend([["a"]]).top(["a"], 3)[0].position == 2


def test_nothing_saved(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(FileNotFoundError):
            Engine.open(folder)


def files(folder: Path) -> dict[str, int]:
    """The segments' files, and when each was written."""
    found = [file for file in folder.glob("*.columns") if b'"codes"' in file.read_bytes()]
    return {file.name: file.stat().st_mtime_ns for file in found}


def test_adding_writes_the_addition_only(tmp_path: Path) -> None:
    engine = saved(tmp_path)
    before = files(tmp_path)
    engine.extend([["new"]]).save(tmp_path)
    after = files(tmp_path)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_older_generations_go_but_stay_with_who_has_them_open(tmp_path: Path) -> None:
    saved(tmp_path)
    old = Engine.open(tmp_path)
    before = files(tmp_path)
    Engine.build([["other"]]).save(tmp_path)
    assert not before.keys() & files(tmp_path).keys()
    assert len(list(tmp_path.glob("*.generation"))) == 1
    assert old.top(QUERY, 5) == Engine.build(PASSAGES).top(QUERY, 5)


def kept(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("how", ["empty", "cut", "grown", "removed"])
def test_a_file_of_another_length(tmp_path: Path, which: int, how: str) -> None:
    saved(tmp_path)
    file = tmp_path / kept(tmp_path)[which]
    raw = file.read_bytes()
    file.unlink()
    if how != "removed":
        file.write_bytes({"empty": b"", "cut": raw[:-1], "grown": raw + b"?"}[how])
    with pytest.raises(FileNotFoundError if (file.name, how) == (CURRENT, "removed") else DamagedError):
        Engine.open(tmp_path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=st.integers(0, 3), at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit(tmp_path: Path, which: int, at: float, bit: int) -> None:
    if not (tmp_path / CURRENT).exists():
        saved(tmp_path)
    file = tmp_path / kept(tmp_path)[which]
    whole = file.read_bytes()
    raw = bytearray(whole)
    raw[int(at * len(raw))] ^= 1 << bit
    file.write_bytes(raw)
    try:
        if not _is_padding(whole, int(at * len(raw))):
            with pytest.raises(DamagedError):
                Engine.open(tmp_path)
    finally:
        file.write_bytes(whole)


def _is_padding(raw: bytes, at: int) -> bool:
    """Whether a byte stands between two arrays, where it means nothing."""
    if not raw.startswith(b"footnote columns"):
        return False
    start = raw.index(b"\n") + 9
    header = json.loads(raw[start : start + int.from_bytes(raw[start - 8 : start], "little")])
    first = start + len(json.dumps(header, sort_keys=True)) + 32
    spans = [(offset, offset + np.dtype(kind).itemsize * math.prod(shape))
             for kind, shape, offset, _ in header["columns"].values()]  # fmt: skip
    return at >= first and not any(begin <= at < end for begin, end in spans)


@pytest.mark.parametrize("current", ["", "x", "../x.generation", "/etc/passwd", "\0.generation", "\udcff"])
def test_a_damaged_current_file(tmp_path: Path, current: str) -> None:
    saved(tmp_path)
    (tmp_path / CURRENT).write_bytes(current.encode(errors="surrogateescape"))
    with pytest.raises(DamagedError):
        Engine.open(tmp_path)


def test_altered_codes_of_a_large_segment_are_noticed_when_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path)
    monkeypatch.setattr("index.engine.saving.CHECKED_WHOLE", 0)
    Engine.verify(tmp_path)
    [name] = files(tmp_path)
    file = tmp_path / name
    raw = bytearray(file.read_bytes())
    codes = Engine.open(tmp_path)._lives[0].segment.codes.tobytes()
    raw[raw.index(codes)] ^= 1
    file.write_bytes(raw)
    Engine.open(tmp_path)
    with pytest.raises(DamagedError):
        Engine.verify(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        Engine.build([["a"]]).save(tmp_path / "file")


def test_a_full_disk_leaves_the_old_generation(tmp_path: Path) -> None:
    saved(tmp_path)
    script = (
        "import resource, signal, sys; from pathlib import Path; from index.engine import Engine\n"
        "engine = Engine.open(Path(sys.argv[1])).extend([[f'x{at}'] for at in range(5000)])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try: engine.save(Path(sys.argv[1]))\n"
        "except OSError: print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"
    assert len(Engine.open(tmp_path)) == 300
    Engine.verify(tmp_path)
    assert not list(tmp_path.glob(".*"))


WRITER = """
import sys
from pathlib import Path
from index.engine import Engine
folder = Path(sys.argv[1])
engine = Engine.open(folder)
print("ready", flush=True)
while True:
    engine = engine.extend([["b", "w7"]] * 3)
    engine.save(folder)
    if len(engine) > 400:
        engine = engine.remove(range(300, len(engine)), [["b", "w7"]] * (len(engine) - 300))
        engine.save(folder)
"""


def writer(folder: Path) -> subprocess.Popen[bytes]:
    """A process that saves without end."""
    started = subprocess.Popen([sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE)
    assert started.stdout is not None
    assert started.stdout.readline() == b"ready\n"
    return started


def test_killed_writers_leave_a_whole_generation(tmp_path: Path) -> None:
    """Two writers at once, killed at any moment, and a reader all the while."""
    saved(tmp_path)
    draw = random.Random(5)
    for _ in range(8):
        writers = [writer(tmp_path), writer(tmp_path)]
        for one in writers:
            for _ in range(3):
                assert len(Engine.open(tmp_path)) >= 300
            time.sleep(draw.uniform(0, 0.15))
            one.kill()
            one.communicate()
        engine = Engine.open(tmp_path)
        Engine.verify(tmp_path)
        added = [["b", "w7"]] * (len(engine) - 300)
        assert engine.top(QUERY, 500) == Engine.build(PASSAGES + added).top(QUERY, 500)
    engine.save(tmp_path)
    assert not list(tmp_path.glob(".*"))
    assert len(list(tmp_path.glob("*.generation"))) == 1
