"""The other languages: their words from catalogues, their plurals, numbers, lists and dates from Unicode's CLDR."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from bot.languages.language import ENGLISH, Language
from bot.languages.saying import phrase

_ISOLATE, _END_OF_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
COMMANDS: Final = "command"
"""The context in catalogues of what Discord takes as names only: short, in small letters, without spaces."""

_DIGITS: Final = phrase("0123456789")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Translated(Language):
    """A language that has a catalogue."""

    def __init__(self, code: str, words: GNUTranslations, commands: Mapping[str, str] = MappingProxyType({})) -> None:
        """Takes its ISO 639 code and its catalogue, and the commands as ``Language`` does."""
        super().__init__(commands)
        self._locale = Locale.parse(code)
        self._words = words
        self._own_digits = str.maketrans(_DIGITS, words.gettext(_DIGITS))
        self.code = code
        self.name = self._locale.display_name or code
        self.leftward = self._locale.text_direction == "rtl"

    def calling(self, commands: Mapping[str, str]) -> "Translated":
        """The same language in which commands are named otherwise."""
        return Translated(self.code, self._words, commands)

    def command_word(self, word: str) -> str:
        """The name of a command, of an option or of an entry in a message's menu."""
        return self._words.pgettext(COMMANDS, word)

    def number(self, number: int) -> str:
        """A number in the language's digits, grouped as it groups them."""
        return self.digits(format_decimal(number, locale=self._locale))

    def share(self, part: float) -> str:
        """A part of one as a percentage."""
        return self.digits(format_percent(part, locale=self._locale))

    def listed(self, items: Sequence[str], *, either: bool = False) -> str:
        """Items one after another, each set apart where that takes an isolate."""
        return format_list([self.isolated(item) for item in items], "or" if either else "standard", self._locale)

    def day(self, day: date) -> str:
        """A day, in full."""
        return self.digits(format_date(day, "long", self._locale))

    def day_of_year(self, day: date) -> str:
        """A day without its year."""
        return self.digits(format_skeleton("MMMMd", day, locale=self._locale))

    def month(self, day: date) -> str:
        """A day's month."""
        return self.digits(format_skeleton("yMMMM", day, locale=self._locale))

    def short_month(self, day: date) -> str:
        """The same in short, and without its year."""
        return self.digits(format_skeleton("MMM", day, locale=self._locale))

    def digits(self, text: str) -> str:
        """Text with the digits that the language's catalogue has for ours."""
        return text.translate(self._own_digits)

    def iso(self, text: str) -> str:
        """A date in ISO 8601 in words, as precise as it is."""
        found = _ISO.fullmatch(text)
        try:
            known = date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
        except ValueError:
            return text
        if found is None or known is None:
            return text
        return self.day(known) if found[3] else self.month(known) if found[2] else self.digits(text)

    def isolated(self, text: str) -> str:
        """Text in an isolate, so that what is written left to right does not reorder what stands around it.

        What runs as the language does stands free, for a line's direction is that of its first letter outside isolates.
        """
        astray = self.leftward and any(unicodedata.bidirectional(character) == "L" for character in text)
        return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if astray else text

    def _translated(self, text: str) -> str:
        return self._words.gettext(text)

    def _numbered(self, number: int, one: str, many: str) -> str:
        return self._words.ngettext(one, many, number)


def languages() -> dict[str, Language]:
    """All languages by their codes, English first."""
    folder = files("bot.languages")
    codes = sorted(file.name.removesuffix(".po") for file in folder.iterdir() if file.name.endswith(".po"))
    found = {code: Translated(code, _catalogue(folder.joinpath(f"{code}.po").read_bytes())) for code in codes}
    return {ENGLISH.code: ENGLISH, **found}


def _catalogue(po: bytes) -> GNUTranslations:
    """A catalogue as gettext reads it; Babel refuses what is no catalogue."""
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(po), abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
