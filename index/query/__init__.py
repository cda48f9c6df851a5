"""The query language of search.

======================  ================================================================================================
``raid Karbala``        passages with any of the words, in any inflection, best first
``"Hajj Yusif"``        these words one after another, not inflected; case, accents and apostrophes do not matter
``"raid Karbala"~10``   these words within ten words of one another, in any order and inflection
``-word``               not with this; also before a phrase, a field or a group
``raid OR attack``      with at least one of them; OR binds the two pieces beside it, parentheses make one piece of many
``milit*``              with a word that begins so
``actor:"Hajj Yusif"``  naming this actor, by whatever name
``source:``             of the document with this id, else of those with this in their title or id
``publisher:``          of documents whose publisher's name has this; likewise ``collection:``
``from:2004-06``        of documents dated so or later, as far as their date tells; likewise ``to:``
======================  ================================================================================================

What cannot be understood is searched as plain words, and a note tells the reader so.
"""

from index.query.dates import Span
from index.query.notes import Note
from index.query.parser import parse
from index.query.query import Query
from index.query.tree import (
    FIELDS,
    Actor,
    Bound,
    Compound,
    Either,
    Every,
    Field,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Word,
    leaves,
)

__all__ = [
    "FIELDS",
    "Actor",
    "Bound",
    "Compound",
    "Either",
    "Every",
    "Field",
    "Near",
    "Node",
    "Not",
    "Note",
    "Phrase",
    "Prefix",
    "Query",
    "Span",
    "Word",
    "leaves",
    "parse",
]
