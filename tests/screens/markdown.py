"""Discord's markdown, read as its client reads it: rules in order at each place, the first that fits takes its text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from re import Match, Pattern

from .surroundings import Surroundings
from .tags import Html, join
from .tags import text as plain


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a text.

    Attributes:
        around: What mentions and the like resolve to.
        blocks: Rules that hold at the beginning of a line.
        spans: Rules that hold anywhere.
        in_link: Whether this is a link's own text, in which there are no further links.
    """

    around: Surroundings
    blocks: Sequence["Rule"]
    spans: Sequence["Rule"]
    in_link: bool = False

    def read(self, source: str) -> Html:
        """The text as HTML."""
        parts: list[Html] = []
        at = waiting = 0
        while at < len(source):
            found = self._first(source, at)
            if found is None:
                at += 1
                continue
            rule, match = found
            parts += [plain(source[waiting:at]), rule.show(match, self)]
            at = waiting = match.end()
        return join([*parts, plain(source[waiting:])])

    def inside(self, source: str, *, in_link: bool = False) -> Html:
        """A text within a span, where no block begins."""
        return replace(self, blocks=(), in_link=self.in_link or in_link).read(source)

    def _first(self, source: str, at: int) -> tuple["Rule", Match[str]] | None:
        at_line_start = at == 0 or source[at - 1] == "\n"
        for rule in (*(self.blocks if at_line_start else ()), *self.spans):
            if self.in_link and rule.links:
                continue
            match = rule.pattern.match(source, at)
            if match is not None and match.end() > at:
                return rule, match
        return None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a piece of text looks like, and how it is shown.

    Attributes:
        pattern: Matches at the place where the piece begins.
        show: Makes HTML of the match.
        links: Whether it makes a link.
    """

    pattern: Pattern[str]
    show: Callable[[Match[str], Reader], Html]
    links: bool = False
