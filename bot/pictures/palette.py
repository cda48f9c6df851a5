"""The colours of the pictures.

Ink on an opaque paper of its own, so that a picture is the same on Discord's dark and light themes. The colours of
kinds are told apart by eyes that do not tell red from green (after Okabe and Ito, 2008, darkened), contrast with the
paper by 4.5 to 1 or more (WCAG 2, AA), and each kind has a shape of its own besides.
"""

from typing import Final

Colour = tuple[int, int, int]

PAPER: Final[Colour] = (250, 249, 246)
FRAME: Final[Colour] = (206, 204, 198)
INK: Final[Colour] = (30, 31, 34)
MUTED: Final[Colour] = (92, 95, 102)
RULE: Final[Colour] = (222, 220, 214)
TIE: Final[Colour] = (112, 118, 128)
ACCENT: Final[Colour] = (0, 92, 150)
WARNING: Final[Colour] = (168, 64, 8)
OF_KIND: Final[dict[str, Colour]] = {
    "person": (0, 92, 150),
    "organisation": (168, 64, 8),
    "place": (18, 110, 72),
}
INKS: Final = tuple(dict.fromkeys((INK, MUTED, RULE, FRAME, TIE, ACCENT, WARNING, *OF_KIND.values())))
"""What there is on the paper, in shades."""


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Of one colour a share from 0 to 1, the rest of another."""
    red, green, blue = (round(share * a + (1 - share) * b) for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
