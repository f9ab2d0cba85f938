"""What was counted when a round was closed: it never changes, and says so when that closing was taken back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain import options
from registry_app.domain.dates import show_date
from registry_app.domain.round_shown import Snapshot
from registry_app.domain.words import _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

STATE = 2
HIGH, LEAST = 3, 2
"""Lines of the upper table at most, of the lower one at least."""
FRAME = 4
Told = tuple[str, str, str]
"""What it is about, of what, the figure."""


class SnapshotsTab(QWidget):
    """The closings above, the figures of the chosen one below."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("guide", "rounds")
        self._snapshots: dict[int, Snapshot] = {}
        headings = [Heading(_("Closed on"), 12), Heading(_("Counted at"), 19), Heading(_("State"), 22)]
        self.closings = RecordTable(_("Closings of the round"), [*headings, Heading(_("What was seen"))])
        about = [Heading(_("Counted"), 34), Heading(_("Of what")), Heading(_("How many"), 26)]
        self.figures = RecordTable(_("Figures of the closing"), about)
        self._hint = Prose(_("Figures are kept here when the round is closed. They never change afterwards."))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._hint)
        column.addWidget(self.closings)
        column.addWidget(self.figures, 1)
        self.figures.setMinimumHeight(self.figures.verticalHeader().defaultSectionSize() * LEAST)
        self.closings.chosen.connect(self._show)

    def show_snapshots(self, snapshots: Sequence[Snapshot]) -> None:
        """Show these, newest first."""
        self._snapshots = {one.id: one for one in snapshots}
        self.closings.show_records([self._record(one) for one in snapshots])
        self.closings.fit(STATE)
        lines = self.closings.verticalHeader().defaultSectionSize() * min(HIGH, max(1, len(snapshots)))
        around = self.closings.horizontalHeader().sizeHint().height() + self.closings.horizontalScrollBar().height()
        self.closings.setFixedHeight(around + lines + FRAME)
        self.closings.setVisible(bool(snapshots))
        self.figures.setVisible(bool(snapshots))

    def _record(self, one: Snapshot) -> Record:
        state = _("Withdrawn: the closing was undone") if one.withdrawn else _("Stands")
        seen = _("{entered} reviewed, {left_out} left out").format(entered=one.seen.entered, left_out=one.seen.left_out)
        at = f"{datetime.fromisoformat(one.at):%H:%M %d/%m/%Y}"
        mark = marks.LOCKED if not one.withdrawn else marks.NOTICE
        cells = (show_date(one.on), at, state, seen)
        return Record(key=one.id, cells=cells, icon=marks.icon(mark, self), icon_at=STATE, struck=one.withdrawn)

    def _show(self, number: int | None) -> None:
        shown = self._snapshots.get(number) if number is not None else None
        lines = list(told(shown)) if shown else []
        self.figures.show_records([Record(key=place, cells=line) for place, line in enumerate(lines)])


def told(one: Snapshot) -> Iterator[Told]:
    """The figures of ``one``, line by line."""
    seen, counts = one.seen, one.counts
    reviewed = _("Reviewed in this round")
    yield reviewed, _("all"), str(seen.entered)
    yield reviewed, _("never reviewed before"), str(seen.never_before)
    yield from _by_entry(one, _("Graded in this round"), seen.grades)
    yield from _by_option(_("Judged in this round"), options.EFFECTIVE, seen.effective)
    yield _("Official count"), _("all"), str(counts.models)
    yield _("Official count"), _("theme campaigns"), str(counts.themes.models)
    yield _("Official count"), _("statutory bodies"), str(counts.statutory.models)
    yield from _by_option(_("Models by status"), options.STATUS_KINDS, counts.status_kinds)
    yield from _by_entry(one, _("Models by grade"), counts.grades)
    yield from _by_option(_("Models by effectiveness"), options.EFFECTIVE, counts.effective)
    for name, table, figures in (
        (_("Models by type"), "model_type", counts.types),
        (_("Models by area"), "area", counts.areas),
    ):
        for number, figure in figures.items():
            yield name, one.name(table, number) or _("(none)"), str(figure)


def _by_entry(one: Snapshot, name: str, counts: Mapping[int | None, int]) -> Iterator[Told]:
    for number, count in counts.items():
        yield name, one.name("grade", number) or _("(not graded)"), str(count)


def _by_option(name: str, known: tuple[options.Option, ...], counts: Mapping[str, int]) -> Iterator[Told]:
    for key, count in counts.items():
        yield name, options.label(known, key) or _("(not judged)"), str(count)
