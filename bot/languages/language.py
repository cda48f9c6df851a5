"""A language that Footnote speaks, and English, which is the one its code is written in."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from bot.languages.saying import Part, Saying

_MONTHS: Final = "January February March April May June July August September October November December".split()


class Language:
    """English; what another language has otherwise, ``bot.languages.translated`` says.

    Attributes:
        code: ISO 639, as the file of its words is called.
        name: As those call it who speak it.
        leftward: Whether it is written from right to left.
    """

    code: str = "en"
    name: str = "English"
    leftward: bool = False

    def __init__(self, commands: Mapping[str, str] = MappingProxyType({})) -> None:
        """Takes what a sentence says for a command, such as ``</ask:123>`` for ``ask``, which Discord makes a link."""
        self._commands = commands

    def calling(self, commands: Mapping[str, str]) -> "Language":
        """The same language in which commands are named otherwise."""
        return Language(commands)

    def say(self, text: str, /, **parts: Part) -> str:
        """A sentence.

        Args:
            text: In English, with ``{gaps}``; a gap such as ``{/ask}`` is a command's.
            parts: What stands in the gaps.
        """
        return self._filled(self._translated(text), parts)

    def tell(self, saying: Saying) -> str:
        """A sentence that was to be said."""
        return self.say(saying.text, **saying.parts)

    def plural(self, number: int, one: str, many: str, /, **parts: Part) -> str:
        """A sentence with a number of things; the number stands in the gap ``{n}``."""
        return self._filled(self._numbered(number, one, many), {"n": number, **parts})

    def command_word(self, word: str) -> str:
        """The name of a command, of an option or of an entry in a message's menu."""
        return word

    def number(self, number: int) -> str:
        """A number in digits."""
        return f"{number:,}"

    def share(self, part: float) -> str:
        """A part of one as a percentage."""
        return f"{part:.0%}"

    def separated(self, items: Sequence[str]) -> str:
        """Items one after another, with the language's comma between them."""
        return self.say(", ").join(items)

    def listed(self, items: Sequence[str], *, either: bool = False) -> str:
        """Items one after another, before the last an "and", or an "or"."""
        *others, last = items
        return f"{', '.join(others)} {'or' if either else 'and'} {last}" if others else last

    def day(self, day: date) -> str:
        """A day: 20 January 2007."""
        return f"{day.day} {self.month(day)}"

    def day_of_year(self, day: date) -> str:
        """A day without its year: 20 January."""
        return f"{day.day} {_MONTHS[day.month - 1]}"

    def month(self, day: date) -> str:
        """A day's month: January 2007."""
        return f"{_MONTHS[day.month - 1]} {day.year}"

    def short_month(self, day: date) -> str:
        """The same in short, and without its year: Jan."""
        return _MONTHS[day.month - 1][:3]

    def digits(self, text: str) -> str:
        """Text of our own with its digits as the language has them: years, which nobody groups."""
        return text

    def iso(self, text: str) -> str:
        """A date in ISO 8601 as a footnote has it; whatever is none stays as it is."""
        return text

    def isolated(self, text: str) -> str:
        """Text that stands amid the language's own; only what is written right to left sets it apart."""
        return text

    def _translated(self, text: str) -> str:
        return text

    def _numbered(self, number: int, one: str, many: str) -> str:
        return one if number == 1 else many

    def _filled(self, text: str, parts: Mapping[str, Part]) -> str:
        return text.format_map(_Gaps(self, parts))

    def written(self, part: Part) -> str:
        """What stands in a gap, as it is to stand there."""
        return self.number(part) if isinstance(part, int) else self.isolated(part)

    def command(self, name: str) -> str:
        """What a sentence says for a command; its name where nothing more is known of it."""
        return self.isolated(self._commands.get(name, f"/{name}"))


class _Gaps(dict[str, str]):
    """What stands in the gaps of a sentence."""

    def __init__(self, language: Language, parts: Mapping[str, Part]) -> None:
        super().__init__({name: language.written(part) for name, part in parts.items()})
        self._language = language

    def __missing__(self, gap: str) -> str:
        if not gap.startswith("/"):
            raise KeyError(gap)
        return self._language.command(gap[1:])


ENGLISH: Final = Language()
