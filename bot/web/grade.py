"""What a NATO Admiralty grade says, in words."""

from typing import Final

from bot.languages import Language, phrase

_SOURCE: Final = {
    "A": phrase("completely reliable"),
    "B": phrase("usually reliable"),
    "C": phrase("fairly reliable"),
    "D": phrase("not usually reliable"),
    "E": phrase("unreliable"),
    "F": phrase("reliability cannot be judged"),
}
_INFORMATION: Final = {
    "1": phrase("confirmed by other sources"),
    "2": phrase("probably true"),
    "3": phrase("possibly true"),
    "4": phrase("doubtful"),
    "5": phrase("improbable"),
    "6": phrase("truth cannot be judged"),
}


def in_words(grade: str | None, language: Language) -> str | None:
    """What a grade from ``A1`` to ``F6`` says of the source and of the information, in English in AJP-2.1's words."""
    if grade is None:
        return None
    return language.separated([language.say(_SOURCE[grade[0]]), language.say(_INFORMATION[grade[1]])])
