"""``make bench``: every measurement, one after another."""

from benchmarks import fit_answers, passage_size

if __name__ == "__main__":
    print("The answerer's weights: fitted on one half, reported on both")
    fit_answers.main()
    print("\nThe passages' size")
    passage_size.main()
