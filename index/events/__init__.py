"""What was told to have happened, and when: dated sentences, gathered into a timeline."""

from index.events.entry import Entry
from index.events.naming import Name, Naming
from index.events.telling import Basis, Chronicle, Telling
from index.events.timeline import EVER, Period, Timeline
from index.events.told import chronicle

__all__ = ["EVER", "Basis", "Chronicle", "Entry", "Name", "Naming", "Period", "Telling", "Timeline", "chronicle"]
