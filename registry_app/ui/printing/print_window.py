"""The print window: choices at the left, the finished paper at the right, and the ways it can go below.

Values are read on the window's thread, but for great many rows; the paper is set aside from it. QtPdf is imported when
the first window opens.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.search import Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.wish import USUAL, Template
from registry_app.domain.words import _
from registry_app.operations import paper_choices, templates
from registry_app.operations.printing import REPORTS
from registry_app.ui import ask
from registry_app.ui.session import Session

from .paper_tab import LINES
from .ways import Paper
from .wish_panel import WishPanel
from .wishes import OWNED, Source, Wishes

MOST_LETTERS = 12
PANEL_WIDTH = 320
TYPING_MS = 120
"""How long after the last letter a paper is set anew."""
BETWEEN_MS = 50


class PrintWindow(QDialog):
    """Prints ``report`` of the rows of ``search``, of those ``selected``, or of all; follows the register. ``as_of`` is
    the ISO day whose state is printed, "" for today."""

    shown = Signal()
    """A paper has been set and is seen."""

    def __init__(
        self,
        session: Session,
        report: str,
        search: Search,
        selected: Sequence[int],
        parent: QWidget | None = None,
        *,
        as_of: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "print")
        from .setting import Setting  # QtPdf

        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session = session
        self._source = Source(search=search, selected=tuple(selected))
        wish = replace(USUAL, as_of=as_of)
        self._wishes = Wishes(report=report, rows=self._source.first_rows(report), wish=wish)
        self._setting = Setting(session, self)
        self._template = 0
        self.panel = WishPanel(self._wishes, session.moment, self._source.reports())
        self.preview = self._setting.preview
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.finished.connect(self._soon.stop)
        self._soon.timeout.connect(self._set_paper)
        self.panel.changed.connect(self._wish)
        self.panel.template_wanted.connect(self._take_template)
        self.panel.keep_wanted.connect(self._keep_template)
        self.panel.drop_wanted.connect(self._drop_template)
        self._offer()
        session.changed.connect(self._look_again)
        session.closing.connect(self.reject)
        self._setting.shown.connect(self.shown)
        self._soon.start()

    @property
    def paper(self) -> Paper | None:
        """What is seen and would be saved; None while it is being set."""
        return self._setting.paper

    # -- what is asked for -----------------------------------------------------------------------------------------

    def _wish(self, wishes: Wishes) -> None:
        typed = any(getattr(wishes.wish, name) != getattr(self._wishes.wish, name) for name in LINES)
        if wishes.report != self._wishes.report:
            wishes = replace(wishes, rows=self._source.first_rows(wishes.report))
            self._template = 0
        self._wishes = wishes
        self._offer()
        self._soon.start(TYPING_MS if typed else 0)

    def _offer(self) -> None:
        """Show what there is to choose from now, and the templates of the report."""
        owner = self._session.run(self._source.owner) if self._wishes.rows == OWNED else None
        of = owner.name if owner else ""
        found = self._session.run(paper_choices.choices, self._wishes.report, self._wishes.wish, of=of)
        if found is None:
            return
        registry = self._session.registry
        own = [one for one in registry.templates.all() if one.report == self._wishes.report]
        self.panel.show_wishes(self._wishes, found)
        self.panel.show_templates(own, self._template, may_write=not registry.read_only)

    def _take_template(self, template: Template | None) -> None:
        """Wish what a template wishes; the day stays, unless the template has one."""
        self._template = template.id if template else 0
        wish = template.wish if template else USUAL
        self._wishes = replace(self._wishes, wish=replace(wish, as_of=wish.as_of or self._wishes.wish.as_of))
        self._offer()
        self._soon.start(0)

    def _keep_template(self) -> None:
        """Keep what is wished under a name; under the name of the one that is shown it takes its place."""
        known = {one.id: one.name for one in self._session.registry.templates.all()}
        name = ask.line(self, _("Keep as a template"), _("Name of the template"), known.get(self._template, ""))
        if name is None:
            return
        same = next((number for number, other in known.items() if fold(other) == fold(name)), 0)
        wanted = Template(id=same, name=name, report=self._wishes.report, wish=self._wishes.wish)
        try:
            kept = self._session.run(templates.save_template, wanted)
        except Refused as refused:
            ask.tell(self, str(refused.problems[0]))
            return
        if kept:
            self._template = kept[0].id
            self._offer()

    def _drop_template(self) -> None:
        found = next((one for one in self._session.registry.templates.all() if one.id == self._template), None)
        if found:
            self._session.run(templates.delete_template, found)
            self._template = 0
            self._offer()

    def _look_again(self, _changes: object) -> None:
        """Windows that stand side by side look one after the other: between them the main window answers."""
        parent = self.parent()
        beside = parent.findChildren(PrintWindow) if parent else [self]
        self._soon.start(BETWEEN_MS * beside.index(self))

    def _set_paper(self) -> None:
        """Read what is asked for, then set it aside from the window's thread; a paper under way is dropped. Not while
        long work has the register: what that changes brings us back here."""
        if not self._session.is_open or self._session.is_lent:
            return
        self.setWindowTitle(_("Print – {report}").format(report=_(REPORTS[self._wishes.report].label)))
        at = self._session.moment
        counts = self._session.run(self._source.counts, self._wishes.report, self._wishes.then(at))
        if counts is None:
            return
        rows, title = counts.get(self._wishes.rows, 0), _("Reading the rows…")
        prepared = self._session.run_on(rows, self, self._source.prepared, self._wishes, at, title=title)
        if prepared is None or not self._session.is_open:  # it may be closed while a thread reads
            return
        owner = self._session.run(self._source.owner)
        counts = {**counts, self._wishes.rows: prepared.rows}
        self.panel.show_counts(counts, self._source.choices(self._wishes.report), of=owner.name if owner else "")
        self._setting.set_paper(prepared)

    # -- looks -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.panel, 1)
        side.installEventFilter(self)
        column.addWidget(self._setting.info)
        column.addWidget(self._setting.warning)
        self._side = side
        self._widen()
        upper = QHBoxLayout()
        upper.addWidget(side)
        upper.addWidget(self.preview, 1)
        lower = QHBoxLayout()
        for place, button in enumerate(self._setting.buttons):
            lower.addWidget(button)
            if place == 0:
                lower.addStretch(1)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        lower.addWidget(close)
        rows = QVBoxLayout(self)
        rows.addLayout(upper, 1)
        rows.addLayout(lower)
        room = self.screen().availableGeometry()
        self.resize(min(1080, room.width() - 40), min(760, room.height() - 60))
        self.preview.setFocus()

    def _widen(self) -> None:
        """Room for the words of the panel, which has no scroll bar below."""
        self._side.setFixedWidth(max(PANEL_WIDTH, self._side.minimumSizeHint().width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words in the panel: it needs another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._widen)
        return super().eventFilter(watched, event)
