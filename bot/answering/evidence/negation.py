"""Whether a text denies something."""

import re

_NEGATIVE = re.compile(
    r"\b(?:not|never|no longer|neither|nor|without|cannot|lack(?:s|ed|ing)?|fail(?:s|ed)? to|refus(?:e|es|ed)|denied"
    r"|unable|except|other than|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t"
    r"|couldn['’]t|won['’]t|wouldn['’]t|hasn['’]t|haven['’]t|hadn['’]t)\b",
    re.IGNORECASE,
)


def is_negative(text: str) -> bool:
    """Whether it has a word that denies."""
    return _NEGATIVE.search(text) is not None
