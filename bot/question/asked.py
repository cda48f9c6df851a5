"""The kinds of thing that a question may ask for."""

from enum import StrEnum


class Asked(StrEnum):
    """The kind of thing that is asked for. The narrower kinds stand before the wider: the first that fits decides."""

    DURATION = "how long"
    WHEN = "when"
    WHY = "why"
    QUANTITY = "how many"
    WHERE = "where"
    SAME = "whether it is the same"
    ALIAS = "under which other name"
    BODY = "which body"
    WHO = "who"
    LIST = "which ones"
    HOW = "how"
    WHETHER = "whether"
    WHAT = "what"
