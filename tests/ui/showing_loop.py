"""Brings the windows of the review loop onto the screen."""

from msgspec.structs import replace
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QWidget

from registry_app.domain.words import _
from registry_app.operations import due_rules
from registry_app.ui.outdated.excuse_dialog import ExcuseDialog
from registry_app.ui.outdated.outdated_dialog import OutdatedDialog
from registry_app.ui.period.period_window import PeriodWindow
from registry_app.ui.schedule.capacity_window import CapacityWindow
from registry_app.ui.schedule.dates_preview import DatesPreview

from .showing_main import LONG_NAME
from .stage import LONGEST_MS, Stage, Visit, beside, settle

DRAWN_MS = 150


def outdated(stage: Stage) -> QWidget:
    dialog = OutdatedDialog(stage.session, stage.main)
    dialog.refresh()
    return dialog


def period(tab: int) -> Visit:
    def window(stage: Stage) -> QWidget:
        made = PeriodWindow(stage.session, stage.main)
        made.refresh()
        made.tabs.setCurrentIndex(tab)
        made.show()
        until = QDeadlineTimer(LONGEST_MS)
        while made._setting.paper is None and not until.hasExpired():
            settle()
        return made

    return beside(window, wait=DRAWN_MS)


def weeks(stage: Stage) -> QWidget:
    window = CapacityWindow(stage.session, stage.main)
    window.look()
    return window


def spread(stage: Stage) -> QWidget:
    window = CapacityWindow(stage.session, stage.main)
    window.look()
    window.reach.setValue(5)
    window.capacity.setValue(2)
    window.propose()
    return window


def new_dates(stage: Stage) -> QWidget:
    ward = replace(stage.session.registry.settings.ward(), off_days="forward", summary_days=(("final", "12-31"),))
    dates = due_rules.preview(stage.session.registry, ward)
    return DatesPreview(_("Change how due dates are reckoned"), LONG_NAME, _("&Change the rules"), dates, stage.main)


def excuse(stage: Stage) -> QWidget:
    return ExcuseDialog(stage.session, stage.some[:1], [LONG_NAME], stage.main)
