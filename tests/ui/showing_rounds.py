"""Brings the page of rounds, its dialogs and the entry screen onto the screen."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.search import Filter, Search
from registry_app.operations import rounds, worksheets
from registry_app.operations.rounds import Entered, NewRound
from registry_app.ui.printing.paper_window import PaperWindow
from registry_app.ui.rounds import back_dialog
from registry_app.ui.rounds.assign_dialog import AssignDialog
from registry_app.ui.rounds.back_dialog import BackDialog
from registry_app.ui.rounds.close_dialog import CloseRoundDialog
from registry_app.ui.rounds.edit_dialog import EditRoundDialog
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.leave_out_dialog import LeaveOutDialog
from registry_app.ui.rounds.move_dialog import MoveDialog
from registry_app.ui.rounds.open_dialog import OpenRoundDialog
from registry_app.ui.rounds.page import RoundsPage
from registry_app.ui.rounds.papers import print_papers
from registry_app.ui.rounds.sheets_dialog import SheetsDialog

from .rounds.filling import filled
from .stage import Look, Stage, dispose, settle

DRAWN_MS = 150
NAME = "Rà soát của người thử"
REVIEWER = "Nguyễn Văn An"
FINDINGS = "Hoạt động đều, có sổ theo dõi, đề nghị khen thưởng"


def round_of(stage: Stage) -> RoundId:
    """An open round in which something was entered, left out and printed; made once."""
    registry = stage.session.registry
    known = [one.round.id for one in rounds.rounds(registry) if one.round.name == NAME]
    if known:
        return known[0]
    today = date.today()
    sheets = registry.loop.scoring.sheets()
    new = NewRound(
        name=NAME,
        period_from=f"1/7/{today.year}",
        period_to=f"31/12/{today.year}",
        deadline=f"1/11/{today.year}",
        paper_number="12/KH-UBND",
        search=Search(filters=(Filter("status_kind", ("active",)),)),
        sheet_id=next(iter(sheets), None),
    )
    number = rounds.open_round(registry, new).id
    rounds.assign(registry, number, range(1, 30), REVIEWER)
    rounds.enter(registry, number, [Entered(position=one, grade="Tốt", findings=FINDINGS) for one in range(1, 20)])
    rounds.leave_out(registry, number, [5, 31], "Tạm dừng")
    worksheets.make(registry, number, reviewer=REVIEWER)
    return number


def rows(stage: Stage, *positions: int) -> list[RowShown]:
    """Rows of that round."""
    found = rounds.rows(stage.session.registry, round_of(stage))
    return [row for row in found if row.position in positions]


def page(stage: Stage, tab: int = 0) -> None:
    """The page of rounds at one of its tabs."""
    number = round_of(stage)
    stage.main.turn_to("round")
    shown = stage.main.rounds
    assert isinstance(shown, RoundsPage)
    shown.rows.reset()
    shown.show_round(number)
    shown.tabs.setCurrentIndex(tab)
    settle()
    shown.rows.table.selectRow(3)


def no_round(stage: Stage) -> None:
    """The page without a round."""
    page(stage)
    stage.main.rounds.rounds.clear()
    stage.main.rounds._show_round()


def closed(stage: Stage) -> None:
    """What is kept of a closing."""
    number = round_of(stage)
    rounds.close(stage.session.registry, number, "22/11/2026", leave_out_rest="Chưa rà soát kịp")
    page(stage, 2)
    settle()


def closed_and_undone(stage: Stage) -> None:
    """What is kept of a closing that was taken back."""
    if not rounds.one(stage.session.registry, round_of(stage)).is_open:
        stage.session.undo()
    page(stage, 2)


def opening(stage: Stage) -> QWidget:
    return OpenRoundDialog(stage.session, stage.main.models.search, stage.main)


def opening_refused(stage: Stage) -> QWidget:
    made = OpenRoundDialog(stage.session, stage.main.models.search, stage.main)
    made.fields.fill({"name": "", "period_to": "1/1/2020", "deadline": "x"})
    made._go()
    made.table.setCurrentIndex(made.areas.index(0, 2))
    made.table.edit(made.areas.index(0, 2))
    return made


def editing(stage: Stage) -> QWidget:
    return EditRoundDialog(stage.session, rounds.one(stage.session.registry, round_of(stage)).round, stage.main)


def assigning(stage: Stage) -> QWidget:
    return AssignDialog(stage.session, round_of(stage), rows(stage, 1, 2), stage.main)


def moving(stage: Stage) -> QWidget:
    return MoveDialog(stage.session, round_of(stage), rows(stage, *range(1, 30)), stage.main)


def leaving_out(stage: Stage) -> QWidget:
    made = LeaveOutDialog(stage.session, round_of(stage), rows(stage, 1, 2), stage.main)
    made._go()
    return made


def closing(stage: Stage) -> QWidget:
    registry, number = stage.session.registry, round_of(stage)
    made = CloseRoundDialog(stage.session, rounds.one(registry, number), rounds.closing(registry, number), stage.main)
    made._go()
    return made


def sheets(stage: Stage) -> QWidget:
    shown = rounds.one(stage.session.registry, round_of(stage))
    return SheetsDialog(stage.session, shown, rows(stage, *range(1, 200)), rows(stage, 2, 3), stage.main)


def entering(stage: Stage) -> QWidget:
    """The entry screen, a row refused."""
    number = round_of(stage)
    shown = rounds.one(stage.session.registry, number)
    made = EntryWindow(stage.session, shown, rounds.rows(stage.session.registry, number), stage.main)
    made.begin(21)
    made.rows.put(made.view.place, "grade", "Khá")
    made.rows.put(made.view.place, "on", "1/1/2020")
    made.save()
    return made


def typing(stage: Stage) -> QWidget:
    """The entry screen while findings are typed."""
    made = entering(stage)
    assert isinstance(made, EntryWindow)
    made.lines[made.view.place].forget()
    made.show()
    made.begin(22)
    made.view.begin(6)
    return made


def papers(stage: Stage, look: Look) -> None:
    """The papers about the whole round, the first of them."""
    print_papers(stage.session, rounds.one(stage.session.registry, round_of(stage)).round, stage.main)
    (shown,) = stage.main.findChildren(PaperWindow)
    while shown.setting.paper is None:
        settle()
    settle(DRAWN_MS)
    look(shown)
    dispose(shown)


def _back(stage: Stage, name: str, **by_row: dict[str, str]) -> QWidget:
    registry = stage.session.registry
    sheet = worksheets.worksheets(registry, round_of(stage))[0]
    path: Path = filled(registry, sheet, stage.place / name, **by_row)
    return BackDialog(stage.session, path, back_dialog.read(registry, path), stage.main)


def back(stage: Stage) -> QWidget:
    """A worksheet that came back well."""
    return _back(stage, "phieu-1.xlsx", row21={"grade": "Tốt", "findings": FINDINGS}, row22={"effective": "Không"})


def back_wrong(stage: Stage) -> QWidget:
    """One that cannot be entered."""
    return _back(stage, "phieu-2.xlsx", row21={"grade": "A+"}, row22={"on": "1/1/2020"}, row23={"grade": "Khá"})
