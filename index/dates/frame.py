"""The scene of what follows a date at the head of a sentence: "In 2005, ..."."""

from dataclasses import dataclass, replace

from index.dates.calendar import Grain, Stretch
from index.dates.tense import Tense

REACH = 90
"""In news, for how many words a date at the head of a sentence ("In 2005, ...") or a past day told in full is the scene
of what follows. Value F1 is .870 up to 30 words and .874 from 60 to 150 (developed-on half of MEANTIME); paragraphs of
some 90 words in the project's own texts go on with the day told in them."""
SCENE_DAYS = 366
"""How far on the next date of the same scene lies at most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A scene.

    Attributes:
        place: The token after its date.
        stretch: The date.
        said: Whether that says itself when it was, and is not reckoned from another.
    """

    place: int
    stretch: Stretch
    said: bool = True

    def reaches(self, place: int) -> bool:
        """Whether a token is not far from it."""
        return place - self.place <= REACH

    def holds(self, tense: Tense | None) -> bool:
        """Whether news that speaks so of a date tells of the scene; what is planned has none in a year reckoned."""
        return self.said or self.stretch.grain < Grain.YEAR or tense in (None, "back")

    def goes_on_to(self, stretch: Stretch) -> bool:
        """Whether a date reckoned from it is of the same scene: "On 3 May 1998, ... The next day ..."."""
        begin, scene = stretch.begin, self.stretch.begin
        return begin is not None and scene is not None and 0 <= (begin - scene).days <= SCENE_DAYS

    def lengthened(self, place: int, day: Stretch) -> "Frame":
        """The same with a time of day on its day or the next, which by itself tells of no other."""
        if self.stretch.begin is None or day.begin is None or not 0 <= (day.begin - self.stretch.begin).days <= 1:
            return self
        return replace(self, place=place)

    def is_before(self, stretch: Stretch) -> bool:
        """Whether a date lies after it."""
        return self.stretch.end is not None and stretch.begin is not None and stretch.begin > self.stretch.end

    def is_after(self, stretch: Stretch) -> bool:
        """Whether a date lies before it."""
        return self.stretch.begin is not None and stretch.end is not None and stretch.end < self.stretch.begin
