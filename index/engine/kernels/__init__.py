"""What is compiled: reading texts, counting words and coding postings when building, and finding the best passages.

How the best passages of a segment are found. All codes are upper bounds. With a whole number for the weight of each
term, chosen so that the sum of all terms' greatest contributions fits in 16 bits, a passage's weighed codes add up to a
bound on its score in *units*. The query is read (``question``), and blocks are gone through one after another
(``blocks``):

1. The k-th best score so far is the *target*. A block whose terms' greatest codes do not add up to it is skipped. While
   there is none, the passages of one term with the greatest bounds are scored first.
2. If the lightest terms stay below the target together, a passage that has none of the others cannot reach it
   (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995). They are *looked up* where that
   is cheaper than having them *added up* (``summing``) as the others are.
3. The sums are looked through for those that can still reach the target; the looked-up terms are added to these
   (``candidates``), and what can reach it even then is scored exactly (``scoring``) and, if it is among the k best
   (``heap``), raises the target.

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
