"""``make bench``: every measurement, one after another."""

from benchmarks import actors, dates, events, fit_answers, fit_names, opening, passage_size, retrieval

if __name__ == "__main__":
    print("The answerer's weights: fitted on one half, reported on both")
    fit_answers.main()
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
