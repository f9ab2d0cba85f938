"""Qt's own words – OK, Cancel, Undo, Copy … – from our catalogue, since Qt ships no Vietnamese."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator

from registry_app.domain.words import N_, _

QT_WORDS = (
    N_("OK"),
    N_("&OK"),
    N_("Cancel"),
    N_("&Cancel"),
    N_("Close"),
    N_("&Close"),
    N_("&Yes"),
    N_("&No"),
    N_("Apply"),
    N_("Reset"),
    N_("Help"),
    N_("Save"),
    N_("&Save"),
    N_("Open"),
    N_("&Open"),
    N_("Discard"),
    N_("Don't Save"),
    N_("Retry"),
    N_("Ignore"),
    N_("Show Details..."),
    N_("Hide Details..."),
    N_("&Undo"),
    N_("&Redo"),
    N_("Cu&t"),
    N_("&Copy"),
    N_("&Paste"),
    N_("Delete"),
    N_("&Delete"),
    N_("Select All"),
    N_("Copy &Link Location"),
    N_("Step up"),
    N_("Step down"),
    N_("&Step up"),
    N_("Step &down"),
    N_("Look in:"),
    N_("&Look in:"),
    N_("File &name:"),
    N_("Directory:"),
    N_("Files of type:"),
    N_("&Files of type:"),
    N_("All files (*)"),
    N_("All Files (*)"),
    N_("Name"),
    N_("Size"),
    N_("Type"),
    N_("Date Modified"),
    N_("Computer"),
    N_("My Computer"),
    N_("Back"),
    N_("Forward"),
    N_("Parent Directory"),
    N_("Go back"),
    N_("Go forward"),
    N_("Go to the parent directory"),
    N_("Create New Folder"),
    N_("Create a New Folder"),
    N_("&New Folder"),
    N_("New Folder"),
    N_("List View"),
    N_("Detail View"),
    N_("Change to list view mode"),
    N_("Change to detail view mode"),
    N_("&Rename"),
    N_("Show &hidden files"),
    N_("Sidebar"),
    N_("Files"),
    N_("Drive"),
    N_("File"),
    N_("Folder"),
    N_("Find Directory"),
    N_("Choose"),
    N_("&Choose"),
    N_("Save As"),
    N_("Print"),
    N_("Page"),
)
"""The texts of Qt that a user of this program can meet."""


class QtWords(QTranslator):
    """Asks our catalogue; what it does not know stays as Qt has it."""

    def translate(self, _context: str, text: str, *_others: Any) -> Any:
        """Our word for ``text``, None when there is none (an empty text would be shown as such)."""
        word = _(text)
        return word if word != text else None

    def isEmpty(self) -> bool:
        """It never is, or Qt would not ask."""
        return False


def install(app: QCoreApplication) -> None:
    """Let Qt speak our language from now on; it follows domain.words.use."""
    translator = QtWords(app)
    app.installTranslator(translator)
