"""The files beside a row inside a model, as a tab of its form."""

from PySide6.QtWidgets import QVBoxLayout

from registry_app.domain.search import Moment
from registry_app.ui.attachments.files_tab import FilesTab
from registry_app.ui.session import Session

from .records_tab import FormRecords


class FilesRecords(FormRecords):
    """Files are of no day: they are shown whatever day is asked for."""

    def __init__(self, session: Session, noun: str) -> None:
        super().__init__()
        self._noun = noun
        self.files = FilesTab(session)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.addWidget(self.files)

    def show_for(self, number: int | None, at: Moment, *, writable: bool) -> None:  # noqa: ARG002 - files are of no day
        """Show the files of that row."""
        self.files.show_row(self._noun, number or 0, writable=writable)
