"""What a NATO Admiralty grade says, in words."""

from typing import Final

_SOURCE: Final = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
_INFORMATION: Final = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}


def in_words(grade: str | None) -> str | None:
    """What a grade from ``A1`` to ``F6`` says of the source and of the information, in AJP-2.1's words."""
    return None if grade is None else f"{_SOURCE[grade[0]]}; {_INFORMATION[grade[1]]}"
