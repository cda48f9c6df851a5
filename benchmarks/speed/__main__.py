"""Measures and prints."""

import argparse
import gc
import os
import platform
import sys
import tempfile
import time
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from importlib import metadata
from itertools import islice
from pathlib import Path

from benchmarks.speed import __doc__ as about
from benchmarks.speed import corpora
from benchmarks.speed.asking import ask_in_turn, quantile, ratio
from benchmarks.speed.engines import ENGINES, Ask, check, missing, warm
from benchmarks.speed.growth import plot
from benchmarks.speed.limit import bandwidth, touched
from benchmarks.speed.opening import NAMES, opening
from benchmarks.speed.table import CONTENT, STOPPED, Measured, table
from index.engine import Engine

QUERIES = 400
SIZES = (10_000, 100_000)
ALL = (*SIZES, 1_000_000)
GROWTH = (10_000, 30_000, 100_000, 300_000, 1_000_000, 4_000_000)
RANK_BM25_UP_TO = 100_000
OPENED_FROM = 100_000
PLOT = Path(__file__).resolve().parents[2] / "docs" / "growth.png"


def built(names: Sequence[str], texts: list[str], folder: Path, measured: Measured) -> dict[str, Ask]:
    """Builds and saves an index with each engine, and prints how long that took."""
    asks, wall, processor = {}, {}, {}
    for name in names:
        gc.collect()
        begun = time.perf_counter(), time.process_time()
        asks[name] = ENGINES[name](texts, folder / name)
        wall[name], processor[name] = time.perf_counter() - begun[0], time.process_time() - begun[1]
        shown = (f"{own[name]:.2f} s ({own[name] / own['ours']:.1f}x)" for own in (wall, processor))
        print(f"  {name}: from text to a saved index, and processor time of it: {', '.join(shown)}", flush=True)
    measured.wall.update({name: value / wall["ours"] for name, value in wall.items()})
    measured.processor.update({name: value / processor["ours"] for name, value in processor.items()})
    return asks


def compare(size: int, folder: Path, peers: Collection[str]) -> Measured:
    """Measures all engines on one corpus, and prints each figure as it comes."""
    print(f"\n{size:,} passages", flush=True)
    corpora.write(folder / "texts", size)
    texts = list(corpora.read(folder / "texts"))
    check(texts[:200])
    queries = corpora.queries(texts, QUERIES)
    names = [
        name
        for name in ENGINES
        if name == "ours" or (name in peers and (size <= RANK_BM25_UP_TO or name not in ("plain", "rank-bm25")))
    ]
    print(f"  {sum(map(len, texts)) / 1e6:,.0f} MB of text", flush=True)
    measured = Measured()
    asks = built(names, texts, folder, measured)
    del texts
    for kind, some in ((CONTENT, queries.content), (STOPPED, queries.stopped)):
        times = ask_in_turn(asks, some)
        for share in (50, 99):
            measured.asking[kind, share] = {one: ratio(times, one, share) for one in names}
            shown = (f"{one} {quantile(times, one, share):.3f} ({ratio(times, one, share):.1f}x)" for one in names)
            print(f"  ms a query, {kind}, p{share}: " + ", ".join(shown), flush=True)
        read = touched(folder / "ours", some)
        rate = read / times["ours"].mean()
        print(f"  {kind}: {read / 1e6:.2f} MB a query to read at most, {rate / 1e9:.1f} GB/s; memory gives "
              f"{bandwidth() / 1e9:.1f} GB/s")  # fmt: skip
    asks.clear()
    gc.collect()
    size_on_disk = sum(file.stat().st_size for file in (folder / "ours").iterdir())
    print(f"  ours on disk: {size_on_disk / size:.0f} bytes a passage")
    # Of fewer, it is their libraries that are measured.
    for name in (one for one in NAMES if one.partition(",")[0] in names and size >= OPENED_FROM):
        found = opening(name, folder / name.partition(",")[0], queries.stopped)
        measured.memory[name], measured.own[name] = found.memory / size, found.own / size
        measured.first[name] = found.first
        print(f"  fresh process, {name}: opened in {found.opened:.3f} s, first after {found.first:.3f} s; bytes a "
              f"passage {found.memory / size:.0f}, not shareable {found.own / size:.0f}", flush=True)  # fmt: skip
    return measured


def grow(size: int, folder: Path) -> dict[str, float]:
    """Ours alone, at one size."""
    corpora.write(folder / "texts", size)
    queries = corpora.queries(list(islice(corpora.read(folder / "texts"), 50_000)), QUERIES)
    begun = time.process_time()
    Engine.build_texts(corpora.read(folder / "texts"), worth=0).save(folder / "ours")
    found = {"build": time.process_time() - begun}
    engine = Engine.open(folder / "ours", worth=0)
    for kind, some in (("content", queries.content), ("with stop words", queries.stopped)):
        times = ask_in_turn({"ours": lambda query: engine.top(query, 10)}, some)
        for share in (50, 99):
            found[f"p{share} {kind}"] = quantile(times, "ours", share)
    print(f"{size:>9,} passages: " + ", ".join(f"{name} {value:.3f}" for name, value in found.items()), flush=True)
    return found


def machine() -> str:
    """What is measured on and with."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    name = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    packages = ("numpy", "numba", "bm25s", "tantivy", "rank-bm25")
    versions = ", ".join(f"{one} {metadata.version(one)}" for one in packages)
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    today = datetime.now(UTC).date()
    return f"{today}, {name}, {os.cpu_count()} cores, {load}, Python {platform.python_version()}, {versions}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=about)
    parser.add_argument("sizes", nargs="*", type=int, help="passages of the corpora; 10,000 and 100,000 if not said")
    parser.add_argument("--all", action="store_true", help="a million as well, and the growth up to four million")
    peers = [name for name in ENGINES if name != "ours"]
    parser.add_argument(
        "--peers", nargs="*", choices=peers, default=peers, help="what to compare with; all if not said"
    )
    parser.add_argument("--growth", nargs="*", type=int, help="draw the growth, at these sizes if any are said")
    chosen = parser.parse_args(arguments)
    if absent := missing():
        sys.exit(f"Not measured: {', '.join(absent)} not installed (pip install '.[fast,bench]').")
    print(machine())
    with tempfile.TemporaryDirectory() as kept:
        warm(Path(kept))
    measured = {}
    for size in chosen.sizes or (() if chosen.growth is not None else ALL if chosen.all else SIZES):
        with tempfile.TemporaryDirectory() as kept:
            measured[size] = compare(size, Path(kept), chosen.peers)
    if measured:
        print(f"\n{table(measured)}", flush=True)
    if chosen.all or chosen.growth is not None:
        found = {}
        for size in chosen.growth or GROWTH:
            with tempfile.TemporaryDirectory() as kept:
                found[size] = grow(size, Path(kept))
        plot(found, PLOT)


if __name__ == "__main__":
    main()
