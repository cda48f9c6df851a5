"""What an inspection finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: What it is.
        well: Whether it is in order.
        says: What was found, a sentence without a secret.
    """

    what: str
    well: bool
    says: str
