"""Where a window stands at its start: where it was, but never out of sight."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

GRIP = QSize(120, 40)
"""So much of the title must be in sight, or the window cannot be dragged back."""


def place(window: QWidget, shape: QByteArray, first: QSize) -> None:
    """Give ``window`` the ``shape`` that ``saveGeometry`` made; without one, or one that is damaged, the size ``first``
    as far as the screen has room. A screen that is gone since then, or is smaller now, leaves the whole window in
    sight."""
    if shape.isEmpty() or not window.restoreGeometry(shape):
        window.resize(first.boundedTo(window.screen().availableSize()))
        return
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    found = within(window.geometry(), rooms)
    if found != window.geometry():
        window.setGeometry(found)


def within(wanted: QRect, rooms: list[QRect]) -> QRect:
    """``wanted`` where its title can be gripped in one of ``rooms``, else moved into the first of them."""
    grip = GRIP.boundedTo(wanted.size())
    title = QRect(wanted.left(), wanted.top(), wanted.width(), grip.height())
    for room in rooms:
        seen = room.intersected(title).size()
        if grip.boundedTo(seen) == grip and wanted.size().boundedTo(room.size()) == wanted.size():
            return wanted
    if not rooms:
        return wanted
    room = rooms[0]
    size = wanted.size().boundedTo(room.size())
    left = max(room.left(), min(wanted.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def inside(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    """Where the left upper corner of a popup of ``size`` stands, wanted at ``corner``, so that all of it lies in
    ``room`` as far as it can."""
    left = max(room.left(), min(corner.x(), room.right() + 1 - size.width()))
    top = max(room.top(), min(corner.y(), room.bottom() + 1 - size.height()))
    return QPoint(left, top)
