"""What is compiled: reading texts, counting words and coding postings when building, and finding the best passages.

How the best passages of a segment are found. All codes are upper bounds. With a whole number for the weight of each
term, chosen so that the sum of all terms' greatest contributions fits in 16 bits, a passage's weighed codes add up to a
bound on its score in *units*. The query is read (``question``), and blocks are gone through one after another
(``blocks``):

1. The k-th best score so far is the *target*. While there is none, the passages of one term with the greatest bounds
   are scored first. A block whose terms' greatest codes do not add up to the target is skipped.
2. If the lightest terms stay below the target together, a passage that has none of the others cannot reach it
   (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995). The others are *added up*
   (``summing``), and the passages that still can reach the target are noted. The lightest terms are *looked up* in
   these, one term after another, of which each leaves fewer (``candidates``): of 4,300 passages that had one of two
   terms, 524 were left by the first of six stop words, 52 by the second, and 14 by the third.
3. Where looking up is dearer, all terms are added up, and the sums looked through.
4. What can reach the target even then is scored exactly (``scoring``) and, if it is among the k best (``heap``), raises
   the target.

Only ``index.engine.compiled`` imports this package, which imports numba.
"""

from index.engine.kernels.coding import code_row, code_runs
from index.engine.kernels.counting import count, expand, scatter, tally
from index.engine.kernels.cutting import SEPARATOR, collected, cut, kinds, lower, split
from index.engine.kernels.hashing import checksums
from index.engine.kernels.interning import ENTRY, UNKNOWN, add, enlarge, find
from index.engine.kernels.memory import addresses
from index.engine.kernels.octets import BEYOND
from index.engine.kernels.records import Columns
from index.engine.kernels.search import top
from index.engine.kernels.space import MOST, MOST_WORDS, space
from index.engine.kernels.vocabulary import Vocabulary

__all__ = [
    "BEYOND",
    "ENTRY",
    "MOST",
    "MOST_WORDS",
    "SEPARATOR",
    "UNKNOWN",
    "Columns",
    "Vocabulary",
    "add",
    "addresses",
    "checksums",
    "code_row",
    "code_runs",
    "collected",
    "count",
    "cut",
    "enlarge",
    "expand",
    "find",
    "kinds",
    "lower",
    "scatter",
    "space",
    "split",
    "tally",
    "top",
]
