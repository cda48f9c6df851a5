"""Numba is imported where it pays and nowhere else, and what it compiled once is not compiled again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.engine import Engine
from index.engine.compiled import kernels

pytestmark = pytest.mark.xdist_group("kernels")

compiled = pytest.mark.skipif(kernels() is None, reason="numba is not installed")

ASK = """
import sys
from index.engine import Engine
worth = int(sys.argv[1])
engine = Engine.build([["a", "b"], ["a"]] * 5, worth=worth)
assert [hit.position for hit in engine.top(["b"], 2)] == [0, 2]
assert Engine.build_texts(["a pear", "pears"], worth=worth).top(["pear"], 1)
"""


def ask(script: str, worth: int = 0, cwd: Path | None = None, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ASK + script, str(worth)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_small_corpus_does_not_import_numba() -> None:
    assert ask("print('numba' in sys.modules)", worth=11) == "False"


def test_without_numba_everything_works(tmp_path: Path) -> None:
    (tmp_path / "numba.py").write_text("raise ImportError('not here')")
    script = "print(engine._fast)"
    assert ask(script, PYTHONPATH=os.pathsep.join([str(tmp_path), *filter(None, sys.path)])) == "None"


@compiled
def test_a_second_process_does_not_compile() -> None:
    Engine.build([["a", "b"], ["a"]] * 5, worth=0).top(["b"], 2)
    Engine.build_texts(["a pear", "pears"], worth=0)
    script = (
        "from index.engine.compiled import kernels\n"
        "stats = [getattr(kernels(), name).stats for name in ('count', 'scatter', 'top', 'cut', 'find', 'expand')]\n"
        "print(all(one.cache_hits for one in stats), any(one.cache_misses for one in stats))"
    )
    assert ask(script) == "True False"


@compiled
def test_compiled_code_is_not_kept_for_other_source(tmp_path: Path) -> None:
    """A kernel holds other files' code, which numba itself does not look at."""
    script = "import index.engine.compiled as c\nprint(c._folder('/x'))"
    own = ask(script)
    shutil.copytree(
        Path(__file__).parents[2] / "index", tmp_path / "index", ignore=shutil.ignore_patterns("__pycache__")
    )
    assert ask(script, worth=11, cwd=tmp_path) == own
    formula = tmp_path / "index/engine/formula.py"
    formula.write_text(f"{formula.read_text()}\n# changed\n")
    assert ask(script, worth=11, cwd=tmp_path) != own
