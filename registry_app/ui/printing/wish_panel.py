"""The left side of the print window: which paper, which rows, which columns, what stands around them; and templates."""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from registry_app.domain.search import Moment
from registry_app.domain.wish import Template, Wish
from registry_app.domain.words import N_, _
from registry_app.operations.paper_choices import Choices
from registry_app.operations.printing import REPORTS
from registry_app.reports.spec import Kind
from registry_app.ui.widgets.scrolling import Scrolling
from registry_app.ui.widgets.small_button import SmallButton
from registry_app.ui.widgets.tab_bar import ROOMY, TabBar
from registry_app.ui.widgets.wheel import guard

from .columns_tab import ColumnsTab
from .paper_tab import PaperTab
from .rows_tab import RowsTab
from .wishes import Wishes

FAMILIES = (
    (N_("Models"), ("model",)),
    (N_("Sites, teams, people"), ("site", "team", "membership", "person")),
    (N_("Households, camera points"), ("household", "camera_point")),
    (N_("Results"), ("result",)),
    (N_("Commendations, recognition"), ("commendation", "exemplar", "recognition")),
)
"""Under which headings reports are offered, by noun."""


class WishPanel(QWidget):
    """Shows Wishes and tells when the user asks for something else."""

    changed = Signal(object)
    """The new Wishes."""
    template_wanted = Signal(object)
    """The Template that was chosen; None for the report as it is declared."""
    keep_wanted = Signal()
    """What is wished is to be kept as a template."""
    drop_wanted = Signal()
    """The template that is shown is to be deleted."""

    def __init__(self, wishes: Wishes, at: Moment, reports: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._report = self._report_box(reports)
        self.templates = QComboBox()
        self.templates.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        guard(self.templates)
        self._keep = SmallButton("save", _("Keep as a template…"))
        self._drop = SmallButton("trash", _("Delete this template"))
        self.rows, self.columns, self.paper = RowsTab(at), ColumnsTab(), PaperTab(at)
        for button in (self._keep, self._drop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs = QTabWidget()
        self._tabs.setTabBar(TabBar(beside=ROOMY))
        self._tabs.tabBar().setAccessibleName(_("What is chosen for the paper"))
        self._tabs.setDocumentMode(True)
        self._lay_out()
        self._listen()

    def show_wishes(self, wishes: Wishes, offered: Choices) -> None:
        """Take ``wishes`` over without telling, with what is ``offered`` for their report."""
        self._wishes = wishes
        blocked = self._report.blockSignals(True)
        self._report.setCurrentIndex(self._report.findData(wishes.report))
        self._report.blockSignals(blocked)
        self.rows.show_wishes(wishes)
        wish = wishes.wish
        self.columns.show_wish(wish, offered)
        self.paper.show_wish(wish, dated=wishes.dated, usual=dict(offered.words))

    def show_templates(self, found: Sequence[Template], chosen: int, *, may_write: bool) -> None:
        """Offer the templates of the report; the one of the number ``chosen`` is shown (0: none)."""
        self.templates.blockSignals(True)
        self.templates.clear()
        self.templates.addItem(_("As the report is declared"), None)
        for one in found:
            self.templates.addItem(one.name, one)
        places = [place for place, one in enumerate(found, 1) if one.id == chosen]
        self.templates.setCurrentIndex(places[0] if places else 0)
        self.templates.blockSignals(False)
        self._keep.setEnabled(may_write)
        self._drop.setEnabled(may_write and bool(places))

    def show_counts(self, counts: Mapping[str, int], choices: Collection[str], *, of: str = "") -> None:
        """Offer ``choices`` of rows and say how many each prints."""
        self.rows.show_counts(counts, choices, self._wishes.report, of=of)

    @property
    def row_texts(self) -> tuple[str, ...]:
        """What the choices of rows that are offered say."""
        return self.rows.texts

    def choose(self, *, report: str = "", rows: str = "", kind: Kind | None = None, dated: bool | None = None) -> None:
        """Ask for something else, as a click would."""
        if report:
            self._report.setCurrentIndex(self._report.findData(report))
        if rows:
            self.rows.choices[rows].click()
        if kind:
            self.paper.kinds[kind].click()
        if dated is not None and dated != self.paper.date_box.isChecked():
            self.paper.date_box.click()

    def wish(self, **new: object) -> None:
        """Ask for other values of Wish, as a click would."""
        self._wished(new)

    def _report_box(self, reports: Collection[str]) -> QComboBox:
        """The reports under headings that cannot be chosen."""
        box = QComboBox()
        for heading, nouns in FAMILIES:
            some = [
                name for name in REPORTS if name in reports and (REPORTS[name].about or REPORTS[name].noun) in nouns
            ]
            if not some:
                continue
            box.addItem(_(heading))
            model = box.model()
            if isinstance(model, QStandardItemModel):
                model.item(box.count() - 1).setEnabled(False)
            for name in some:
                box.addItem(_(REPORTS[name].label), name)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        guard(box)
        return box

    def _lay_out(self) -> None:
        label, kept = QLabel(_("W&hat to print")), QLabel(_("Te&mplate"))
        label.setBuddy(self._report)
        kept.setBuddy(self.templates)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.templates, 1)
        line.addWidget(self._keep)
        line.addWidget(self._drop)
        for tab, words in ((self.rows, _("Rows")), (self.columns, _("Columns")), (self.paper, _("Paper"))):
            self._tabs.addTab(Scrolling(tab), words)
            tab.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self._report, kept):
            column.addWidget(widget)
        column.addLayout(line)
        column.addSpacing(4)
        column.addWidget(self._tabs, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words on a tab: what scrolls it needs another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            for area in self._tabs.findChildren(Scrolling):
                area.updateGeometry()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        self._report.currentIndexChanged.connect(self._turn)
        self.templates.currentIndexChanged.connect(
            lambda _place: self.template_wanted.emit(self.templates.currentData())
        )
        self._keep.clicked.connect(self.keep_wanted)
        self._drop.clicked.connect(self.drop_wanted)
        self.rows.rows_wanted.connect(lambda rows: self._tell(replace(self._wishes, rows=rows)))
        self.paper.dated.connect(lambda on: self._tell(replace(self._wishes, dated=on)))
        for tab in (self.rows, self.columns, self.paper):
            tab.wished.connect(self._wished)

    def _turn(self, _place: int) -> None:
        """Another report: its columns and titles are its own, the copy and the day stay."""
        report = self._report.currentData()
        if report:
            kept = Wish(copy=self._wishes.wish.copy, as_of=self._wishes.wish.as_of, kind=self._wishes.wish.kind)
            self._tell(replace(self._wishes, report=report, wish=kept))

    def _wished(self, new: dict[str, object]) -> None:
        self._tell(self._wishes.wishing(**new))

    def _tell(self, wishes: Wishes) -> None:
        if wishes != self._wishes:
            self._wishes = wishes
            self.changed.emit(wishes)
