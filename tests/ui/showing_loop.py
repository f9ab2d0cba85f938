"""Brings the windows of the review loop onto the screen."""

from PySide6.QtWidgets import QWidget

from registry_app.ui.outdated.excuse_dialog import ExcuseDialog
from registry_app.ui.outdated.outdated_dialog import OutdatedDialog
from registry_app.ui.period.period_window import PeriodWindow

from .showing_main import LONG_NAME
from .stage import Stage, Visit, beside


def outdated(stage: Stage) -> QWidget:
    dialog = OutdatedDialog(stage.session, stage.main)
    dialog.refresh()
    return dialog


def period(tab: int) -> Visit:
    def window(stage: Stage) -> QWidget:
        made = PeriodWindow(stage.session, stage.main)
        made.refresh()
        made.tabs.setCurrentIndex(tab)
        return made

    return beside(window)


def excuse(stage: Stage) -> QWidget:
    return ExcuseDialog(stage.session, stage.some[:1], [LONG_NAME], stage.main)
