"""The risk-coverage curve as SVG: how many of the answers given are wrong, by how many questions get one."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, LEFT, TOP = 640, 400, 60, 30
_PLOT = (WIDTH - LEFT - 20, HEIGHT - TOP - 60)
_COLOURS = ("#0b6e99", "#b5482a")


@dataclass(frozen=True, slots=True)
class Line:
    """One curve.

    Attributes:
        name: What it is of.
        confidence: Of each question.
        right: Whether what was shown for each was right.
    """

    name: str
    confidence: Sequence[float]
    right: Sequence[bool]

    def points(self) -> list[tuple[float, float]]:
        """(coverage, risk) as the least confidence of an answer that is given falls; the first twenty left out."""
        order = sorted(range(len(self.right)), key=lambda at: -self.confidence[at])
        wrong, points = 0, []
        for count, at in enumerate(order, 1):
            wrong += not self.right[at]
            if count >= 20:
                points.append((count / len(order), wrong / count))
        return points

    def at(self, threshold: float) -> tuple[float, float]:
        """(coverage, risk) at a least confidence."""
        given = [right for right, sure in zip(self.right, self.confidence, strict=True) if sure >= threshold]
        return len(given) / len(self.right), 1 - sum(given) / max(1, len(given))


def curve(lines: Sequence[Line], threshold: float) -> str:
    """The picture; a dot is what the shipped threshold gives."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
        '<g font-family="sans-serif" font-size="13">',
        "<title>Risk and coverage of answers</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        *_grid(),
    ]
    for number, (line, colour) in enumerate(zip(lines, _COLOURS, strict=False)):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(*point) for point in line.points()[::5]))
        x, y = _place(*line.at(threshold))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{LEFT + 12}" y="{TOP + 20 + 18 * number}" fill="{colour}">{escape(line.name)}</text>')
    note = f"dot: answers of confidence {threshold:g} and more; half of the questions have no answer in the sources"
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 8}" fill="#555">{note}</text></g></svg>')
    return "\n".join(parts) + "\n"


def _place(coverage: float, risk: float) -> tuple[float, float]:
    return LEFT + coverage * _PLOT[0], TOP + (1 - risk) * _PLOT[1]


def _grid() -> list[str]:
    parts = []
    for tenth in range(0, 11, 2):
        x, y = _place(tenth / 10, tenth / 10)
        bottom, right = TOP + _PLOT[1], LEFT + _PLOT[0]
        parts.append(f'<path d="M{x:.1f} {TOP}V{bottom}M{LEFT} {y:.1f}H{right}" stroke="#ddd" fill="none"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{tenth * 10}%</text>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tenth * 10}%</text>')
    parts.append(f'<text x="{LEFT + _PLOT[0] / 2:.0f}" y="{TOP + _PLOT[1] + 36}" text-anchor="middle">answered</text>')
    middle = TOP + _PLOT[1] // 2
    turned = f'transform="rotate(-90 16 {middle})"'
    parts.append(f'<text x="16" y="{middle}" text-anchor="middle" {turned}>wrong, of answers given</text>')
    return parts
