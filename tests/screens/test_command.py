"""The command, as far as it can be tried without taking pictures."""

import os
import subprocess
import sys
from pathlib import Path

from tests.discord.process import ROOT


def test_without_chromium_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.screens", str(tmp_path / "screens")]
    environment = {**os.environ, "PATH": str(tmp_path)}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 2
    assert ended.stderr == (
        "The pictures are taken by Chromium, which is not installed; on Debian: apt install chromium\n"
    )


def test_an_unknown_scene_is_misuse(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.screens", str(tmp_path), "nonsense"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 2
    assert "'nonsense'" in ended.stderr


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    command = [sys.executable, "-m", "tests.screens", str(tmp_path / "file" / "screens")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert str(tmp_path / "file" / "screens") in ended.stderr
