"""Words that are wider or higher than their widget, widgets that stick out of others or lie over each other."""

from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QTreeWidget,
    QWidget,
)

SLACK = 1
"""Logical pixels that nobody sees."""
TAB_EDGES = 15
"""So much higher than its letters a tab must be: Fusion draws those that are not in front lower, behind the page."""
ELIDES = "elides"
"""A widget with this property may shorten its words: a tool tip has all of them (a view gives it line by line)."""
ALWAYS_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
LEAF = (QLabel, QAbstractButton, QLineEdit, QComboBox)


def clipped(top: QWidget) -> list[str]:
    """One sentence for each widget in ``top`` that does not show its words whole."""
    found = []
    for widget in _seen(top):
        if widget.property(ELIDES) and (widget.toolTip() or isinstance(widget, QAbstractItemView)):
            continue
        for kind, look in LOOKS:
            if isinstance(widget, kind):
                found += [f"{type(widget).__name__} “{text}”: {why}" for text, why in look(widget)]
        found += _sticking_out(widget, top)
        found += _cut_by_scrolling(widget)
    return [*found, *_overlapping(top)]


def short_of_room(top: QWidget) -> list[str]:
    """The hints in empty fields that are cut off and not told by a tool tip either."""
    lines = [one for one in _seen(top) if isinstance(one, QLineEdit)]
    return [f"{type(line).__name__} “{text}”: {why}" for line in lines for text, why in _hint(line)]


def too_large(top: QWidget) -> list[str]:
    """Whether a window is larger than the screen."""
    room = top.screen().availableGeometry().size()
    if top.isWindow() and top.size().boundedTo(room) != top.size():
        return [f"{top.width()} × {top.height()} on a screen of {room.width()} × {room.height()}"]
    return []


Told = Iterator[tuple[str, str]]


def _label(label: QLabel) -> Told:
    text = label.text()
    if not text:
        return
    has, room = label.fontMetrics(), label.contentsRect().size()
    if label.wordWrap():
        way = Qt.TextFlag.TextShowMnemonic if label.buddy() is not None else Qt.TextFlag(0)
        yield from _wrapped(text, has, room, way)
        return
    yield from _compared(text.replace("\n", " "), label.sizeHint(), label.size())


def _wrapped(text: str, has: QFontMetrics, room: QSize, way: Qt.TextFlag = Qt.TextFlag.TextWordWrap) -> Told:
    """``text`` broken between its words in ``room``."""
    widest = max((has.horizontalAdvance(word) for word in text.split()), default=0)
    if widest > room.width() + SLACK:
        yield text, f"a word needs {widest} of {room.width()} pixels"
    needed = has.boundingRect(QRect(0, 0, room.width(), 10_000), Qt.TextFlag.TextWordWrap | way, text).height()
    if needed > room.height() + SLACK:
        yield text, f"needs a height of {needed}, has {room.height()}"


def _button(button: QAbstractButton) -> Told:
    if not button.text():
        return
    if isinstance(button, QToolButton):
        if button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly or button.icon().isNull():
            yield from _compared(button.text(), button.sizeHint(), button.size())
    elif isinstance(button, QCheckBox | QRadioButton):
        yield from _compared(button.text(), button.sizeHint(), button.size())
    elif isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        inside = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
        needed = _text_size(button.fontMetrics(), button.text())
        icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
        yield from _compared(button.text(), QSize(needed.width() + icon, needed.height() - 4), inside.size())


def _group(box: QGroupBox) -> Told:
    needed = _text_size(box.fontMetrics(), box.title())
    yield from _compared(box.title(), QSize(needed.width() + 16, 0), box.size())


def _tabs(bar: QTabBar) -> Told:
    if isinstance(bar.window(), QPrintDialog):
        return  # Qt's own
    for number in range(bar.count()):
        place = bar.tabRect(number)
        high = bar.fontMetrics().height() + TAB_EDGES
        if place.height() < high:
            yield bar.tabText(number), f"needs a height of {high}, has {place.height()}"
        needed = _text_size(bar.fontMetrics(), bar.tabText(number)).width() + 6
        if needed > place.width() + SLACK:
            yield bar.tabText(number), f"needs {needed} of {place.width()} pixels"
        if place.right() > bar.width() and bar.isTabVisible(number) and not bar.usesScrollButtons():
            yield bar.tabText(number), f"ends at {place.right()} of {bar.width()} pixels"


def _headings(heads: QHeaderView) -> Told:
    if heads.orientation() != Qt.Orientation.Horizontal or isinstance(heads.window(), QFileDialog):
        return  # Qt's own dialog gives its columns fixed widths
    for number in range(heads.count()):
        text = str(heads.model().headerData(number, Qt.Orientation.Horizontal) or "")
        if heads.isSectionHidden(number) or not text.strip():
            continue
        font = heads.model().headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) or heads.font()
        needed = QFontMetrics(font).horizontalAdvance(text.strip()) + 8
        if needed > heads.sectionSize(number) + SLACK:
            yield text.strip(), f"needs {needed} of {heads.sectionSize(number)} pixels"


def _combo(box: QComboBox) -> Told:
    text = box.currentText() if not box.isEditable() else ""
    if text:
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
        icon = box.iconSize().width() + 4 if not box.itemIcon(box.currentIndex()).isNull() else 0
        needed = box.fontMetrics().horizontalAdvance(text) + icon
        if needed > room.width() + SLACK and box.toolTip() != text:
            yield text, f"needs {needed} of {room.width()} pixels"


def _hint(line: QLineEdit) -> Told:
    """Words in grey, while they are seen."""
    text = line.placeholderText()
    if text and not line.text():
        needed = line.fontMetrics().horizontalAdvance(text)
        room = line.width() - 10 - line.textMargins().left() - line.textMargins().right()
        room -= sum(one.width() for one in line.findChildren(QToolButton) if one.isVisible())
        if needed > room + SLACK and text not in line.toolTip():
            yield text, f"needs {needed} of {room} pixels"


def _lines_of_list(view: QListWidget) -> Told:
    if view.horizontalScrollBar().maximum():
        return
    for row in range(view.count()):
        item = view.item(row)
        if item.toolTip() or item.isHidden():
            continue
        if view.wordWrap():
            edge = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
            room = view.visualItemRect(item).size().shrunkBy(QMargins(edge, 0, edge, 0))
            yield from _wrapped(item.text(), view.fontMetrics(), room)
            continue
        needed, wide = view.sizeHintForIndex(view.indexFromItem(item)).width(), view.viewport().width()
        if needed > wide + SLACK:
            yield item.text(), f"needs {needed} of {wide} pixels"


def _lines_of_tree(view: QTreeWidget) -> Told:
    for row in range(view.topLevelItemCount()):
        item = view.topLevelItem(row)
        for column in range(view.columnCount()):
            if item is None or item.isHidden() or view.isColumnHidden(column) or item.toolTip(column):
                continue
            index = view.indexFromItem(item, column)
            needed, room = view.sizeHintForIndex(index).width(), view.visualRect(index).width()
            if room and needed > room + SLACK:
                yield item.text(column), f"needs {needed} of {room} pixels"


def _items_of_menu(menu: QMenu) -> Told:
    for action in menu.actions():
        place = menu.actionGeometry(action)
        if action.isVisible() and not menu.rect().contains(place):
            yield action.text(), "is outside its menu"


def _text_size(letters: QFontMetrics, text: str) -> QSize:
    return letters.size(Qt.TextFlag.TextShowMnemonic, text)


def _compared(text: str, needed: QSize, has: QSize) -> Told:
    if needed.width() > has.width() + SLACK:
        yield text, f"needs a width of {needed.width()}, has {has.width()}"
    if needed.height() > has.height() + SLACK:
        yield text, f"needs a height of {needed.height()}, has {has.height()}"


LOOKS: tuple[tuple[type[QWidget], Callable[..., Told]], ...] = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QGroupBox, _group),
    (QTabBar, _tabs),
    (QHeaderView, _headings),
    (QComboBox, _combo),
    (QListWidget, _lines_of_list),
    (QTreeWidget, _lines_of_tree),
    (QMenu, _items_of_menu),
)


def _seen(top: QWidget) -> list[QWidget]:
    children = (one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top.window())
    return [top, *(one for one in children if not one.objectName().startswith("qt_scrollarea"))]


def _sticking_out(widget: QWidget, top: QWidget) -> list[str]:
    parent = widget.parent()
    if widget is top or not isinstance(parent, QWidget) or _scrolls(widget, top) or not _says_something(widget):
        return []
    if parent.rect().contains(widget.geometry()):
        return []
    place, room = widget.geometry().getRect(), parent.size().toTuple()
    return [f"{_name(widget)}: {place} sticks out of {type(parent).__name__} {room}"]


def _cut_by_scrolling(widget: QWidget) -> list[str]:
    """What is wider than an area that scrolls up and down only."""
    body = widget.widget() if isinstance(widget, QScrollArea) else None
    if body is None or not isinstance(widget, QScrollArea) or widget.horizontalScrollBarPolicy() != ALWAYS_OFF:
        return []
    room = widget.viewport().width()
    return (
        [f"{type(widget).__name__}: {body.width()} pixels in a room of {room}"] if body.width() > room + SLACK else []
    )


def _scrolls(widget: QWidget, top: QWidget) -> bool:
    """Whether ``widget`` may be moved into sight."""
    parent = widget.parent()
    if isinstance(parent, QAbstractScrollArea | QTabBar | QLineEdit | QComboBox | QHeaderView):
        return True
    holder = parent.parent() if parent else None
    return isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent


def _says_something(widget: QWidget) -> bool:
    return widget.width() > 0 and widget.height() > 0


def _overlapping(top: QWidget) -> list[str]:
    """Labels, buttons and fields of one parent that lie over each other."""
    by_parent: dict[int, list[QWidget]] = {}
    for widget in _seen(top):
        if isinstance(widget, LEAF) and widget is not top and not isinstance(widget.parent(), QLineEdit | QComboBox):
            by_parent.setdefault(id(widget.parent()), []).append(widget)
    return [
        f"{_name(one)} lies over {_name(other)}"
        for widgets in by_parent.values()
        for one, other in combinations(widgets, 2)
        if _words(one) and _words(other) and _inner(one).intersects(_inner(other))
    ]


def _inner(widget: QWidget) -> QRect:
    return widget.geometry().adjusted(SLACK, SLACK, -SLACK, -SLACK)


def _words(widget: QWidget) -> str:
    return str(widget.property("text") or widget.property("placeholderText") or "")


def _name(widget: QWidget) -> str:
    said = _words(widget) or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{said[:60]}”"
