"""Sheets about one thing: a model (phiếu mô hình) with sites, teams and reviews; a person with all their service."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from registry_app.domain.dates import show_date
from registry_app.domain.membership import Course, MemberRow
from registry_app.domain.options import END_REASONS, label
from registry_app.domain.search import Moment
from registry_app.domain.words import N_

from .declared import Declared
from .honours import OF_MODEL, OF_PERSON
from .model_list import founding
from .rosters import count_service, count_sites, count_teams, said
from .shown import Shown
from .spec import Align


class ReviewLine(Struct, frozen=True, kw_only=True):
    """A review as a sheet has it: texts as people read them."""

    on: str
    kind: str
    grade: str
    effective: str
    findings: str
    decision: str


def count_reviews(rows: Sequence[ReviewLine]) -> str:
    """Reviews."""
    return said((N_("{count} reviews"), len(rows)))


def count_courses(rows: Sequence[Course]) -> str:
    """Courses."""
    return said((N_("{count} courses"), len(rows)))


def taken(row: Course, _at: Moment) -> str:
    """When the course was."""
    return show_date(row.on)


def served(row: MemberRow, _at: Moment) -> str:
    """From when to when."""
    return f"{show_date(row.valid_from) or '…'} – {show_date(row.valid_to)}".strip()


def ending(row: MemberRow, _at: Moment) -> str:
    """Why the service ended, and by which paper."""
    return ", ".join(text for text in (label(END_REASONS, row.end_reason), row.end_paper) if text)


def review_column(name: str, heading: str, *, align: Align | None = None, min_mm: float = 0.0) -> Shown:
    """A column of the table of reviews."""
    return Shown(name=name, heading=heading, cell=lambda row, _at: str(getattr(row, name)), align=align, min_mm=min_mm)


REVIEWS = Declared(
    name="reviews",
    label=N_("Reviews"),
    title="",
    abstract="",
    noun="review",
    heading=N_("Reviews"),
    counted=count_reviews,
    columns=(
        review_column("on", N_("Date"), align=Align.CENTER, min_mm=22),
        review_column("kind", N_("Kind of review")),
        review_column("grade", N_("Grade"), align=Align.CENTER),
        review_column("effective", N_("Effective")),
        review_column("findings", N_("Findings")),
        review_column("decision", N_("Decision")),
    ),
)
MODEL_TEAMS = Declared(
    name="model-teams",
    label=N_("Teams"),
    title="",
    abstract="",
    noun="team",
    heading=N_("Teams and their leaders"),
    order=("site", "name"),
    counted=count_teams,
    columns=(
        Shown(name="site"),
        Shown(name="name"),
        Shown(name="leader"),
        Shown(name="leader_phone", min_mm=24),
        Shown(name="deputies"),
        Shown(name="members", align=Align.CENTER),
        Shown(name="households", align=Align.CENTER),
    ),
)
MODEL_SHEET = Declared(
    name="model-sheet",
    label=N_("Sheet of one model"),
    title=N_("SHEET OF A MODEL"),
    abstract="{of}",
    abstract_of="{of}",
    noun="site",
    about="model",
    heading=N_("Sites"),
    order=("title",),
    counted=count_sites,
    facts=(
        Shown(name="code"),
        Shown(name="name"),
        Shown(name="type"),
        Shown(name="kind"),
        Shown(name="field"),
        Shown(name="level"),
        Shown(name="lead"),
        Shown(name="partners"),
        Shown(name="areas"),
        Shown(name="founding", heading=N_("Founding paper, date"), cell=founding),
        Shown(name="launched_on"),
        Shown(name="period_to"),
        Shown(name="aim"),
        Shown(name="funding"),
        Shown(name="status"),
        Shown(name="last_review"),
        Shown(name="next_review"),
        Shown(name="grade"),
        Shown(name="effective"),
        Shown(name="notes"),
    ),
    columns=(
        Shown(name="title"),
        Shown(name="area"),
        Shown(name="place_kind"),
        Shown(name="leader"),
        Shown(name="teams", align=Align.CENTER),
        Shown(name="members", align=Align.CENTER),
        Shown(name="households", align=Align.CENTER),
        Shown(name="cameras", align=Align.CENTER),
    ),
    further=(MODEL_TEAMS, REVIEWS, OF_MODEL),
)
COURSES = Declared(
    name="courses",
    label=N_("Courses"),
    title="",
    abstract="",
    noun="course",
    optional=True,
    heading=N_("Courses"),
    counted=count_courses,
    columns=(
        Shown(name="on", heading=N_("Date"), cell=taken, align=Align.CENTER, min_mm=22),
        Shown(name="name", heading=N_("Course"), cell=lambda row, _at: row.name),
        Shown(name="notes", heading=N_("Notes"), cell=lambda row, _at: row.notes),
    ),
)
PERSON_SHEET = Declared(
    name="person-sheet",
    label=N_("Sheet of one person"),
    title=N_("SHEET OF A PERSON"),
    abstract="{of}",
    abstract_of="{of}",
    noun="membership",
    about="person",
    heading=N_("Service in teams"),
    view="every",
    order=("valid_from",),
    counted=count_service,
    facts=(
        Shown(name="code"),
        Shown(name="name"),
        Shown(name="born", heading=N_("Date of birth")),
        Shown(name="sex"),
        Shown(name="phone"),
        Shown(name="id_number"),
        Shown(name="address"),
        Shown(name="area"),
        Shown(name="education"),
        Shown(name="notes"),
    ),
    columns=(
        Shown(name="team"),
        Shown(name="model"),
        Shown(name="area"),
        Shown(name="role"),
        Shown(name="service", heading=N_("From – to"), cell=served, align=Align.CENTER, min_mm=28),
        Shown(name="paper_number"),
        Shown(name="ending", heading=N_("Reason of the end"), cell=ending),
    ),
    further=(COURSES, OF_PERSON),
)
SHEETS: Mapping[str, Declared] = {one.name: one for one in (MODEL_SHEET, PERSON_SHEET)}
