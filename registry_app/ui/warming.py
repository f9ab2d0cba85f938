"""Loads, once the window stands, what most people open first: so the first click of the day is as quick as the next."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

FIRST_MS, STEP_MS = 1200, 150
MODULES = (
    "registry_app.domain.nouns",
    "registry_app.reports.declared",
    "registry_app.operations.printing",
    "registry_app.ui.printing.print_window",
    "registry_app.ui.printing.setting",
    "registry_app.ui.nouns.page",
    "registry_app.ui.history.history_dock",
    "registry_app.operations.rounds",
    "registry_app.ui.rounds.page",
    "registry_app.ui.rounds.open_dialog",
    "registry_app.ui.settings.settings_window",
    "registry_app.ui.bulk.bulk_dialog",
)
"""What others need comes before them: each step is some milliseconds."""


class Warming(QObject):
    """One module a step, between events; ends by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = iter(MODULES)
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return  # somebody is busy
        module = next(self._left, None)
        if module is None:
            self._timer.stop()
            return
        import_module(module)
        self._timer.setInterval(STEP_MS)
