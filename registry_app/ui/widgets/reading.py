"""Texts of one record to read at length and to copy from."""

from collections.abc import Sequence

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit


class Reading(QTextEdit):
    """A lead sentence and parts with headings; never markup, never written in."""

    def __init__(self, name: str) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)

    def show_parts(self, lead: str, parts: Sequence[tuple[str, str]]) -> None:
        """Show ``lead``, then each (heading, text) that has a text."""
        self.clear()
        cursor = self.textCursor()
        quiet, plain, bold = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        bold.setFontWeight(700)
        if lead:
            _write(cursor, lead, quiet)
        for heading, text in parts:
            if text:
                _write(cursor, f"{heading}: ", bold)
                cursor.insertText(text, plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _write(cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
    """Begin a new paragraph with ``text``."""
    if not cursor.atStart():
        cursor.insertBlock()
    cursor.insertText(text, form)
