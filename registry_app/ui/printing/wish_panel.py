"""The left side of the print window: which list, which rows, which form of paper."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.search import Moment
from registry_app.domain.words import N_, _
from registry_app.operations.printing import REPORTS
from registry_app.reports.spec import Kind
from registry_app.ui.widgets.wheel import guard

from .wishes import ALL, SELECTED, SHOWN, Wishes, rows_label, shown_day

KINDS = {
    Kind.INTERNAL: (
        N_("&Internal paper"),
        N_("With the letterhead, number, recipients and signature, marked “LƯU HÀNH NỘI BỘ”."),
    ),
    Kind.APPENDIX: (
        N_("&Appendix"),
        N_("Goes with a decision, report or proposal: no letterhead and no signature of its own."),
    ),
}


class WishPanel(QWidget):
    """Shows Wishes and tells when the user asks for something else."""

    changed = Signal(object)
    """The new Wishes."""

    def __init__(self, wishes: Wishes, at: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._at = at
        self._report = self._report_box()
        self._rows = {rows: QRadioButton() for rows in (SHOWN, SELECTED, ALL)}
        self._kinds = {kind: QRadioButton(_(label)) for kind, (label, _tip) in KINDS.items()}
        self._dated = QCheckBox(_("&Date it today ({day})").format(day=shown_day(at.on)))
        self._dated.setToolTip(_("Otherwise the date stays dotted, to be filled in by hand."))
        self._lay_out()
        self.show_wishes(wishes)
        self._listen()

    def show_wishes(self, wishes: Wishes) -> None:
        """Take ``wishes`` over without telling."""
        self._wishes = wishes
        self._report.setCurrentIndex(self._report.findData(wishes.report))
        self._rows[wishes.rows].setChecked(True)
        self._kinds[wishes.kind].setChecked(True)
        self._dated.setChecked(wishes.dated)
        self._dated.setEnabled(wishes.kind is Kind.INTERNAL)

    def show_counts(self, counts: Mapping[str, int], choices: Collection[str]) -> None:
        """Offer ``choices`` of rows and say how many each prints; a choice of none can only be left."""
        for rows, button in self._rows.items():
            button.setVisible(rows in choices)
            button.setText(rows_label(rows, self._wishes.report, self._at, counts[rows]))
            button.setEnabled(bool(counts[rows]) or button.isChecked())

    @property
    def row_texts(self) -> tuple[str, ...]:
        """What the choices of rows that are offered say."""
        return tuple(button.text() for button in self._rows.values() if button.isVisibleTo(self))

    def choose(self, *, report: str = "", rows: str = "", kind: Kind | None = None, dated: bool | None = None) -> None:
        """Ask for something else, as a click would."""
        if report:
            self._report.setCurrentIndex(self._report.findData(report))
        if rows:
            self._rows[rows].click()
        if kind:
            self._kinds[kind].click()
        if dated is not None and dated != self._dated.isChecked():
            self._dated.click()

    def _report_box(self) -> QComboBox:
        box = QComboBox()
        for name, declared in REPORTS.items():
            box.addItem(_(declared.label), name)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        guard(box)
        return box

    def _lay_out(self) -> None:
        label = QLabel(_("&What to print"))
        label.setBuddy(self._report)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self._report)
        column.addSpacing(6)
        column.addWidget(_group(_("Rows"), *self._rows.values()))
        parts: list[QWidget] = []
        for kind, button in self._kinds.items():
            tip = _(KINDS[kind][1])
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            parts += [button]
        column.addWidget(_group(_("Form of the paper"), *parts, self._dated))
        column.addStretch(1)

    def _listen(self) -> None:
        self._report.currentIndexChanged.connect(lambda _place: self._tell(report=self._report.currentData()))
        for rows, button in self._rows.items():
            button.clicked.connect(lambda _checked, rows=rows: self._tell(rows=rows))
        for kind, button in self._kinds.items():
            button.clicked.connect(lambda _checked, kind=kind: self._tell(kind=kind))
        self._dated.clicked.connect(lambda checked: self._tell(dated=checked))

    def _tell(self, **new: object) -> None:
        wishes = replace(self._wishes, **new)  # type: ignore[arg-type]
        if wishes != self._wishes:
            self._wishes = wishes
            self._dated.setEnabled(wishes.kind is Kind.INTERNAL)
            self.changed.emit(wishes)


def _group(title: str, *parts: QWidget) -> QGroupBox:
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    exclusive = QButtonGroup(box)
    for part in parts:
        column.addWidget(part)
        if isinstance(part, QRadioButton):
            exclusive.addButton(part)
    return box
