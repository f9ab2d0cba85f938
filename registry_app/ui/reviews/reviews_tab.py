"""The reviews of one model: what was found each time, what was corrected, buttons to add and to correct."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from registry_app.domain import grade_chart
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId, ReviewId
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, label
from registry_app.domain.review import Review
from registry_app.domain.scoring import show_tenths
from registry_app.domain.words import _
from registry_app.operations.details import Details
from registry_app.ui.session import Session
from registry_app.ui.widgets.drawing_view import DrawingView
from registry_app.ui.widgets.flow import FlowLayout
from registry_app.ui.widgets.reading import Reading
from registry_app.ui.widgets.records import Heading, Record, RecordTable
from registry_app.ui.widgets.small_button import SmallButton

from .summary_lines import SummaryLines

if TYPE_CHECKING:
    from registry_app.operations.scoring import Given

FEWEST_GRADES = 2
"""One grade alone is no history."""
BESIDE_CHART = 17
"""Lines of letters that buttons, reviews and their texts take at least."""
CROWDED = 15
"""With fewer lines than these the summaries stand in the text."""


class ReviewsTab(QWidget):
    """Shows ``details.reviews``; writes only through the dialogs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "review")
        self._session = session
        self._model: ModelId | None = None
        self._reviews: dict[int, Review] = {}
        self._points: Mapping[ReviewId, Given] = {}
        self._writable = False
        self._crowded = False
        headings = (
            Heading(_("Date"), 10),
            Heading(_("Kind"), 14),
            Heading(_("Grade"), 13),
            Heading(_("Effectiveness"), least=11),
        )
        self.table = RecordTable(_("Reviews"), headings)
        self.text = Reading(_("What the chosen review found and decided"))
        self.add_button = QPushButton(_("&Record a review…"))
        self.correct_button = QPushButton(_("C&orrect this review…"))
        self.files_button = QPushButton(_("&Files…"))
        self.chart_button = SmallButton(
            "chart", _("The grades over the years, in place of what the chosen review says")
        )
        self.summaries = SummaryLines()
        self.chart = DrawingView(_("Grades over the years"))
        self._rows = QVBoxLayout(self)
        self._lay_out()
        self._join()
        self.show_details(None, Lists(), writable=False)

    def _lay_out(self) -> None:
        self.files_button.setToolTip(_("Minutes, photos and other papers of the chosen review"))
        self.chart_button.setCheckable(True)
        self.chart_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QWidget()
        line = FlowLayout(buttons)
        for button in (self.add_button, self.correct_button, self.files_button, self.chart_button):
            line.addWidget(button)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        for half in (self.table, self.text):
            half.setMinimumHeight(self.fontMetrics().height() * 3 // 2)
            halves.addWidget(half)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for part in (buttons, self.summaries, self.chart):
            self._rows.addWidget(part)
        self._rows.addWidget(halves, 1)

    def _join(self) -> None:
        self.table.chosen.connect(self._show_one)
        self.add_button.clicked.connect(self._record)
        self.correct_button.clicked.connect(self._correct_chosen)
        self.files_button.clicked.connect(self._show_files)
        self.chart_button.toggled.connect(self._place_chart)

    def show_details(self, details: Details | None, lists: Lists, *, writable: bool) -> None:
        """Show the reviews of a model, newest first; None shows none."""
        self._model = details.row.id if details else None
        self._reviews = {review.id: review for review in details.reviews} if details else {}
        ended = details is not None and details.row.status_kind == "ended"
        self._writable = writable
        self.add_button.setEnabled(writable and self._model is not None and not ended)
        self._points = details.points if details else {}
        self.summaries.show_summaries(details.summaries if details else ())
        self.table.show_records([self._record_of(review, lists) for review in self._reviews.values()])
        self._draw(lists)

    def _draw(self, lists: Lists) -> None:
        """The grades over the years, once there are several."""
        reviews = tuple(self._reviews.values())
        if len(grade_chart.graded(reviews)) < FEWEST_GRADES:
            self.chart.show_drawing(None)
        else:
            self.chart.show_drawing(lambda units: grade_chart.draw(reviews, lists.grades, width=units))
        self._place_chart()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart stands over the reviews where there is room for all, else it is asked for."""
        super().resizeEvent(event)
        self._place_chart()

    def minimumSizeHint(self) -> QSize:
        """What gives way where there is little room – the chart unless it was asked for, the summaries – needs none."""
        least = super().minimumSizeHint()
        giving = (self.summaries,) if self.chart_button.isChecked() else (self.summaries, self.chart)
        gap = self._rows.spacing()
        given = sum(one.minimumSizeHint().height() + gap for one in giving if not one.isHidden())
        return QSize(least.width(), least.height() - given)

    def _place_chart(self) -> None:
        there = self.chart.drawing is not None
        roomy = self.height() >= self.chart.sizeHint().height() + BESIDE_CHART * self.fontMetrics().height()
        shown = there and (roomy or self.chart_button.isChecked())
        self.chart_button.setVisible(there and not roomy)
        self.chart.setVisible(shown)
        self.text.setVisible(roomy or not shown)
        crowded = self.height() < CROWDED * self.fontMetrics().height()
        self.summaries.setVisible(bool(self.summaries.texts) and not crowded)
        if crowded != self._crowded:
            self._crowded = crowded
            self._show_one(self.table.chosen_key)

    def _record_of(self, review: Review, lists: Lists) -> Record:
        given = self._points.get(review.id)
        return _record(review, lists, show_tenths(given.scored.total) if given else "")

    def _show_one(self, key: int | None) -> None:
        review = self._reviews.get(key) if key is not None else None
        self.files_button.setEnabled(review is not None)
        self.correct_button.setEnabled(self._writable and review is not None and not review.corrected)
        summaries = "\n".join(self.summaries.texts) if self._crowded else ""
        if review is None:
            nothing = _("No review has been recorded yet.") if not self._reviews else ""
            self.text.show_parts("\n".join(filter(None, (nothing, summaries))), ())
            return
        parts = [(_("Findings"), review.findings), (_("Decision"), review.decision)]
        given = self._points.get(review.id)
        if given is not None:
            parts += points_parts(given)
        lead = ""
        if review.corrected:
            lead = _("This review was corrected by a later entry; it counts no more.")
        elif review.corrects:
            lead = _("This entry corrects an earlier one.")
        self.text.show_parts("\n".join(filter(None, (lead, summaries))), parts)

    def _record(self) -> None:
        from .review_dialog import ReviewDialog

        if self._model is not None:
            ReviewDialog.mark(self._session, [self._model], self.window())

    def _correct_chosen(self) -> None:
        from .review_dialog import ReviewDialog

        key = self.table.chosen_key
        if key is not None:
            ReviewDialog.correct(self._session, self._reviews[key], self.window())

    def _show_files(self) -> None:
        from registry_app.ui.attachments.files_dialog import FilesDialog

        key = self.table.chosen_key
        if key is not None:
            on = show_date(self._reviews[key].on)
            title = _("review of {day}").format(day=on)
            FilesDialog.show_files(self._session, "review", key, title, self.window())


def points_parts(given: "Given") -> list[tuple[str, str]]:
    """The points of a review: the sheet with its total, then each criterion."""
    total = _("{total} of {most} points").format(
        total=show_tenths(given.scored.total), most=show_tenths(given.scored.most)
    )
    lines = [
        (" ".join(filter(None, (one.number, one.name))), f"{show_tenths(tenths)}/{show_tenths(one.most)}")
        for one, tenths in given.lines
    ]
    return [(given.sheet.name, total), *lines]


def _record(review: Review, lists: Lists, points: str) -> Record:
    kind = label(REVIEW_KINDS, review.kind)
    grade = lists.grades[review.grade_id].name if review.grade_id else ""
    grade = " · ".join(filter(None, (grade, points and _("score {points}").format(points=points))))
    return Record(
        key=review.id,
        cells=(
            show_date(review.on),
            _("{kind} (corrected)").format(kind=kind) if review.corrected else kind,
            grade,
            label(EFFECTIVE, review.effective),
        ),
        struck=review.corrected,
    )
