"""Charts as drawings: bars that lie and columns that stand, each cut into parts with a legend, numbers written out.

Which figures they show is said by who asks; window and paper draw the same value (``domain.chart``).
"""

from collections.abc import Sequence

from msgspec import Struct

from .chart import Colour, Drawing, Line, Rect, Shape, Text

WIDTH = 460.0
BAR, GAP = 10.0, 3.5
NAMES = 150.0
NUMBERS = 34.0
HEAD, LEGEND_LINE = 20.0, 15.0
COLUMN_HEIGHT = 130.0
LEAST_PART = 13.0
"""A part narrower than this has no number in it: the legend and the sum say enough."""
EMPTY = 0.0


class Series(Struct, frozen=True, kw_only=True):
    """One part of every bar: its words and colour."""

    label: str
    colour: Colour


class Bar(Struct, frozen=True, kw_only=True):
    """One bar: its words and a number for each series; ``note`` stands behind it in place of the sum."""

    label: str
    parts: Sequence[int]
    note: str = ""

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(self.parts)


def lying(title: str, series: Sequence[Series], bars: Sequence[Bar], *, most: int = 0, width: float = WIDTH) -> Drawing:
    """Bars from left to right under each other. ``most`` is the number that fills the width (0: the largest sum)."""
    shapes = [_title(title)]
    top, legend = _legend(series, HEAD, width)
    shapes += legend
    full = most or max((bar.total for bar in bars), default=0) or 1
    room = width - NAMES - NUMBERS
    for place, bar in enumerate(bars):
        y = top + place * (BAR + GAP)
        words = Text(x=NAMES - 6, y=y + BAR - 2, words=bar.label, anchor="right", most=NAMES - 8, size=9)
        shapes.append(words)
        x = NAMES
        for one, number in zip(series, bar.parts, strict=True):
            wide = room * number / full
            if number:
                shapes.append(Rect(x=x, y=y, width=wide, height=BAR, fill=one.colour, outline="ground"))
            x += wide
        shapes.append(Text(x=x + 4, y=y + BAR - 2, words=bar.note or str(bar.total), size=9))
    bottom = top + len(bars) * (BAR + GAP)
    shapes.append(Line(x1=NAMES, y1=top - 3, x2=NAMES, y2=bottom, colour="quiet"))
    return Drawing(width=width, height=bottom + 2, shapes=tuple(shapes), said=said(title, series, bars))


def standing(title: str, series: Sequence[Series], bars: Sequence[Bar], *, width: float = WIDTH) -> Drawing:
    """Columns side by side, their words beneath, their sums above."""
    shapes = [_title(title)]
    top, legend = _legend(series, HEAD, width)
    shapes += legend
    full = max((bar.total for bar in bars), default=0) or 1
    base = top + COLUMN_HEIGHT + 12
    step = (width - 10) / max(len(bars), 1)
    wide = min(step * 0.7, 34.0)
    every = _every(bars, step)
    for place, bar in enumerate(bars):
        x, y = 5 + place * step + (step - wide) / 2, base
        for one, number in zip(series, bar.parts, strict=True):
            tall = COLUMN_HEIGHT * number / full
            y -= tall
            if number:
                shapes.append(Rect(x=x, y=y, width=wide, height=tall, fill=one.colour, outline="ground"))
        middle = x + wide / 2
        if bar.total:
            shapes.append(Text(x=middle, y=y - 3, words=bar.note or str(bar.total), anchor="center", size=8.5))
        if place % every == 0:
            shapes.append(Text(x=middle, y=base + 11, words=bar.label, anchor="center", size=8.5, colour="quiet"))
    shapes.append(Line(x1=0, y1=base, x2=width, y2=base, colour="quiet"))
    return Drawing(width=width, height=base + 16, shapes=tuple(shapes), said=said(title, series, bars))


def said(title: str, series: Sequence[Series], bars: Sequence[Bar]) -> str:
    """The same in words: each bar with its parts that are not nothing."""
    lines = []
    for bar in bars:
        parts = [f"{one.label} {number}" for one, number in zip(series, bar.parts, strict=True) if number]
        told = f" ({', '.join(parts)})" if len(series) > 1 and parts else ""
        lines.append(f"{bar.label}: {bar.note or bar.total}{told}")
    return f"{title}. {'; '.join(lines)}"


def _title(words: str) -> Shape:
    return Text(x=0, y=11, words=words, bold=True, size=10.5)


def _legend(series: Sequence[Series], top: float, width: float) -> tuple[float, list[Shape]]:
    """Boxes with their words, as many a line as fit, and where the chart begins; nothing for a single series."""
    if len(series) < 2:
        return top, []
    across = max(1, int(width // 115))
    shapes: list[Shape] = []
    for place, one in enumerate(series):
        x, y = place % across * (width / across), top + place // across * LEGEND_LINE
        shapes.append(Rect(x=x, y=y, width=9, height=9, fill=one.colour))
        shapes.append(Text(x=x + 13, y=y + 8, words=one.label, size=9, colour="quiet", most=width / across - 18))
    return top + -(-len(series) // across) * LEGEND_LINE + 4, shapes


def _every(bars: Sequence[Bar], step: float) -> int:
    """Every how many columns have their words, so that none touch."""
    longest = max((len(bar.label) for bar in bars), default=1) * 5.0
    return next(number for number in range(1, 1000) if number * step >= longest)
