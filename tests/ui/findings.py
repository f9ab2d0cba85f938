"""What can be found wrong with a window that is shown, and which words it says."""

from msgspec import Struct, field
from PySide6.QtWidgets import QMenu, QWidget

from .clipping import clipped, short_of_room, too_large
from .reaching import nameless, out_of_order, shared_letters
from .saying import said


class Findings(Struct, frozen=True, kw_only=True):
    """All lists are empty for a good window, but ``said`` (where and what) and ``classes`` (of the program's own)."""

    clipped: list[str]
    short_of_room: list[str]
    too_large: list[str]
    nameless: list[str]
    out_of_order: list[str]
    shared_letters: list[str]
    said: list[tuple[str, str]]
    classes: list[str]
    told: list[str] = field(default_factory=list)
    """What Qt complained of."""


def found_in(top: QWidget) -> Findings:
    """Look at ``top`` as it is shown now."""
    plain = not isinstance(top, QMenu)
    return Findings(
        clipped=clipped(top),
        short_of_room=short_of_room(top),
        too_large=too_large(top),
        nameless=nameless(top) if plain else [],
        out_of_order=out_of_order(top) if plain else [],
        shared_letters=shared_letters(top),
        said=said(top),
        classes=sorted({name for one in seen(top) for name in _own_classes(type(one))}),
    )


def seen(top: QWidget) -> list[QWidget]:
    """``top`` and what is visible in it, not in other windows over it."""
    return [top, *(one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top.window())]


def _own_classes(kind: type) -> list[str]:
    return [f"{one.__module__}.{one.__qualname__}" for one in kind.__mro__ if one.__module__.startswith("registry_app")]
