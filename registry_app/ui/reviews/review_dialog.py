"""Records one look at one or many models, or corrects one that was recorded wrongly."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.ids import GradeId, ModelId
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS
from registry_app.domain.review import Review
from registry_app.domain.words import _
from registry_app.operations import reviewing
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import LongText
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose

from .subjects import subjects

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
        lists, ward = session.registry.lists, session.registry.settings.ward()
        fields = self.fields
        fields.add("kind", _("Kind of review"), Choice([Offer(one.key, str(one)) for one in REVIEW_KINDS]))
        fields.add("on", _("Date of review"), DateField(kinds.DATE), required=True)
        fields.add("grade", _("Grade"), Choice(_grades(lists, wrong), blank=_("(not graded)")))
        effective = [Offer(one.key, str(one)) for one in EFFECTIVE]
        fields.add("effective", _("Effectiveness"), Choice(effective, blank=_("(not judged)")))
        fields.add("findings", _("Findings"), LongText())
        fields.add("decision", _("Decision"), Picker(ward.decisions, hint=_("Choose or write")))
        fields.finish()
        fields.fill({"on": show_date(date.today().isoformat())})
        explanation = _("The wrong review stays visible, struck through, and counts no more.") if wrong else ""
        if wrong:
            fields.fill(_typed(wrong))
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
        if self._wrong:
            return self.tried(self._session, reviewing.correct_review, self._wrong.id, review)
        return self.tried_on(len(self._ids), self._session, reviewing.mark_reviewed, self._ids, review)


def _grades(lists: Lists, wrong: Review | None) -> list[Offer]:
    """The grades in use, and the one that the wrong review has."""
    kept = wrong.grade_id if wrong else None
    return [Offer(str(one.id), one.name) for one in lists.grades.values() if not one.retired or one.id == kept]


def _typed(review: Review) -> dict[str, str]:
    return {
        "kind": review.kind,
        "on": show_date(review.on),
        "grade": str(review.grade_id or ""),
        "effective": review.effective or "",
        "findings": review.findings,
        "decision": review.decision,
    }
