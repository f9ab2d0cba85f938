"""Opens a round: what it is called, which days and models it covers, who looks where."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.ids import SheetId
from registry_app.domain.options import REVIEW_KINDS
from registry_app.domain.search import Search
from registry_app.domain.words import _
from registry_app.operations import rounds
from registry_app.operations.rounds import NewRound, Opened
from registry_app.ui import theme
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose

from . import suggest
from .offering import offered
from .reviewer_model import ReviewerModel
from .reviewer_table import ReviewerTable
from .scopes import areas, scopes

WIDTH = 760
OFFERED = ("name", "period_from", "period_to", "deadline")
"""What follows the kind of round, until it is typed over."""


class OpenRoundDialog(FormDialog):
    """What was offered for one kind gives way to what is offered for another; what was typed stays."""

    def __init__(self, session: Session, shown: Search, parent: QWidget | None = None) -> None:
        title = _("Open a round of reviews")
        super().__init__(parent, title, yes=_("&Open the round"), width=theme.grown(WIDTH))
        self.setProperty("guide", "rounds")
        self._session = session
        self.opened: Opened | None = None
        self._scopes = {scope.key: scope for scope in scopes(session, shown)}
        self._counts: dict[str, int] = {}
        self._offered: dict[str, str] = {}
        registry = session.registry
        self.areas = ReviewerModel(registry.loop.rounds.latest_reviewers(), self)
        self.table = ReviewerTable(self.areas, suggest.reviewers(session))
        self._add_fields()
        self._offer()
        self._show_areas()
        self.fields.edited.connect(self._follow)
        self.lay_out(Prose(_("The models are those of now: later changes of the list do not change the round.")))
        self.fields["name"].control.setFocus()
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count_next)
        self._counting.start()

    @classmethod
    def open_round(cls, session: Session, shown: Search, parent: QWidget | None = None) -> Opened | None:
        """Ask what the round shall be and open it; None when it was not. ``shown`` is what the list shows."""
        dialog = cls(session, shown, parent)
        return dialog.opened if dialog.run() else None

    @property
    def search(self) -> Search:
        """What the round is about."""
        return self._scopes[self.fields["search"].typed()].search

    def attempt(self) -> bool:
        """Open it. Raises Refused."""
        self.table.settle()
        typed = {name: str(self.fields[name].typed()) for name in (*OFFERED, "kind", "paper_number")}
        sheet = str(self.fields["sheet"].typed()) if "sheet" in self.fields else ""
        new = NewRound(
            **typed,
            search=self.search,
            sheet_id=SheetId(int(sheet)) if sheet else None,
            reviewers=self.areas.reviewers,
        )
        rows = rounds.scope(self._session.registry, self.search, self._session.moment)
        return self.tried_on(rows, self._session, self._kept(new))

    def _kept(self, new: NewRound) -> Callable[..., Opened]:
        def deed(registry: object) -> Opened:
            self.opened = rounds.open_round(registry, new)  # type: ignore[arg-type]
            return self.opened

        return deed

    # -- fields ----------------------------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        add = self.fields.add
        add("kind", _("&Kind of round"), Choice([Offer(one.key, str(one)) for one in REVIEW_KINDS]))
        add("name", _("&Name"), OneLine(), required=True)
        add("period_from", _("Period &from"), DateField(kinds.DATE), required=True)
        add("period_to", _("&until"), DateField(kinds.DATE), required=True, beside="period_from")
        add("deadline", _("&Results wanted by"), DateField(kinds.DATE))
        add("paper_number", _("Number of the &paper"), OneLine(width=16), beside="deadline")
        add("search", _("&Models"), Choice([Offer(one.key, one.label) for one in self._scopes.values()]), required=True)
        sheets = self._sheets()
        if sheets:
            add("sheet", _("&Score sheet"), Choice(sheets, blank=_("(no points, only grades)")))
        self.fields.add_wide(self._reviewers())
        self.fields.finish()

    def _sheets(self) -> list[Offer]:
        found = self._session.registry.loop.scoring.sheets()
        return [Offer(str(number), sheet.name) for number, sheet in found.items() if not sheet.retired]

    def _reviewers(self) -> QWidget:
        label = QLabel(_("&Who looks where:"))
        label.setBuddy(self.table)
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self.table)
        column.addWidget(Prose(_("Type a name; Enter goes on to the next area, Ctrl+D repeats the name above.")))
        return panel

    def _follow(self, name: str) -> None:
        if name == "kind":
            self._offer()
        elif name == "search":
            self._show_areas()

    def _offer(self) -> None:
        """Offer name and days for the kind; what the user has typed stays."""
        found = offered(self.fields["kind"].typed(), date.today())
        wanted = {
            "name": found.name,
            "period_from": show_date(found.period_from.isoformat()),
            "period_to": show_date(found.period_to.isoformat()),
            "deadline": show_date(found.deadline.isoformat()),
        }
        untouched = {name: text for name, text in wanted.items() if self._is_untouched(name)}
        self._offered.update(untouched)
        self.fields.fill(untouched)

    def _is_untouched(self, name: str) -> bool:
        return bool(self.fields[name].typed() == self._offered.get(name, ""))

    # -- scope -----------------------------------------------------------------------------------------------------

    def _show_areas(self) -> None:
        self.areas.show_lines(areas(self._session, self.search))

    def _count_next(self) -> None:
        """Count the models of one choice at a time, so that the dialog never waits."""
        if not self._session.is_open or self._session.is_lent:
            return
        key = next((key for key in self._scopes if key not in self._counts), None)
        if key is None:
            self._counting.stop()
            return
        self._counts[key] = rounds.scope(self._session.registry, self._scopes[key].search, self._session.moment)
        offers = [Offer(one.key, self._counted(one.key, one.label)) for one in self._scopes.values()]
        self.fields["search"].offer(offers)

    def _counted(self, key: str, label: str) -> str:
        count = self._counts.get(key)
        return label if count is None else _("{scope} ({count})").format(scope=label, count=_grouped(count))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
