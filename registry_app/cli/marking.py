"""Commands that record what happened to models: a review, a change of status."""

from argparse import ArgumentParser, Namespace
from datetime import date

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.errors import RegistryError
from registry_app.domain.ids import GradeId, StatusId
from registry_app.domain.options import REVIEW_KINDS
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.scoring_text import said
from registry_app.domain.words import N_, _
from registry_app.operations import reviewing, typed_points

from . import values
from .command import Command, Outcome
from .console import complain, say


def _review_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("codes", metavar=_("CODE"), nargs="+", help=_("the codes of the models"))
    parser.add_argument("--date", metavar=_("DATE"), required=True, help=_("the day of the review, 05/03/2026"))
    parser.add_argument("--grade", metavar=_("GRADE"), help=_("the grade, as the ward's list has it"))
    points = _("points of one model by criteria, “1=8; 2=7,5”; they make the grade when none is given")
    parser.add_argument("--points", metavar=_("CRITERION=POINTS"), action="append", default=[], help=points)
    sheet = _("the score sheet of the points, as scales lists it; needed where the ward has several")
    parser.add_argument("--scale", "--score-sheet", metavar=_("NAME"), default="", help=sheet)
    parser.add_argument("--effective", metavar="yes|no", help=_("whether the model works with effect"))
    parser.add_argument("--findings", metavar=_("TEXT"), help=_("what was found"))
    parser.add_argument("--decision", metavar=_("TEXT"), help=_("what was decided"))
    kinds_of_review = "|".join(one.key for one in REVIEW_KINDS)
    parser.add_argument("--kind", metavar=kinds_of_review, default="review", help=_("what kind of review it was"))


def _review(arguments: Namespace) -> Outcome:
    if arguments.scale and not arguments.points:
        raise RegistryError(N_("--scale says what --points go by; give --points, too."))
    with values.writing(arguments.file) as registry:
        models = values.models(registry, arguments.codes)
        grades = registry.lists.grades
        review = Review(
            kind=values.option(arguments.kind, REVIEW_KINDS),
            on=values.day(arguments.date).isoformat(),
            grade_id=GradeId(values.entry("grade", arguments.grade, grades.values()).id) if arguments.grade else None,
            effective=values.read("effective", kinds.YES_NO, arguments.effective) or None,
            findings=values.read("findings", kinds.LONG, arguments.findings),
            decision=values.read("decision", kinds.LONG, arguments.decision),
        )
        given = None
        if arguments.points:
            given = typed_points.read(registry, models, arguments.points, arguments.scale, review.on)
            review = replace(review, grade_id=review.grade_id or given.scored.grade_id)
        reviewing.mark_reviewed(registry, models, review, given.points if given else None)
        if given:
            say(said(given.scored, grades))
        for row in registry.models.window(models, values.moment(registry)):
            after = show_date(row.next_review) or _("none")
            say(_("{code}  reviewed, next review: {day}").format(code=row.code, day=after))
    return 0


def _status_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("codes", metavar=_("CODE"), nargs="+", help=_("the codes of the models"))
    parser.add_argument("--to", metavar=_("STATUS"), required=True, help=_("the new status, as the ward's list has it"))
    parser.add_argument("--date", metavar=_("DATE"), required=True, help=_("the day from which it holds, 05/03/2026"))
    parser.add_argument("--reason", metavar=_("TEXT"), help=_("why; must be said when a model pauses or ends"))
    parser.add_argument("--paper", metavar=_("NUMBER"), help=_("the number of the paper that says so"))


def _status(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        models = values.models(registry, arguments.codes)
        change = StatusChange(
            status_id=StatusId(values.entry("status", arguments.to, registry.lists.statuses.values()).id),
            on=values.day(arguments.date).isoformat(),
            reason=values.read("reason", kinds.LONG, arguments.reason),
            paper_number=values.read("paper_number", kinds.TEXT, arguments.paper),
        )
        reviewing.change_status(registry, models, change)
        for row in registry.models.window(models, values.moment(registry)):
            since = show_date(row.status_on)
            say(_("{code}  {status} since {day}").format(code=row.code, status=row.status, day=since))
            if change.on > date.today().isoformat():
                complain(
                    _("Note: for {code} the change waits until {day}.").format(code=row.code, day=show_date(change.on))
                )
            elif change.on < (row.status_on or ""):
                complain(_("Note: {code} has a later change of status, which counts.").format(code=row.code))
    return 0


COMMANDS = (
    Command(name="review", help=N_("record a review of models"), arguments=_review_arguments, run=_review),
    Command(name="status", help=N_("change the status of models"), arguments=_status_arguments, run=_status),
)
