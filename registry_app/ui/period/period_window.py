"""The report of a period: its figures beside those of the period before, its charts, and the finished paper."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.kinds import BadValue
from registry_app.domain.period_text import PERIOD, Span, read_period
from registry_app.domain.words import _
from registry_app.operations import period_charts, period_lines, period_paper, period_report
from registry_app.operations.period_charts import Drawn
from registry_app.operations.period_lines import Section
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry
from registry_app.ui import theme
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.scrolling import Scrolling
from registry_app.ui.widgets.tab_bar import ROOMY, TabBar
from registry_app.ui.widgets.understood import Understood

from .charts_page import ChartsPage

SIZE = (1040, 720)
LETTERS = (0, 26, 26, 14)
HALF = 6
HIGHER = 6
"""Logical pixels by which a row is higher than its letters."""


class Made(Struct, frozen=True, kw_only=True):
    """What was read of a period: everything that the window shows."""

    sections: tuple[Section, ...]
    charts: dict[str, Drawn]
    prepared: Prepared
    said: str


class PeriodWindow(QDialog):
    """Follows the register. A period that cannot be read is told beside it, and what was shown stays."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from registry_app.ui.printing.setting import Setting  # QtPdf

        self.setProperty("guide", "period")
        self.setWindowTitle(_("Report of a period"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session = session
        self._setting = Setting(session, self)
        self.period = Understood(
            lambda text: PERIOD.explained(text, date.today()), hint=_("2026; first 6 months of 2026")
        )
        self.against = Choice(
            [Offer("before", _("the period just before")), Offer("year", _("the same period a year before"))]
        )
        self.table = _table()
        self.charts = ChartsPage()
        self._notice = MarkedLabel()
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TabBar(beside=ROOMY))
        self.tabs.setDocumentMode(True)
        self._lay_out()
        self.period.fill(PERIOD.show(PERIOD.parse(_usual(date.today()), date.today())))
        self.period.committed.connect(self.refresh)
        self.against.committed.connect(self.refresh)
        session.changed.connect(self._look_again)
        session.closing.connect(self.reject)

    @classmethod
    def show_report(cls, session: Session, parent: QWidget | None = None) -> None:
        """Show the report of the half year until the user is done."""
        window = cls(session, parent)
        window.refresh()
        window.exec()
        window.deleteLater()

    @property
    def setting(self) -> QWidget:
        """What shows the paper."""
        return self._setting.preview

    @property
    def notice(self) -> str:
        """What is said of the period."""
        return self._notice.text

    def _look_again(self, _changes: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read the period that is typed, aside, and show it."""
        self._notice.clear()
        try:
            span = read_period(one_text(self.period.typed()), date.today())
        except BadValue as wrong:
            self._notice.say(str(wrong), marks.PROBLEM)
            return
        if span[0] > date.today():
            self._notice.say(_("The period has not begun yet."), marks.PROBLEM)
            return
        if not self._session.is_open or self._session.is_lent:
            return
        against = one_text(self.against.typed())
        made = self._session.run_and_wait(self, _read, span, against, title=_("Reading the period…"))
        if made is not None:
            self._show(made)

    def _show(self, made: Made) -> None:
        _fill(self.table, made.sections)
        self.charts.show_charts(made.charts)
        self._notice.say(made.said, marks.DONE)
        self._setting.set_paper(made.prepared)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for words, editor, letters in (
            (_("Per&iod:"), self.period, 34),
            (_("&Compared with:"), self.against, 34),
        ):
            label = QLabel(words)
            label.setBuddy(editor.control)
            label.setMinimumHeight(editor.control.sizeHint().height())
            editor.control.setAccessibleName(words.replace("&", "").rstrip(":"))
            editor.setMinimumWidth(self.fontMetrics().averageCharWidth() * letters)
            editor.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            top.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            top.addWidget(editor, 0, Qt.AlignmentFlag.AlignTop)
        top.addStretch(1)
        paper, below = QWidget(), QHBoxLayout()
        column = QVBoxLayout(paper)
        column.addWidget(self._setting.preview, 1)
        column.addWidget(self._setting.info)
        column.addWidget(self._setting.warning)
        self.tabs.addTab(self.table, _("&Figures"))
        self.tabs.addTab(Scrolling(self.charts), _("C&harts"))
        self.tabs.addTab(paper, _("P&aper"))
        for place, button in enumerate(self._setting.buttons):
            below.addWidget(button)
            button.setDefault(False)  # Enter ends what is typed
            if place == 0:
                below.addStretch(1)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        below.addWidget(close)
        rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(self._notice)
        rows.addWidget(self.tabs, 1)
        rows.addLayout(below)
        room = self.screen().availableGeometry()
        width, height = map(theme.grown, SIZE)
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))


def _read(registry: Registry, span: Span, against: str) -> Made:
    found = period_report.compare(registry, *span, against)
    return Made(
        sections=period_lines.sections(found),
        charts=period_charts.charts(registry, found),
        prepared=period_paper.of(registry, found),
        said=period_lines.title(found),
    )


def _usual(today: date) -> str:
    """The half year that is reported on now."""
    half = "đầu" if today.month <= HALF else "cuối"
    return f"6 tháng {half} {today.year}"


def _table() -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName(_("Figures of the period"))
    table.setHeaderLabels([_("What is counted"), _("This period"), _("Period before"), _("Change")])
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAlternatingRowColors(True)
    header, letter = table.header(), table.fontMetrics().averageCharWidth()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, header.ResizeMode.Stretch)
    for column, letters in enumerate(LETTERS):
        if letters:
            table.setColumnWidth(column, letter * letters)
    return table


def _fill(table: QTreeWidget, sections: tuple[Section, ...]) -> None:
    table.clear()
    height = table.fontMetrics().height() + HIGHER
    for section in sections:
        title = QTreeWidgetItem([section.title])
        font = table.font()
        font.setBold(True)
        title.setFont(0, font)
        title.setSizeHint(0, QSize(0, height))
        title.setFlags(Qt.ItemFlag.ItemIsEnabled)
        table.addTopLevelItem(title)
        title.setFirstColumnSpanned(True)
        for line in section.lines:
            item = QTreeWidgetItem([f"   {line.label}", line.now, line.before, line.change])
            item.setToolTip(0, line.label)
            item.setSizeHint(0, QSize(0, height))
            for column in range(1, len(LETTERS)):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.addTopLevelItem(item)
