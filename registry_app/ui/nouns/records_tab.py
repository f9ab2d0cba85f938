"""What a tab of records does: it stands behind the fields of a form and follows its row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from registry_app.domain.search import Moment


class FormRecords(QWidget):
    """One tab. It writes only through dialogs."""

    row_wanted = Signal(str, int)
    """The user wants to see the row of that noun and number."""

    def show_for(self, number: int | None, at: Moment, *, writable: bool) -> None:
        """Show the records of that row on the day of ``at``; None for one that is not in the register yet."""
        raise NotImplementedError
