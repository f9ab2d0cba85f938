"""Brings grades, points and decisions onto the screen."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import ModelId, SheetId
from registry_app.operations import scoring
from registry_app.ui.decisions.decision_dialog import DecisionDialog
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.scoring.points_panel import POINTS
from registry_app.ui.scoring.scale_dialog import LEAST, ScaleDialog
from registry_app.ui.scoring.sheet_dialog import SheetDialog
from registry_app.ui.settings.settings_window import SettingsWindow

from .showing_main import LONG_NAME
from .stage import Stage, Visit, beside, settle

PAPER = {"on": "01/11/2026", "paper_number": "12/QĐ-UBND"}
PASTED = f"TT\tNội dung\tĐiểm chuẩn\n1\t{LONG_NAME}\t5\nTổng cộng\t\t5"


def active(stage: Stage) -> list[ModelId]:
    """Models that decisions may be about."""
    rows = stage.session.registry.models.window(stage.all, stage.session.moment)
    return [row.id for row in rows if row.status_kind == "active" and not row.statutory][:7]


def decision(kind: str) -> Visit:
    def dialog(stage: Stage) -> QWidget:
        one, *_others, target = active(stage)
        made = DecisionDialog(stage.session, [one], kind, stage.main)
        made.fields.fill({**PAPER, "target": f"#{target}", "names": (LONG_NAME[:60],), "reason": LONG_NAME[:90]})
        made.show_preview()
        return made

    return beside(dialog)


def decision_refused(stage: Stage) -> QWidget:
    made = DecisionDialog(stage.session, active(stage), "end", stage.main)
    made.fields.fill({"on": "31/02/2026"})
    made.yes_button.click()
    settle()
    return made


def points(stage: Stage) -> QWidget:
    sheet = scoring.sheets(stage.session.registry)[0].sheet
    made = ReviewDialog(stage.session, active(stage)[:1], None, stage.main)
    made.fields.fill({"sheet": str(sheet.id)})
    for row, text in enumerate(("2,5", "100", "ba")):
        made.points.table.type(row, POINTS, text)
    return made


def scale(stage: Stage) -> QWidget:
    made = ScaleDialog(stage.session, None, stage.main)
    made.table.type(1, LEAST, "90")
    made.yes_button.click()
    settle()
    return made


def sheet(stage: Stage) -> QWidget:
    made = SheetDialog(stage.session, SheetId(scoring.sheets(stage.session.registry)[0].sheet.id), stage.main)
    made.table.paste(PASTED)
    return made


def grades(tab: int) -> Visit:
    def window(stage: Stage) -> QWidget:
        made = SettingsWindow(stage.session, stage.choices, (), stage.main)
        made.turn_to("grades")
        made.grades.tabs.setCurrentIndex(tab)
        return made

    return beside(window)
