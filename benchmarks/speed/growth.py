"""How the time of a query and of building grows with the corpus, as a plot."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

Measured = Mapping[str, float]

KINDS = ("p50 content", "p99 content", "p50 with stop words", "p99 with stop words")


def plot(found: Mapping[int, Measured], file: Path) -> None:
    """Draws what was found for each size, beside lines of growth in proportion to the corpus."""
    matplotlib: Any = import_module("matplotlib")
    matplotlib.use("Agg")
    pyplot: Any = import_module("matplotlib.pyplot")
    sizes = sorted(found)
    figure, (asking, building) = pyplot.subplots(1, 2, figsize=(11, 4.2))
    for kind in KINDS:
        asking.loglog(sizes, [found[size][kind] for size in sizes], marker="o", label=kind)
    building.loglog(sizes, [found[size]["build"] for size in sizes], marker="o", label="read, build and save")
    for axis, kind, unit in ((asking, KINDS[0], "ms a query"), (building, "build", "s of processor time")):
        last = found[sizes[-1]][kind]
        line = [last * size / sizes[-1] for size in sizes]
        axis.loglog(sizes, line, "k:", label="in proportion to the corpus")
        axis.set(xlabel="passages", ylabel=unit)
        axis.grid(visible=True, which="both", alpha=0.25)
        axis.legend(fontsize=8)
    figure.tight_layout()
    file.parent.mkdir(exist_ok=True)
    figure.savefig(file, dpi=120, metadata={"Software": None})
