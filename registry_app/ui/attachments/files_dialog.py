"""The files beside one row, in a window of their own: for rows that have no page for them."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.ui.session import Session

from .files_tab import FilesTab

SIZE = (520, 460)


class FilesDialog(QDialog):
    """``title`` says whose files they are."""

    def __init__(self, session: Session, noun: str, row: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Files – {title}").format(title=title))
        self.files = FilesTab(session)
        self.files.show_row(noun, row, writable=not session.registry.read_only)
        buttons = QDialogButtonBox()
        buttons.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.files, 1)
        rows.addWidget(buttons)
        self.resize(*SIZE)

    @classmethod
    def show_files(cls, session: Session, noun: str, row: int, title: str, parent: QWidget | None = None) -> None:
        """Show the files of that row until the user is done."""
        dialog = cls(session, noun, row, title, parent)
        dialog.exec()
        dialog.deleteLater()
