"""Question words as they are mistyped, which the sources cannot put right."""

import re

_VERB = r"(?= (?:did|do|does|is|are|was|were|has|had|have|can|could|will|would|should)\b)"
_SLIPS = {
    "when": r"\b(?:wen|wehn|whne|wheen)\b",
    "where": rf"\b(?:wher|whre|wehre|hwere)\b|^\W*were{_VERB}",
    "how": r"\b(?:hwo|hw|ho)(?= (?:many|mnay|much|muhc|long|old|far|often|big|tall|did|do|does|is|was)\b)",
    "who": r"\b(?:hwo|woh)\b",
    "what": r"\b(?:wat|wot|waht|wht|whta|hwat)\b",
    "why": rf"^\W*(?:y|wy|hwy){_VERB}",
    "which": r"\b(?:wich|whitch|whcih|wihch)\b",
    "many": r"(?<=how )(?:mnay|mny|manny)\b",
    "much": r"(?<=how )(?:muhc|mcuh)\b",
}
_SIGNS = [(word, re.compile(pattern, re.IGNORECASE)) for word, pattern in _SLIPS.items()]


def spelt(text: str) -> str:
    """A question with its question words spelt as they are meant."""
    for word, sign in _SIGNS:
        text = sign.sub(word, text)
    return text
