"""Qt's own words – OK, Cancel, Undo, Copy … – from our catalogue, since Qt ships no Vietnamese."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from registry_app.domain.words import N_, _, language

LOCALES = {"vi": "vi_VN", "en": "en_GB"}
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
    N_("Files of &type:"),
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
    N_("Abort"),
    N_("N&o to All"),
    N_("Yes to &All"),
    N_("Restore Defaults"),
    N_("Save All"),
    N_("&Select All"),
    N_("Directories"),
    N_("List of places and bookmarks"),
    N_("Show "),
    N_("Recent Places"),
    N_("Remove"),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Are you sure you want to delete '%1'?"),
    N_("Could not delete directory."),
    N_("Enter a value:"),
    N_("Press shortcut"),
    N_("Scroll here"),
    N_("Scroll up"),
    N_("Scroll down"),
    N_("Scroll left"),
    N_("Scroll right"),
    N_("Scroll Left"),
    N_("Scroll Right"),
    N_("Page up"),
    N_("Page down"),
    N_("Page left"),
    N_("Page right"),
    N_("Top"),
    N_("Bottom"),
    N_("Left edge"),
    N_("Right edge"),
    N_("&Print"),
    N_("&Options >>"),
    N_("&Options <<"),
    N_("&Name:"),
    N_("P&roperties"),
    N_("Location:"),
    N_("Type:"),
    N_("Preview"),
    N_("Printer"),
    N_("Output &file:"),
    N_("Print to File (PDF)"),
    N_("Local file"),
    N_("Write PDF file"),
    N_("Print all"),
    N_("Print range"),
    N_("Pages from"),
    N_("to"),
    N_("Pages"),
    N_("Current Page"),
    N_("Selection"),
    N_("Page &Set:"),
    N_("All Pages"),
    N_("Odd Pages"),
    N_("Even Pages"),
    N_("Copies"),
    N_("Copies:"),
    N_("Collate"),
    N_("Reverse"),
    N_("Options"),
    N_("Output Settings"),
    N_("Color Mode"),
    N_("Color"),
    N_("Grayscale"),
    N_("Double Sided Printing"),
    N_("Off"),
    N_("Long side binding"),
    N_("Short side binding"),
    N_("Form"),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    N_("Page Setup"),
    N_("Page setup"),
    N_("Page size:"),
    N_("Paper source:"),
    N_("Width:"),
    N_("Height:"),
    N_("Orientation"),
    N_("Portrait"),
    N_("Landscape"),
    N_("Reverse portrait"),
    N_("Reverse landscape"),
    N_("Margins"),
    N_("top margin"),
    N_("bottom margin"),
    N_("left margin"),
    N_("right margin"),
    N_("Page Layout"),
    N_("Page &order:"),
    N_("Pages &per sheet:"),
    N_("Custom"),
    N_("Millimeters (mm)"),
    N_("Points (pt)"),
    N_("Left to Right, Top to Bottom"),
    N_("Left to Right, Bottom to Top"),
    N_("Right to Left, Top to Bottom"),
    N_("Right to Left, Bottom to Top"),
    N_("Top to Bottom, Left to Right"),
    N_("Top to Bottom, Right to Left"),
    N_("Bottom to Top, Left to Right"),
    N_("Bottom to Top, Right to Left"),
    N_("Print Preview"),
    N_("Next page"),
    N_("Previous page"),
    N_("First page"),
    N_("Last page"),
    N_("Fit width"),
    N_("Fit page"),
    N_("Zoom in"),
    N_("Zoom out"),
    N_("Show single page"),
    N_("Show facing pages"),
    N_("Show overview of all pages"),
)
"""The texts of Qt that a user of this program can meet."""

KEYS = "QShortcut"
AS_THEY_ARE = (KEYS, "QGuiApplication", "QPageSize")
"""Contexts of Qt that keep their words: keys are called what stands on them, paper what stands on the packet."""
ON_THE_KEY = {"Return": "Enter"}
"""Keys that Qt calls otherwise than the keyboard does."""
OTHERWISE = {"Paper": N_("Sheet of paper")}
"""Texts of Qt that mean something else in our own windows."""


class QtWords(QTranslator):
    """Asks our catalogue; what it does not know stays as Qt has it."""

    def translate(self, context: str, text: str, *_others: Any) -> Any:
        """Our word for ``text``, None when there is none (an empty text would be shown as such)."""
        if context in AS_THEY_ARE:
            return ON_THE_KEY.get(text) if context == KEYS else None
        word = _(OTHERWISE.get(text, text))
        return word if word != text else None

    def isEmpty(self) -> bool:
        """It never is, or Qt would not ask."""
        return False


def locale() -> QLocale:
    """How Qt writes numbers, months and days in the language in use: 1.234,56 or 1,234.56, day first in both."""
    return QLocale(LOCALES[language()])


def install(app: QCoreApplication) -> None:
    """Let Qt speak our language from now on; it follows domain.words.use."""
    translator = QtWords(app)
    app.installTranslator(translator)
