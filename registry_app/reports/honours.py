"""Lists of honours: commendations (domain.md 3.5), advanced examples, recognition "An toàn về ANTT" (domain.md 3.9)."""

from collections.abc import Mapping, Sequence

from registry_app.domain.commendation import CommendationRow
from registry_app.domain.dates import show_date
from registry_app.domain.exemplar import ExemplarRow
from registry_app.domain.options import LEVELS, label
from registry_app.domain.recognition import RecognitionRow
from registry_app.domain.search import Moment
from registry_app.domain.words import N_

from .declared import Declared
from .rosters import said
from .shown import Shown
from .spec import Align

COLLECTIVES, PEOPLE = N_("{count} collectives"), N_("{count} individuals")


def count_commendations(rows: Sequence[CommendationRow]) -> str:
    """How many collectives and individuals were commended: those of a row that names several, too."""
    counts = [(text, sum(row.number for row in rows if row.recipient == key)) for key, text in _KINDS]
    return said(*([one for one in counts if one[1]] or counts))


def count_exemplars(rows: Sequence[ExemplarRow]) -> str:
    """How many collectives and individuals are advanced examples."""
    counts = [(text, sum(row.recipient == key for row in rows)) for key, text in _KINDS]
    return said(*([one for one in counts if one[1]] or counts))


def count_subjects(rows: Sequence[RecognitionRow]) -> str:
    """Subjects, and how many of them registered and were recognised."""
    return said(
        (N_("{count} subjects"), len(rows)),
        (N_("{count} registered"), sum(row.registered_on is not None for row in rows)),
        (N_("{count} recognised"), sum(row.recognised == "yes" for row in rows)),
    )


_KINDS = (("collective", COLLECTIVES), ("person", PEOPLE))


def recipient(row: CommendationRow, _at: Moment) -> str:
    """Who received it; of several, how many."""
    if row.number == 1:
        return row.name
    return f"{row.name} ({said((dict(_KINDS)[row.recipient], row.number))})"


def granted(row: CommendationRow, _at: Moment) -> str:
    """Who granted it; else the level."""
    return row.granted_by or label(LEVELS, row.level)


def decision(row: CommendationRow, _at: Moment) -> str:
    """Number and date of the decision."""
    return _joined(row.paper_number, row.on)


def recognising(row: ExemplarRow, _at: Moment) -> str:
    """Number and date of the decision."""
    return _joined(row.paper_number, row.valid_from)


def certificate(row: RecognitionRow, _at: Moment) -> str:
    """Number and date of the decision or certificate."""
    return _joined(row.paper_number, row.paper_on)


def _joined(number: str, day: str | None) -> str:
    return ", ".join(text for text in (number, show_date(day)) if text)


DECISION = N_("Number, date of the decision")
COMMENDATIONS = Declared(
    name="commendations",
    label=N_("List of commendations"),
    title=N_("LIST"),
    abstract=N_("Collectives and individuals of {ward} that were commended"),
    abstract_of=N_("Commendations of {of}"),
    noun="commendation",
    view="own",
    order=("on", "recipient", "name"),
    group="form",
    counted=count_commendations,
    columns=(
        Shown(name="name", cell=recipient, min_mm=34),
        Shown(name="post", min_mm=24),
        Shown(name="form"),
        Shown(name="reason"),
        Shown(name="granted_by", cell=granted),
        Shown(name="decision", heading=DECISION, cell=decision, min_mm=24),
        Shown(name="year", align=Align.CENTER),
        Shown(name="model"),
    ),
)
EXEMPLARS = Declared(
    name="exemplars",
    label=N_("List of advanced examples"),
    title=N_("LIST"),
    abstract=N_("Advanced examples of the movement in {ward}"),
    abstract_of=N_("Advanced examples of {of}"),
    noun="exemplar",
    order=("valid_from", "name"),
    group="recipient",
    counted=count_exemplars,
    columns=(
        Shown(name="name", min_mm=34),
        Shown(name="post", min_mm=24),
        Shown(name="recipient"),
        Shown(name="reason"),
        Shown(name="theme"),
        Shown(name="level"),
        Shown(name="decision", heading=DECISION, cell=recognising, min_mm=24),
        Shown(name="model"),
    ),
)
RECOGNITION = Declared(
    name="recognition",
    label=N_("List of recognition “An toàn về ANTT”"),
    title=N_("LIST"),
    abstract=N_("Registration and recognition “An toàn về ANTT” in {ward}"),
    abstract_of=N_("Registration and recognition “An toàn về ANTT” of {of}"),
    noun="recognition",
    view="this-year",
    order=("year", "subject", "title"),
    group="subject",
    counted=count_subjects,
    judged=True,
    columns=(
        Shown(name="title", min_mm=40),
        Shown(name="subject"),
        Shown(name="year", align=Align.CENTER),
        Shown(name="registered_on", heading=N_("Day of registration"), align=Align.CENTER, min_mm=22),
        Shown(name="share", align=Align.CENTER, min_mm=17),
        Shown(name="recognised", align=Align.CENTER, min_mm=19),
        Shown(name="reason", min_mm=36),
        Shown(name="decision", heading=N_("Number, date of the decision or certificate"), cell=certificate, min_mm=24),
        Shown(name="movement", align=Align.CENTER, min_mm=22),
    ),
)
HONOURS: Mapping[str, Declared] = {one.name: one for one in (COMMENDATIONS, EXEMPLARS, RECOGNITION)}
OF_PERSON = Declared(
    name="person-commendations",
    label=N_("Commendations"),
    title="",
    abstract="",
    noun="commendation",
    optional=True,
    heading=N_("Commendations"),
    order=("on",),
    counted=count_commendations,
    columns=(
        Shown(name="form"),
        Shown(name="reason"),
        Shown(name="granted_by", cell=granted),
        Shown(name="decision", heading=DECISION, cell=decision, min_mm=24),
    ),
)
OF_MODEL = Declared(
    name="model-commendations",
    label=N_("Commendations"),
    title="",
    abstract="",
    noun="commendation",
    optional=True,
    heading=N_("Commendations"),
    order=("on", "name"),
    counted=count_commendations,
    columns=(
        Shown(name="name", cell=recipient, min_mm=34),
        Shown(name="form"),
        Shown(name="granted_by", cell=granted),
        Shown(name="decision", heading=DECISION, cell=decision, min_mm=24),
    ),
)
"""Tables of the sheets of a person and of a model."""
