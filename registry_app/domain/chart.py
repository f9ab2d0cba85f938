"""A drawing as a value: lines, boxes, dots and words in units of a tenth of the letters around it, coloured by role.

The window and the paper draw the same value; what it looks like is decided here and nowhere else.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

Colour = Literal[
    "ink", "quiet", "grid", "ground", "accent", "good", "warn", "alert", "first", "second", "third", "fourth"
]
COLOURS: tuple[Colour, ...] = get_args(Colour)
"""Words and outlines, lesser words, thin lines, what is beneath, what is pointed out; the tones of states; parts of a
whole, told apart by their words, too."""
Anchor = Literal["left", "center", "right"]
TEXT_SIZE = 10.0


class Line(Struct, frozen=True, kw_only=True):
    """From one point to another, ``width`` units thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour = "grid"
    width: float = 1.0
    dashed: bool = False


class Rect(Struct, frozen=True, kw_only=True):
    """A box by its upper left corner; ``fill`` None is empty, ``outline`` None has no line around it."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = "accent"
    outline: Colour | None = None


class Circle(Struct, frozen=True, kw_only=True):
    """A dot around its middle."""

    x: float
    y: float
    radius: float
    fill: Colour | None = "accent"
    outline: Colour | None = None
    width: float = 1.5
    """How thick the outline is."""


class Text(Struct, frozen=True, kw_only=True):
    """One line of words, already in the language in use. ``x`` is where it begins, has its middle or ends, as
    ``anchor`` says; ``y`` is the line on which the letters stand; ``most`` units of room, 0 for as much as it takes:
    words that are longer are cut with "…" by who draws, since only the font knows."""

    x: float
    y: float
    words: str
    size: float = TEXT_SIZE
    anchor: Anchor = "left"
    colour: Colour = "ink"
    bold: bool = False
    most: float = 0.0


Shape = Line | Rect | Circle | Text


class Drawing(Struct, frozen=True, kw_only=True):
    """``shapes`` are drawn in their order, later ones over earlier ones; x goes right, y goes down, both from the upper
    left corner. One unit is a tenth of the size of the letters around the drawing: TEXT_SIZE is as large as they are.
    ``said`` is what it shows in words, for who cannot see it and for who copies it."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    said: str = ""

    def moved(self, x: float, y: float) -> "Drawing":
        """The same drawing further right and down, with the room that this takes."""
        return Drawing(
            width=self.width + x,
            height=self.height + y,
            shapes=tuple(_moved(shape, x, y) for shape in self.shapes),
            said=self.said,
        )

    def texts(self) -> Iterator[str]:
        """The words in it, in their order."""
        return (shape.words for shape in self.shapes if isinstance(shape, Text))


def stacked(drawings: Sequence[Drawing], gap: float = TEXT_SIZE) -> Drawing:
    """``drawings`` one below the other, as one."""
    shapes: list[Shape] = []
    below = 0.0
    for one in drawings:
        shapes.extend(one.moved(0, below).shapes)
        below += one.height + gap
    return Drawing(
        width=max((one.width for one in drawings), default=0.0),
        height=max(0.0, below - gap),
        shapes=tuple(shapes),
        said="\n".join(one.said for one in drawings if one.said),
    )


def _moved(shape: Shape, x: float, y: float) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, x1=shape.x1 + x, x2=shape.x2 + x, y1=shape.y1 + y, y2=shape.y2 + y)
    return replace(shape, x=shape.x + x, y=shape.y + y)
