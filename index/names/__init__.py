"""How likely two names are spellings of one name, and which names of a list are nearest to one.

Names are read into words, each word into a skeleton of sounds that romanisations agree on, the words of two names are
aligned, and a logistic regression weighs what fits against what does not.
"""

from index.names.likeness import Likeness, likeness
from index.names.lookup import Lookup

__all__ = ["Likeness", "Lookup", "likeness"]
