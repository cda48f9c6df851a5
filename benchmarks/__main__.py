"""``make bench``: the two tables in README, printed anew; with ``--all`` every measurement there is.

Each part is a process of its own, whose output is shown as it comes. One that fails, or lacks what it measures, does
not lose the others; the last lines say which did, and the exit status is then 1.

    python -m benchmarks [--all]
"""

import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A measurement.

    Attributes:
        title: What it measures.
        command: The module and its arguments.
    """

    title: str
    command: tuple[str, ...]


HEADLINES = (
    Part("Speed: ten and a hundred thousand passages", ("benchmarks.speed",)),
    Part("Speed: a million passages, against tantivy alone", ("benchmarks.speed", "1000000", "--peers", "tantivy")),
    Part("Finding passages", ("benchmarks.retrieval",)),
)
"""Some ten minutes on two cores that do nothing else. bm25s takes twelve more to index a million passages."""

FURTHER = (
    Part("Speed: a million passages, against all", ("benchmarks.speed", "1000000")),
    Part("Speed: the growth up to four million passages", ("benchmarks.speed", "--growth")),
    Part("The index on disk", ("benchmarks.opening",)),
    Part("The passages' size", ("benchmarks.passage_size",)),
    Part("Answers", ("benchmarks.answers",)),
    Part("Follow-ups", ("benchmarks.conversations",)),
    Part("Actors", ("benchmarks.actors",)),
    Part("Two men of one name", ("benchmarks.namesakes",)),
    Part("Names", ("benchmarks.names",)),
    Part("Time expressions", ("benchmarks.dates",)),
    Part("Events", ("benchmarks.events",)),
)
"""Hours."""


def measured(part: Part) -> bool:
    """Runs a part; whether it did what it was to do."""
    print(f"\n## {part.title}\n\n    python -m {' '.join(part.command)}\n", flush=True)
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-m", *part.command], check=False)  # noqa: S603  # our own modules
    print(f"\n({time.monotonic() - began:.0f} s)", flush=True)
    return done.returncode == 0


def main() -> None:
    """Measures."""
    parts = HEADLINES + (FURTHER if "--all" in sys.argv[1:] else ())
    failed = [part.title for part in parts if not measured(part)]
    if failed:
        sys.exit(f"\nNot measured, or not whole: {'; '.join(failed)}.")


if __name__ == "__main__":
    main()
