"""What pictures are drawn on."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Final, Literal

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from bot.pictures.lettering import font_for
from bot.pictures.palette import FRAME, INKS, PAPER, Colour, mixed

Point = tuple[float, float]
Shape = Literal["disc", "square", "diamond"]

_SCALE: Final = 2
"""Everything is drawn so much larger and made smaller at the end, because Pillow's lines and discs have hard edges."""
_SHADES: Final = 28
"""Of each of the INKS; all of them and the paper are at most 256."""


class Canvas:
    """A sheet of paper; all measures are pixels of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self.width: Final = width
        self.height: Final = height
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._draw.rectangle((0, 0, width * _SCALE - 1, height * _SCALE - 1), outline=FRAME, width=2 * _SCALE)

    def line(self, points: Sequence[Point], thickness: float, colour: Colour) -> None:
        """A line through points."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=max(1, round(thickness * _SCALE)), joint="curve")

    def mark(self, shape: Shape, at: Point, radius: float, colour: Colour, edge: Colour = PAPER) -> None:
        """A disc, square or diamond of the same size around a point, with a thin edge."""
        x, y, half, rim = at[0] * _SCALE, at[1] * _SCALE, radius * _SCALE, round(1.5 * _SCALE)
        if shape == "disc":
            self._draw.ellipse((x - half, y - half, x + half, y + half), fill=colour, outline=edge, width=rim)
            return
        # A square of a disc's area looks as large as the disc.
        half *= 0.886 if shape == "square" else 1.253
        corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
        if shape == "diamond":
            corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
        self._draw.polygon([(x + dx, y + dy) for dx, dy in corners], fill=colour, outline=edge, width=rim)

    def bar(self, begin: Point, end: Point, thickness: float, colour: Colour) -> None:
        """A bar with round ends from one point to another on its right, on one height."""
        half = thickness / 2 * _SCALE
        left, right, y = begin[0] * _SCALE, end[0] * _SCALE, begin[1] * _SCALE
        self._draw.rounded_rectangle((left - half, y - half, right + half, y + half), radius=half, fill=colour)

    def text(
        self,
        at: Point,
        text: str,
        size: int,
        colour: Colour,
        *,
        bold: bool = False,
        anchor: str = "ls",
        halo: bool = False,
    ) -> None:
        """A line of text.

        Args:
            at: Where its anchor lies.
            text: The text, in logical order.
            size: Of the letters.
            colour: Of the letters.
            bold: Whether it stands out.
            anchor: Pillow's two letters: l, m, r for left, middle, right; s, m, a for baseline, middle, ascender.
            halo: Whether a rim of paper keeps it legible on lines.
        """
        self._draw.text(
            (at[0] * _SCALE, at[1] * _SCALE),
            text,
            fill=colour,
            font=font_for(text, size * _SCALE, bold=bold),
            anchor=anchor,
            stroke_width=3 * _SCALE if halo else 0,
            stroke_fill=PAPER,
        )

    def png(self, description: str) -> bytes:
        """The finished picture, with its description inside the file."""
        finished = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        file = BytesIO()
        finished.quantize(palette=_inks(), dither=Image.Dither.NONE).save(
            file, "PNG", optimize=True, pnginfo=_about(description)
        )
        return file.getvalue()


@cache
def _inks() -> Image.Image:
    """Every colour in shades down to the paper: a quarter of the size, and no colour that is not meant."""
    shades = [mixed(one, PAPER, (step + 1) / _SHADES) for one in INKS for step in range(_SHADES)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for shade in [PAPER, *shades] for part in shade])
    return palette


def _about(description: str) -> PngInfo:
    info = PngInfo()
    info.add_itxt("Description", description)
    return info
