"""What it costs to make an index, to add, change and remove a document, and to open it and give a first answer.

The corpus is text files of about so many passages, no two alike: sentences drawn from the pairs of words of the
evaluation sets. Each figure is that of a process of its own.

    python -m benchmarks.opening [PASSAGES]
"""

import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.sets import SHARED
from bot.evaluation.judgements import Judgements

SETS = ("time63", "rtqa_2022_24", "scifact", "cranfield", "squad2_visible")
PASSAGES = 100_000
"""As many as the documents of a large investigation."""
_PER_DOCUMENT = 5
_SENTENCES = 5
_STRAY = 0.07
"""Share of words that follow none of the words they follow in the sets, lest long stretches recur."""

_INDEX = """
import sys, time
from importlib import import_module
from pathlib import Path
from index.annotations import ANNOTATORS
from index.opening import open_sources
# What is imported when the first document is read.
for module in ANNOTATORS.values(): import_module(module)
began, spent = time.perf_counter(), time.process_time()
opened = open_sources(Path(sys.argv[1]), Path(sys.argv[2]), note=lambda _: None, processes=int(sys.argv[3]) or None)
taken = time.perf_counter() - began
"""

_ASK = """
import sys, time
from pathlib import Path
taken, last, spent = {}, (time.perf_counter(), time.process_time()), 0.0
def lap(name):
    global last
    now = time.perf_counter(), time.process_time()
    taken[name], last = (now[0] - last[0], now[1] - last[1]), now
from bot.footnote import Footnote
from index.folder import scan
lap("importing")
scan(Path(sys.argv[1]))
lap("looking at the folder")
footnote = Footnote.open(Path(sys.argv[1]), Path(sys.argv[2]), note=print)
lap("opening, another look at the folder included")
footnote.ask("Who was elected president of the council?")
lap("the first answer")
footnote.ask("When did the second treaty fail?")
lap("the second answer")
footnote.search("mice with inflamed lungs", 10)
lap("the first search")
footnote.search("pressure on a thin wing", 10)
lap("the second search")
"""

_RUNNING = """
import sys, time
from pathlib import Path
from bot.footnote import Footnote
taken, last, spent = {}, (time.perf_counter(), time.process_time()), 0.0
def lap(name):
    global last
    now = time.perf_counter(), time.process_time()
    taken[name], last = (now[0] - last[0], now[1] - last[1]), now
corpus, index = map(Path, sys.argv[1:])
footnote = Footnote.open(corpus, index, note=lambda _: None)
footnote.ask("Who was elected president of the council?")
late = corpus / "folder3" / "late.txt"
def look():
    global footnote
    footnote = Footnote.open(corpus, index, note=lambda _: None, before=footnote)
def come(text):
    late.write_text(text)
    look()
    footnote.ask("Who met the harbour master?")
come("Nobody met the harbour master.")
lap("before")
look()
lap("a running process: a look, nothing has changed")
come("A late report: the mayor met the harbour master, and both said nothing.")
lap("a running process: one changed, and an answer")
late.unlink()
look()
lap("a running process: one less")
come("A late report: the mayor met the harbour mistress, and both said nothing.")
lap("a running process: one more, and an answer")
late.unlink()
look()
del taken["before"]
"""

_REPORT = """
import json, resource
status = dict(line.split(":", 1) for line in open("/proc/self/status").read().splitlines())
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "taken": taken,
    "processor": sum(one.ru_utime + one.ru_stime for one in (own, others)) - spent,
    "most": max(own.ru_maxrss, others.ru_maxrss) / 1024,
    "own": int(status["RssAnon"].split()[0]) / 1024,
    "mapped": int(status["RssFile"].split()[0]) / 1024,
}))
"""


def main(passages: int = PASSAGES) -> None:
    """Makes a corpus and prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        write(corpus, passages)
        for processes in (1, 2):
            made = measured(_INDEX, corpus, Path(folder) / f"index{processes}", str(processes))
            told(f"an index of {passages:,} passages, {processes} process{'es' if processes > 1 else ''}", made)
        (Path(folder) / "index2").rename(index)
        size = sum(file.stat().st_size for file in index.iterdir())
        print(f"{'its size':52}{size / passages:8.0f} bytes a passage")
        late = corpus / "folder3" / "late.txt"
        for what, who in (("more", "mayor"), ("changed", "mayoress")):
            late.write_text(f"A late report: the {who} met the harbour master, and both said nothing.")
            told(f"one document {what}", measured(_INDEX, corpus, index, "0"))
        late.unlink()
        told("one document less", measured(_INDEX, corpus, index, "0"))
        laps(measured(_RUNNING, corpus, index))
        asked = measured(_ASK, corpus, index)
        laps(asked)
        print(f"{'memory of its own, and mapped':52}{asked['own']:8.0f} MB{asked['mapped']:8.0f} MB")


def told(name: str, made: dict[str, Any]) -> None:
    """Prints what a process took."""
    print(f"{name:52}{made['taken']:8.2f} s{made['processor']:8.1f} s of processor{made['most']:8.0f} MB", flush=True)


def laps(found: dict[str, Any]) -> None:
    """Prints what the parts of a process took."""
    for name, (seconds, processor) in found["taken"].items():
        print(f"{name:52}{seconds:8.3f} s{processor:8.3f} s of processor", flush=True)


def measured(code: str, *arguments: str | Path) -> dict[str, Any]:
    """What some code took in a process of its own."""
    command = [sys.executable, "-c", code + _REPORT, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own code
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def write(corpus: Path, passages: int) -> None:
    """Writes text files of about so many passages."""
    given = [document.text for name in SETS for document in Judgements.read(SHARED / "data" / name).documents]
    words = sentences(" ".join(given).split())
    for at in range(-(-passages // _PER_DOCUMENT)):
        file = corpus / f"folder{at % 7}" / f"document{at:07}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = (" ".join(next(words) for _ in range(_SENTENCES)) for _ in range(_PER_DOCUMENT))
        file.write_text("\n\n".join(paragraphs))


def sentences(words: list[str]) -> Iterator[str]:
    """Sentences without end, like those of a text by their pairs of words."""
    drawn = random.Random(1)  # noqa: S311 - no secret
    following: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in itertools.pairwise(words):
        following[one].append(other)
    word = words[0]
    while True:
        said = []
        for _ in range(drawn.randint(8, 30)):
            word = drawn.choice(words if drawn.random() < _STRAY else following[word] or words)
            said.append(word.strip('.!?"'))
        yield " ".join(said).strip().capitalize() + "."


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
