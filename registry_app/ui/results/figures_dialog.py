"""Many figures at once: period, scope and source are said once, then the figures are typed one below the other.

Sums are checked while one types; all of it is one action."""

from contextlib import suppress
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import IndicatorId
from registry_app.domain.kinds import BadValue
from registry_app.domain.period_text import PERIOD
from registry_app.domain.result_sums import Finding
from registry_app.domain.result_text import read_figure, said
from registry_app.domain.words import N_, _, n_
from registry_app.operations import result_entry
from registry_app.operations.result_entry import Entered
from registry_app.store.registry import Registry
from registry_app.ui import ask
from registry_app.ui.links import linked
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.linked import NUMBER, number_of
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.understood import Understood

from .figure_rows import Meaning, laid_out
from .figure_table import ENTER, FigureTable

SIZE = (980, 700)
EDGE = 48
UNKNOWN_MODEL = N_("“{typed}” is not in the register. Choose one of those offered while typing.")
UNSAVED = N_("Figures are typed that are not saved. Give them up?")
"""What stands in the way of closing."""


class FiguresDialog(QDialog):
    """Stays open until the figures are saved or given up; what was typed is never lost to a refusal."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Figures of a period"))
        self.setProperty("guide", "results")
        self._session = session
        self.fields = FieldGrid()
        self._add_fields()
        self.table = FigureTable(_("Figures of a period"), laid_out(session.registry.lists.indicators.values()))
        self._row = MarkedLabel(selectable=True)
        self._notice = MarkedLabel(selectable=True)
        self._buttons = QDialogButtonBox()
        self.save_button = self._buttons.addButton(_("&Save the figures"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.save_button.setAutoDefault(False)
        for button in self._buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        rows = QVBoxLayout(self)
        for widget in (self.fields, self.table, self._row, self._notice, self._buttons):
            rows.addWidget(widget, 1 if widget is self.table else 0)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self.fields.committed.connect(self._committed)
        self.table.rows.typed.connect(self._soon.start)
        self.table.moved.connect(self._say_row)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))
        self.fields["period"].control.setFocus()

    @classmethod
    def enter(cls, session: Session, parent: QWidget | None = None) -> Entered | None:
        """Let the user type figures; what was written, None when they were given up."""
        dialog = cls(session, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.entered

    entered: Entered | None = None
    """What was written."""

    @property
    def notice(self) -> str:
        """What is said of the whole."""
        return self._notice.text

    @property
    def row_notice(self) -> str:
        """What is said of the current figure."""
        return self._row.text

    def _add_fields(self) -> None:
        lists, fields = self._session.registry.lists, self.fields
        period = Understood(lambda text: PERIOD.explained(text, date.today()), hint=_("Q1/2026; 2025"))
        areas = [one.name for one in lists.areas.values() if not one.retired]
        fields.add("period", _("&Period"), period, required=True)
        fields.add("source", _("S&ource paper"), OneLine(hint=_("Name and date of the report")), beside="period")
        fields.add("area", _("&Area"), Picker(areas, hint=_("whole ward")))
        fields.add("paper_number", _("N&umber of the paper"), OneLine(), beside="area")
        fields.add("model", _("&Model"), linked(self._session, "model", hint=_("Name or code")))
        fields.add("place", _("Of another p&lace"), OneLine(hint=_("former ward, district …")), beside="model")
        fields.finish()

    # -- what follows ----------------------------------------------------------------------------------------------

    def _typed(self) -> tuple[dict[str, str], int | None]:
        """What stands in the fields above, and the model. Raises Refused for a model that is none."""
        typed = {name: one_text(text) for name, text in self.fields.typed().items()}
        model = typed.pop("model").strip()
        if model and not model.startswith(NUMBER):
            raise Refused([Problem("model", UNKNOWN_MODEL, {"typed": model})])
        return typed, number_of(model)

    def _figures(self) -> dict[IndicatorId, str]:
        return {number: text for number, text in self.table.rows.sheet.typed.items() if text.strip()}

    def _committed(self, name: str) -> None:
        text = one_text(self.fields[name].typed()).strip()
        if name == "period" and text:
            with suppress(BadValue):
                self.fields.fill({"period": PERIOD.show(PERIOD.parse(text, date.today()))})
        self._soon.start()

    def _look(self) -> None:
        """Show what the register has of this period, scope and source, and what follows from what is typed."""
        if not self._session.is_open or self._session.is_lent:
            return
        registry = self._session.registry
        try:
            typed, model = self._typed()
        except Refused:
            typed, model = {}, None
        shared, _problems = result_entry.head(registry, typed, model)
        indicators = registry.lists.indicators
        standing = result_entry.standing(registry, shared)
        held = {number: said(one.figure, "") for number, one in standing.items()}
        figures = self._figures()
        values, problems = result_entry.read(registry, typed, figures, model)
        meanings = {
            number: Meaning(said(read_figure(text).canonical, indicators[number].unit))
            for number, text in figures.items()
            if _reads(text)
        }
        for finding in result_entry.findings(registry, values):
            meanings[finding.whole.indicator_id] = self._summed(finding)
        for problem in problems:
            number, dot, _field = problem.field.partition(".")
            if dot:
                meanings[IndicatorId(int(number))] = Meaning(str(problem), marks.PROBLEM)
        self.table.rows.tell(held, meanings)
        self._say_row()

    def _say_row(self) -> None:
        """What is told of the current figure, where there is room for all of it."""
        number = self.table.current
        meaning = self.table.rows.sheet.meanings.get(number) if number else None
        if meaning is None or meaning.mark is None:
            self._row.clear()
        else:
            self._row.say(meaning.text, meaning.mark)

    def _summed(self, finding: Finding) -> Meaning:
        if finding.problem is None:
            parts = " + ".join(said(one.figure, "") for one in finding.parts)
            return Meaning(f"{said(finding.whole.figure, '')} = {parts}", marks.DONE)
        return Meaning(str(finding.problem), marks.NOTICE)

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        self.table.settle()
        self.fields.clear_problems()
        self._notice.clear()
        try:
            with self._session.telling(self._say):
                typed, model = self._typed()
                figures = self._figures()
                done = self._session.run(lambda registry: _write(registry, typed, figures, model))
        except Refused as refused:
            self._refused(refused)
            return
        if done is not None:
            self.entered = done
            self.accept()

    def _refused(self, refused: Refused) -> None:
        self._look()
        rest = []
        for problem in refused.problems:
            if problem.field in self.fields:
                self.fields.say(problem.field, str(problem))
            elif "." not in problem.field:
                rest.append(str(problem))
        wrong = [problem for problem in refused.problems if problem.field.endswith(".figure")]
        if wrong:
            text = n_("{count} figure cannot be read.", "{count} figures cannot be read.", len(wrong))
            rest.append(text.format(count=len(wrong)))
        self._say(" ".join([_("Not saved: please mend what is marked."), *rest]))
        first = self.fields.first_problem()
        if first:
            self.fields[first].control.setFocus()
        elif wrong:
            self.table.go_to(int(wrong[0].field.partition(".")[0]))

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    # -- leaving ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves; Enter only goes on to the next field."""
        if event.matches(QKeySequence.StandardKey.Save):
            self._save()
            return
        if event.key() in ENTER:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Figures that were typed are not given up by accident."""
        self.table.settle()
        if not self._figures() or ask.confirm(self, _(UNSAVED), yes=_("&Give up"), no=_("&Keep typing")):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Cancel."""
        event.ignore()
        self.reject()


def _reads(text: str) -> bool:
    try:
        read_figure(text)
    except BadValue:
        return False
    return True


def _write(registry: Registry, typed: dict[str, str], figures: dict[IndicatorId, str], model: int | None) -> Entered:
    return result_entry.save(registry, typed, figures, model)
