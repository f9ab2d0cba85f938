"""The part of a scroll area that is scrolled, made by us."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def lay_ground(area: QAbstractScrollArea, role: QPalette.ColorRole = QPalette.ColorRole.Base) -> None:
    """Give ``area`` a viewport in the colour of ``role``: asked for the one that Qt makes, PySide6 goes through every
    kind of widget to name it (10 ms at the start)."""
    ground = QWidget()
    ground.setBackgroundRole(role)
    ground.setAutoFillBackground(True)
    ground.setMouseTracking(area.hasMouseTracking())
    area.setViewport(ground)
