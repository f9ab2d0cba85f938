"""What stands around the table of a paper: its form, titles, criteria, letterhead and signature."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.kinds import LINE_LIMIT
from registry_app.domain.search import Moment
from registry_app.domain.wish import Wish
from registry_app.domain.words import N_, _
from registry_app.reports.spec import Kind

from .wishes import shown_day

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
LINES = {
    "title": N_("Title"),
    "abstract": N_("What it is about"),
    "criteria": N_("Line below the title"),
    "signer_authority": N_("Power of the signer"),
    "signer_position": N_("Position"),
    "signer_name": N_("Name of the signer"),
}
GAP = 4
"""Between the lines of the tab, logical pixels: all of it fits a low screen."""


class PaperTab(QWidget):
    """Shows a Wish and tells what is wished instead."""

    wished = Signal(dict)
    """The new values of Wish, by name."""
    dated = Signal(bool)
    """Whether the paper is to bear today's date."""

    def __init__(self, at: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = {kind: QRadioButton(_(label)) for kind, (label, _tip) in KINDS.items()}
        self.date_box = QCheckBox(_("&Date it today ({day})").format(day=shown_day(at.on)))
        self.date_box.setToolTip(_("Otherwise the date stays dotted, to be filled in by hand."))
        self.letterhead = QCheckBox(_("Letterhead"))
        self.signed = QCheckBox(_("Signature and recipients"))
        self.lines = {name: QLineEdit(maxLength=LINE_LIMIT) for name in LINES}
        self._lay_out()
        self._listen()

    def show_wish(self, wish: Wish, *, dated: bool, usual: dict[str, str]) -> None:
        """Show ``wish``; what is blank in it says in grey what is ``usual``."""
        internal = wish.kind == Kind.INTERNAL
        parts = (*self.kinds.values(), self.date_box, self.letterhead, self.signed, *self.lines.values())
        for part in parts:
            part.blockSignals(True)
        self.kinds[Kind(wish.kind)].setChecked(True)
        self.date_box.setChecked(dated)
        self.letterhead.setChecked(wish.letterhead)
        self.signed.setChecked(wish.signed)
        for name, line in self.lines.items():
            text = getattr(wish, name) or ""
            if line.text() != text and not line.hasFocus():
                line.setText(text)
            line.setPlaceholderText(usual.get(name, ""))
            line.setToolTip(usual.get(name, ""))
        for part in parts:
            part.blockSignals(False)
        self.date_box.setEnabled(internal)
        self.letterhead.setEnabled(internal)
        self.signed.setEnabled(internal)
        for name, line in self.lines.items():
            line.setEnabled(not name.startswith("signer") or (internal and wish.signed))

    def _lay_out(self) -> None:
        exclusive = QButtonGroup(self)
        rows = QVBoxLayout(self)
        rows.setSpacing(GAP)
        for kind, button in self.kinds.items():
            tip = _(KINDS[kind][1])
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            exclusive.addButton(button)
            rows.addWidget(button)
        for box in (self.date_box, self.letterhead, self.signed):
            rows.addWidget(box)
        rows.addWidget(_lines(_("Words above the table"), {name: self.lines[name] for name in list(LINES)[:3]}))
        rows.addWidget(_lines(_("Signer"), {name: self.lines[name] for name in list(LINES)[3:]}))
        rows.addStretch(1)

    def _listen(self) -> None:
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _checked, kind=kind: self.wished.emit({"kind": str(kind)}))
        self.date_box.clicked.connect(self.dated.emit)
        self.letterhead.clicked.connect(lambda on: self.wished.emit({"letterhead": on}))
        self.signed.clicked.connect(lambda on: self.wished.emit({"signed": on}))
        for name, line in self.lines.items():
            line.textEdited.connect(lambda text, name=name: self._tell(name, text))

    def _tell(self, name: str, text: str) -> None:
        blank = None if name == "criteria" else ""
        self.wished.emit({name: text.strip() or blank})


def _lines(title: str, lines: dict[str, QLineEdit]) -> QGroupBox:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setVerticalSpacing(2)
    for name, line in lines.items():
        form.addRow(_(LINES[name]), line)
    return box
