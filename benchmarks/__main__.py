"""``make bench``: every measurement, one after another."""

from benchmarks import actors, answers, dates, events, fit_names, opening, passage_size, retrieval
from benchmarks.speed.__main__ import main as speed

if __name__ == "__main__":
    print("The answerer's weights: fitted on one half, reported on both")
    answers.main()
    print("\nThe passages' size")
    passage_size.main()
    print("\nFinding passages")
    retrieval.main()
    print("\nThe index on disk")
    opening.main(20_000)
    print("\nActors and names")
    actors.main()
    fit_names.main()
    print("\nTime expressions")
    dates.main()
    print("\nEvents")
    events.main()
    print("\nSpeed; a million passages and the growth take --all: python -m benchmarks.speed --all")
    speed([])
