"""Brings the windows of the review loop onto the screen."""

from PySide6.QtWidgets import QWidget

from registry_app.ui.outdated.excuse_dialog import ExcuseDialog
from registry_app.ui.outdated.outdated_dialog import OutdatedDialog

from .showing_main import LONG_NAME
from .stage import Stage


def outdated(stage: Stage) -> QWidget:
    dialog = OutdatedDialog(stage.session, stage.main)
    dialog.refresh()
    return dialog


def excuse(stage: Stage) -> QWidget:
    return ExcuseDialog(stage.session, stage.some[:1], [LONG_NAME], stage.main)
