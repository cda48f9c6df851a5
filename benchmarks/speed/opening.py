"""Opening a saved index and asking it, in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# numba imports what it has for arrays when the first kernel is loaded, and with it scipy, which bm25s brings along.
_LOAD = {
    "ours": """
from pathlib import Path
from index.engine import Engine
from index.engine.compiled import kernels
kernels()
import numba.np.arraymath
def load(folder):
    engine = Engine.open(Path(folder), worth=0)
    return lambda query: engine.top(query, 10)
""",
    "bm25s": """
import bm25s, numba
def load(folder):
    model = bm25s.BM25.load(folder, mmap=False)
    model.backend = "numba"
    return lambda query: model.retrieve([query], k=10, n_threads=1, show_progress=False)
""",
    "bm25s, mapped": """
import bm25s, numba
def load(folder):
    model = bm25s.BM25.load(folder, mmap=True)
    model.backend = "numba"
    return lambda query: model.retrieve([query], k=10, n_threads=1, show_progress=False)
""",
}
_MEASURE = """
import json, sys, time
def memory():
    fields = dict(line.split(":") for line in open("/proc/self/smaps_rollup").read().splitlines()[1:])
    return [int(fields[name].split()[0]) * 1024 for name in ("Rss", "Anonymous")]
queries = json.loads(sys.stdin.read())
before = memory()
begun = time.perf_counter()
ask = load(sys.argv[1])
opened = time.perf_counter() - begun
ask(queries[0])
first = time.perf_counter() - begun
for query in queries: ask(query)
after = memory()
print(json.dumps([opened, first, after[0] - before[0], after[1] - before[1]]))
"""

NAMES = tuple(_LOAD)


@dataclass(frozen=True, slots=True)
class Opened:
    """What it took.

    Attributes:
        opened: Seconds, imports aside.
        first: Seconds until the first answer was there.
        memory: Bytes resident after all queries, what was before aside.
        own: Of them those that no other process could share.
    """

    opened: float
    first: float
    memory: int
    own: int


def opening(name: str, folder: Path, queries: Sequence[list[str]]) -> Opened:
    """Opens an engine's index in a fresh process and asks it all queries."""
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", _LOAD[name] + _MEASURE, str(folder)],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
    )
    return Opened(*json.loads(done.stdout.splitlines()[-1]))
