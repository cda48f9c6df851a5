"""Questions about what came next, or before: they go on from where the last answer stands."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """Which side of what was told."""

    AFTER = "after"
    BEFORE = "before"


_AMOUNT = re.compile(
    r"\b(?:an?|half|few|several|some|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\b(?:second|minute|hour|day|morning|evening|night|week|month|year)s?\b",
    re.IGNORECASE,
)
_SPAN = r"(?:seconds?|minutes?|hours?|days?|mornings?|evenings?|nights?|weeks?|months?|years?)"
_SIGNS = {
    Order.AFTER: re.compile(
        r"\b(?P<frame>next|then|afterwards?|thereafter|after (?:that|this|it)|since then)\W*$"
        rf"|\b{_SPAN} (?P<later>later|after)\W*$|\b(?P<next>next|following) {_SPAN}\b",
        re.IGNORECASE,
    ),
    Order.BEFORE: re.compile(
        r"\b(?P<frame>before (?:that|this|it|then)|previously|until then|beforehand)\b"
        rf"|\b{_SPAN} (?P<earlier>before|earlier)\W*$|\b(?P<previous>previous) {_SPAN}\b",
        re.IGNORECASE,
    ),
}
_ELSE = re.compile(r"\b(?:else|besides|apart from)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\W*(?:(?:please |can you |could you )?(?:tell|show|give) me )?(?:something |anything |some |any )?more"
    r"(?: (?:about|on|of) (?:it|that|this|him|her|them))?\W*|\W*(?:go on|continue|carry on)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Onward:
    """That a question goes on in time.

    Attributes:
        order: Which side of what was told it asks about.
        rest: The question without the word that says so.
    """

    order: Order
    rest: str

    @property
    def matter(self) -> str:
        """What it asks of beside the time: nothing of "what happened two days later?"."""
        return _AMOUNT.sub(" ", self.rest)


def onward(text: str) -> Onward | None:
    """Which side of what was told a question asks about; None where it asks about none."""
    for order, sign in _SIGNS.items():
        found = sign.search(text)
        if found is not None:
            group = found.lastgroup or "frame"
            return Onward(order, text[: found.start(group)] + text[found.end(group) :])
    return None


def asks_for_more(text: str) -> bool:
    """Whether the last question is asked once more, for what was not told yet: "tell me more"."""
    return _MORE.fullmatch(text) is not None


def asks_for_others(text: str) -> bool:
    """Whether a question asks for what was not told yet: "who else"."""
    return _ELSE.search(text) is not None
