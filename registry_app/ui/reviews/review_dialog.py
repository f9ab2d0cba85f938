"""Records one look at one or many models, or corrects one that was recorded wrongly."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem
from registry_app.domain.ids import CriterionId, GradeId, ModelId, SheetId
from registry_app.domain.kinds import BadValue
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS
from registry_app.domain.review import Review
from registry_app.domain.words import _
from registry_app.operations import reviewing, scoring
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.scoring.points_panel import PointsPanel
from registry_app.ui.session import Session
from registry_app.ui.subjects import subjects
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import LongText
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose

READ = {"on": kinds.DATE, "findings": kinds.LONG, "decision": kinds.TEXT}


class ReviewDialog(FormDialog):
    """``wrong`` is the review to correct; without it the same review is recorded for all of ``ids``."""

    def __init__(
        self, session: Session, ids: Sequence[ModelId], wrong: Review | None, parent: QWidget | None = None
    ) -> None:
        title = _("Correct this review") if wrong else _("Record a review")
        super().__init__(parent, title, yes=_("&Save the correction") if wrong else _("&Record the review"))
        self.setProperty("guide", "review")
        self._session, self._ids, self._wrong = session, tuple(ids), wrong
        ward = session.registry.settings.ward()
        fields = self.fields
        fields.add("kind", _("Kind of review"), Choice([Offer(one.key, str(one)) for one in REVIEW_KINDS]))
        fields.add("on", _("Date of review"), DateField(kinds.DATE), required=True)
        self._add_points()
        fields.add("grade", _("Grade"), Choice(blank=_("(not graded)")))
        effective = [Offer(one.key, str(one)) for one in EFFECTIVE]
        fields.add("effective", _("Effectiveness"), Choice(effective, blank=_("(not judged)")))
        fields.add("findings", _("Findings"), LongText())
        fields.add("decision", _("Decision"), Picker(ward.decisions, hint=_("Choose or write")))
        fields.finish()
        fields.fill({"on": show_date(date.today().isoformat())})
        self._offer_grades()
        explanation = _("The wrong review stays visible, struck through, and counts no more.") if wrong else ""
        if wrong:
            fields.fill(_typed(wrong))
            self._fill_points(wrong)
        fields.edited.connect(self._follow)
        about = Prose(subjects(session, self._ids), quiet=False)
        self.lay_out(*((about, Prose(explanation)) if explanation else (about,)))
        fields["on"].control.setFocus()

    @classmethod
    def mark(cls, session: Session, ids: Sequence[ModelId], parent: QWidget | None = None) -> bool:
        """Ask for a review and record it for ``ids`` as one action; whether it was recorded."""
        return bool(ids) and cls(session, ids, None, parent).run()

    @classmethod
    def correct(cls, session: Session, review: Review, parent: QWidget | None = None) -> bool:
        """Ask what should stand in the place of ``review``; whether it was corrected."""
        return cls(session, [review.model_id], review, parent).run()

    def attempt(self) -> bool:
        """Write the review. Raises Refused."""
        read = self.read(READ)
        grade = self.fields["grade"].typed()
        review = Review(
            kind=self.fields["kind"].typed(),
            on=read["on"],
            grade_id=GradeId(int(grade)) if grade else None,
            effective=self.fields["effective"].typed() or None,
            findings=read["findings"],
            decision=read["decision"],
        )
        points = scoring.read_points(self._session.registry, self.points.typed() if self._sheet else {})
        if self._wrong:
            return self.tried(self._session, reviewing.correct_review, self._wrong.id, review, points)
        return self.tried_on(len(self._ids), self._session, reviewing.mark_reviewed, self._ids, review, points)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What is wrong with points is said at the points."""
        of_points = [one for one in problems if one.field.startswith("points.")]
        super().show_problems(tuple(one for one in problems if one not in of_points))
        if of_points:
            self.points.tell(of_points)
            if not self.fields.first_problem():
                self.points.go_to_wrong()

    # -- grades and points -----------------------------------------------------------------------------------------

    @property
    def _sheet(self) -> SheetId | None:
        """The score sheet by which points are given."""
        typed = self.fields["sheet"].typed() if "sheet" in self.fields else ""
        return SheetId(int(typed)) if typed else None

    @property
    def _day(self) -> str:
        """The day of the review; "" while it cannot be read."""
        try:
            return str(kinds.DATE.parse(self.fields["on"].typed(), date.today()))
        except BadValue:
            return ""

    def _add_points(self) -> None:
        """One model may be given points, where the ward has score sheets."""
        registry = self._session.registry
        self._proposed: GradeId | None = None
        self._sheets = {one.sheet.id: one for one in scoring.offered_sheets(registry, self._ids)}
        self.points = PointsPanel(registry.lists.grades)
        self.points.hide()
        if self._sheets:
            offers = [Offer(str(number), one.sheet.name) for number, one in self._sheets.items()]
            self.fields.add("sheet", _("Score sheet"), Choice(offers, blank=_("(no points)")))
            self.fields.add_wide(self.points)
            self.points.proposed.connect(self._take_proposed)
        else:
            self.points.setParent(self)

    def _fill_points(self, wrong: Review) -> None:
        """The points of the review that is corrected."""
        given = scoring.points_of(self._session.registry, [wrong.id], {wrong.id: wrong.on}).get(wrong.id)
        if given is None:
            return
        number = SheetId(given.sheet.id)
        if number in self._sheets:
            self.fields.fill({"sheet": str(number)})
            self._show_sheet({CriterionId(one.id): tenths for one, tenths in given.lines})

    def _follow(self, name: str) -> None:
        if name == "on":
            self._offer_grades()
        elif name == "sheet":
            self._show_sheet({})

    def _offer_grades(self) -> None:
        """The grades of the year of the review, and the one that the wrong review has."""
        registry, day = self._session.registry, self._day
        grades = scoring.offered(registry, day)
        kept = registry.lists.grades.get(self._wrong.grade_id) if self._wrong and self._wrong.grade_id else None
        if kept and kept not in grades:
            grades.append(kept)
        self.fields["grade"].offer([Offer(str(one.id), one.name) for one in grades])
        self.points.judge_by(scoring.scale(registry, int(day[:4]) if day else date.today().year))

    def _show_sheet(self, points: Mapping[CriterionId, int]) -> None:
        sheet = self._sheet
        self.points.show_sheet(self._sheets[sheet].criteria if sheet else (), points)
        self.points.setVisible(sheet is not None)
        QTimer.singleShot(0, self, self._grow)

    def _take_proposed(self, grade: GradeId | None) -> None:
        """The grade that the points earn stands as the grade, unless somebody chose another."""
        chosen = self.fields["grade"].typed()
        if chosen in ("", str(self._proposed or "")) and (grade is not None or self._proposed is not None):
            self.fields.fill({"grade": str(grade or "")})
        self._proposed = grade


def _typed(review: Review) -> dict[str, str]:
    return {
        "kind": review.kind,
        "on": show_date(review.on),
        "grade": str(review.grade_id or ""),
        "effective": review.effective or "",
        "findings": review.findings,
        "decision": review.decision,
    }
