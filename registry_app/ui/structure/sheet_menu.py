"""The menu of the right mouse button over a table that is typed into."""

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QTableView

from registry_app.domain.words import _


def filled(menu: QMenu, view: QTableView, *, writable: bool) -> dict[str, QAction]:
    """Add to ``menu`` what can be done with the chosen cells of ``view``; the actions by name."""
    chosen = bool(view.selectionModel().selectedIndexes())
    made = {
        "copy": menu.addAction(_("&Copy\tCtrl+C")),
        "paste": menu.addAction(_("&Paste\tCtrl+V")),
        "above": menu.addAction(_("As &above\tCtrl+D")),
        "empty": menu.addAction(_("&Empty the cells\tDel")),
    }
    made["copy"].setEnabled(chosen)
    made["paste"].setEnabled(writable and bool(QGuiApplication.clipboard().text()))
    for name in ("above", "empty"):
        made[name].setEnabled(writable and chosen)
    return made
