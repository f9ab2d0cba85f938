"""The small buttons under a table whose rows can be changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QPushButton


def row_button(place: QLayout, words: str, deed: Callable[[], object]) -> QPushButton:
    """A button at the end of ``place`` that Enter in a field never presses."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: deed())
    place.addWidget(button)
    return button
