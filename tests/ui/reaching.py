"""What a keyboard and a reader aloud meet in a window: names, the order of Tab, underlined letters."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QRadioButton,
    QTabBar,
    QWidget,
)

from .clipping import _seen

TAB = Qt.FocusPolicy.TabFocus
ROW = 12
"""Logical pixels up or down that still count as one row."""


def nameless(top: QWidget) -> list[str]:
    """What takes the focus by keyboard and says nothing of itself."""
    return [_told(one) for one in stops(top) if not _speaks(one)]


def out_of_order(top: QWidget) -> list[str]:
    """Of a dialog: what Tab never reaches, and steps that go up without going to another column."""
    if not isinstance(top, QDialog) or isinstance(top, QFileDialog):
        return []
    reached = _chain(top)
    wanted = stops(top)
    found = [f"Tab never reaches {_told(one)}" for one in wanted if one not in reached]
    order = [one for one in reached if one in wanted]
    found += [
        f"{_told(one)}, then {_told(other)} above it" for one, other in pairwise(order) if _goes_back(one, other, top)
    ]
    return found


def shared_letters(top: QWidget) -> list[str]:
    """Texts in ``top`` that have the same underlined letter."""
    texts = [one.text() for one in _seen(top) if isinstance(one, QAbstractButton)]
    texts += [one.text() for one in _seen(top) if isinstance(one, QLabel) and one.buddy() is not None]
    texts += [one.title() for one in _seen(top) if isinstance(one, QGroupBox)]
    for bar in (one for one in _seen(top) if isinstance(one, QTabBar)):
        texts += [bar.tabText(number) for number in range(bar.count())]
    if isinstance(top, QMenu):
        texts = [one.text() for one in top.actions()]
    letters = [letter(text) for text in texts]
    found = [text for text, one in zip(texts, letters, strict=True) if one and letters.count(one) > 1]
    return [
        *found,
        *(f"{text}: cannot be typed" for text, one in zip(texts, letters, strict=True) if not one.isascii()),
    ]


def letter(text: str) -> str:
    """The underlined letter of ``text``; "" when it has none."""
    bare = text.replace("&&", "")
    place = bare.find("&")
    return bare[place + 1].casefold() if 0 <= place < len(bare) - 1 else ""


def stops(top: QWidget) -> list[QWidget]:
    """What Tab should stop at."""
    return [one for one in _seen(top) if _stops(one, top)]


def _stops(widget: QWidget, top: QWidget) -> bool:
    if widget is top or not widget.isEnabled() or widget.focusProxy() or not widget.focusPolicy() & TAB:
        return False
    parent = widget.parent()
    return not isinstance(parent, QComboBox) and not widget.objectName().startswith("qt_")


def _speaks(widget: QWidget) -> bool:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    if isinstance(widget, QTabBar):
        return True
    buddies = [one for one in widget.window().findChildren(QLabel) if one.buddy() is widget]
    return bool(widget.accessibleName() or words or buddies)


def _chain(top: QWidget) -> list[QWidget]:
    """Every widget in the order of Tab."""
    found: list[QWidget] = []
    one = top.nextInFocusChain()
    while one is not None and one is not top and len(found) < 5000:
        if one.focusPolicy() & TAB:
            found.append(one.focusProxy() or one)
        one = one.nextInFocusChain()
    return list(dict.fromkeys(found))


def _goes_back(one: QWidget, other: QWidget, top: QWidget) -> bool:
    together = _holder(one, top) is _holder(other, top)
    first, then = (_place(widget, top, clamped=not together) for widget in (one, other))
    if isinstance(one, QRadioButton) and isinstance(other, QRadioButton):
        return False
    above = then.y() + other.height() <= first.y() + 2 and then.y() < first.y() - ROW
    before = abs(then.y() - first.y()) <= ROW and then.x() + other.width() <= first.x() + 2
    same_column = then.x() < first.x() + one.width() and first.x() < then.x() + other.width()
    return before or (above and (same_column or then.x() < first.x()))


def _holder(widget: QWidget, top: QWidget) -> QWidget | None:
    """What moves ``widget`` when it is scrolled."""
    one = widget.parentWidget()
    while one is not None and one is not top:
        if isinstance(one.parentWidget(), QAbstractScrollArea):
            return one
        one = one.parentWidget()
    return None


def _place(widget: QWidget, top: QWidget, *, clamped: bool) -> QPoint:
    """Where ``widget`` is in ``top``; with ``clamped`` what is scrolled out of sight counts as at the edge behind which
    it is."""
    place, holder = widget.mapTo(top, QPoint(0, 0)), _holder(widget, top)
    if holder is not None and clamped:
        corner = holder.mapTo(top, QPoint(0, 0))
        place.setY(max(corner.y(), min(place.y(), corner.y() + holder.height() - widget.height())))
    return place


def _told(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{text}” in {type(widget.parent()).__name__}"
