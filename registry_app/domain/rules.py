"""What must hold before something is saved: values in, problems out, field by field. Nothing here raises."""

from datetime import date

from .dates import first_day, last_day, show_date
from .entries import Area, Entry, Indicator, Lists, ModelType, Status
from .errors import Problem
from .model import LocalModel, ModelRow
from .review import Review, StatusChange
from .schedule import starts_before
from .vietnamese import fold
from .words import N_

EMPTY = N_("This must not be empty.")
MOST_MONTHS = 120
MOST_LETTERS = 8


def problems(model: LocalModel, lists: Lists, today: date) -> tuple[Problem, ...]:
    """What keeps ``model`` from being saved; empty when nothing does. Kinds of values were checked when read."""
    found = []
    if not model.name:
        found.append(Problem("name", N_("Give the model a name.")))
    if model.type_id not in lists.types:
        found.append(Problem("type", N_("Choose the type of model.")))
    if model.founded_on and first_day(model.founded_on) > today:
        found.append(Problem("founded_on", N_("The founding date lies in the future.")))
    if model.interval_months is not None and not 0 <= model.interval_months <= MOST_MONTHS:
        found.append(
            Problem(
                "interval_months", N_("Write 0 (never) to {most} months, or leave it empty."), {"most": MOST_MONTHS}
            )
        )
    return tuple(found)


def founding_problems(model: LocalModel, first_review: str) -> tuple[Problem, ...]:
    """What is wrong with the founding date of ``model``: its first review that counts cannot lie before it."""
    if not starts_before(first_review, model.founded_on):
        return ()
    text = N_("{code} was reviewed on {day} already; it cannot have been founded after that.")
    return (Problem("founded_on", text, {"code": model.code, "day": show_date(first_review)}),)


def warnings(model: LocalModel, twins: list[str]) -> tuple[Problem, ...]:
    """What is worth a look but may be saved; ``twins`` are codes of models of the same name and type."""
    found = []
    if twins:
        found.append(
            Problem("name", N_("A model of the same name and type exists: {codes}."), {"codes": ", ".join(twins)})
        )
    if model.launched_on and model.founded_on and first_day(model.launched_on) < first_day(model.founded_on):
        found.append(Problem("launched_on", N_("The launch lies before the founding.")))
    if model.period_to and model.founded_on and last_day(model.period_to) < first_day(model.founded_on):
        found.append(Problem("period_to", N_("The period ends before the founding.")))
    return tuple(found)


def review_problems(review: Review, row: ModelRow, today: date) -> tuple[Problem, ...]:
    """What keeps ``review`` of the model ``row`` from being saved (rules.md, "Several reviews")."""
    found = []
    if not review.on:
        found.append(Problem("on", N_("Give the date of the review.")))
    elif review.on > today.isoformat():
        found.append(Problem("on", N_("The review of {code} lies in the future."), {"code": row.code}))
    elif starts_before(review.on, row.founded_on):
        values: dict[str, object] = {"code": row.code, "day": show_date(row.founded_on)}
        found.append(Problem("on", N_("{code} was founded on {day}; a review cannot lie before that."), values))
    if row.trashed_on:
        found.append(
            Problem("model", N_("{code} is in the trash; take it out before reviewing it."), {"code": row.code})
        )
    elif row.status_kind == "ended":
        found.append(Problem("model", N_("{code} has ended; it takes no more reviews."), {"code": row.code}))
    return tuple(found)


def status_problems(change: StatusChange, lists: Lists) -> tuple[Problem, ...]:
    """What keeps a change of status from being saved."""
    found = []
    status = lists.statuses.get(change.status_id)
    if status is None:
        found.append(Problem("status", N_("Choose the new status.")))
    if not change.on:
        found.append(Problem("on", N_("Give the date from which the status holds.")))
    if status is not None and status.kind in ("paused", "ended") and not change.reason:
        found.append(Problem("reason", N_("Say why: a model that pauses or ends keeps its reason for ever.")))
    return tuple(found)


def entry_problems(entry: Entry, others: list[Entry]) -> tuple[Problem, ...]:
    """What keeps a list entry from being saved; ``others`` are all entries of its list."""
    found = []
    if not entry.name:
        found.append(Problem("name", EMPTY))
    same = [other for other in others if other.id != entry.id and fold(other.name) == fold(entry.name)]
    if entry.name and same:
        found.append(Problem("name", N_("“{name}” is in the list already."), {"name": same[0].name}))
    if isinstance(entry, ModelType):
        found += _type_problems(entry, others)
    if isinstance(entry, Indicator):
        found += _indicator_problems(entry, others)
    return tuple(found)


def kept_problems(entry: Entry, lists: Lists) -> tuple[Problem, ...]:
    """Why ``entry`` can neither be taken out of use nor deleted: the program cannot do without it."""
    if isinstance(entry, Area) and entry.whole_ward:
        return (Problem("name", N_("This is the ward itself; it stays in use.")),)
    active = [one.id for one in lists.statuses.values() if one.kind == "active" and not one.retired]
    if isinstance(entry, Status) and active == [entry.id]:
        return (Problem("name", N_("This is the only label of kind “active”; it stays in use.")),)
    return ()


def _indicator_problems(entry: Indicator, others: list[Entry]) -> list[Problem]:
    """A part is counted as its whole is, which is a sum and neither itself nor one of its own parts."""
    found = [] if entry.unit else [Problem("unit", EMPTY)]
    known = {other.id: other for other in others if isinstance(other, Indicator)}
    whole = known.get(entry.part_of or 0)
    above = whole
    while above is not None and above.id != entry.id:
        above = known.get(above.part_of or 0)
    if above is not None:
        found.append(Problem("part_of", N_("An indicator cannot be a part of itself.")))
    elif whole is not None and whole.kind != "sum":
        found.append(Problem("part_of", N_("“{name}” is not a sum of parts."), {"name": whole.name}))
    elif whole is not None and entry.unit and fold(whole.unit) != fold(entry.unit):
        values: dict[str, object] = {"name": whole.name, "unit": whole.unit}
        found.append(Problem("unit", N_("“{name}” is counted in “{unit}”: its parts are counted so, too."), values))
    return found


def _type_problems(entry: ModelType, others: list[Entry]) -> list[Problem]:
    found = []
    if not (
        entry.code.isascii() and entry.code.isalnum() and entry.code.upper() == entry.code and len(entry.code) <= 8
    ):
        found.append(Problem("code", N_("Write 1 to 8 capitals or digits without accents, for example CAM.")))
    taken = [other for other in others if isinstance(other, ModelType) and other.id != entry.id]
    if any(other.code == entry.code for other in taken):
        found.append(Problem("code", N_("The abbreviation {code} is taken."), {"code": entry.code}))
    if entry.interval_months is not None and not 1 <= entry.interval_months <= MOST_MONTHS:
        found.append(
            Problem("interval_months", N_("Write 1 to {most} months, or leave it empty."), {"most": MOST_MONTHS})
        )
    return found
