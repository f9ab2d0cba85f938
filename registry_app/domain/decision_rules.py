"""What must hold of a decision before it is taken, and what a merge of models joins. Nothing here raises."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from .dates import first_day, show_date
from .decision import Decision
from .entries import Area, Lists, Status
from .errors import Problem
from .ids import AreaId, ModelId, SiteId, StatusId
from .model import ModelRow
from .schedule import starts_before
from .vietnamese import fold
from .words import N_

KEEP, STRENGTHEN, REPLICATE, MERGE, PAUSE, END = "keep", "strengthen", "replicate", "merge", "pause", "end"
NEED_PAPER = frozenset((REPLICATE, MERGE, END))
"""Nobody spreads, joins or ends a model without a paper that says so."""
NEED_REASON = frozenset((STRENGTHEN, PAUSE, END))
AHEAD = frozenset((PAUSE, END))
"""These may be entered before their day: the status waits for it."""
MANY = frozenset((KEEP, STRENGTHEN, MERGE, PAUSE, END))
"""What can be decided of many models at once."""
STATUS_KIND: Mapping[str, str] = {MERGE: "ended", PAUSE: "paused", END: "ended"}
USUAL: Mapping[str, tuple[str, ...]] = {MERGE: ("ghep",), PAUSE: ("tam dung",), END: ("thanh loai",)}
"""How the seeded labels of these are called, folded."""


class Place(Struct, frozen=True, kw_only=True):
    """A site that lasts on the day of a merge, as far as it decides whether two are one place."""

    id: SiteId
    model_id: ModelId
    title: str
    area_id: AreaId | None
    name: str
    place_kind: str
    begun: str | None


def status_of(kind: str, lists: Lists, chosen: StatusId | None = None) -> Status | None:
    """The label that a decision of ``kind`` gives: the one ``chosen``, else the seeded one, else the first of its kind
    of status; None where the decision changes no status or the ward has no such label in use."""
    wanted = STATUS_KIND.get(kind)
    offered = [one for one in lists.statuses.values() if one.kind == wanted and not one.retired]
    for one in offered:
        if one.id == chosen:
            return one
    if chosen is not None:
        return None
    usual = (one for one in offered if fold(one.name) in USUAL.get(kind, ()))
    return next(usual, next(iter(offered), None))


def problems(decision: Decision, rows: Sequence[ModelRow], today: date) -> list[Problem]:
    """What keeps ``decision`` from being taken of all of ``rows``, whatever its kind."""
    found = []
    if not rows:
        found.append(Problem("models", N_("Choose at least one model.")))
    if decision.kind not in MANY and len(rows) > 1:
        found.append(Problem("models", N_("One model is replicated at a time: the sites are its own.")))
    found += _day_problems(decision, rows, today)
    if decision.kind in NEED_PAPER and not decision.paper_number:
        found.append(Problem("paper_number", N_("Give the number of the paper that decided it.")))
    if decision.kind in NEED_REASON and not decision.reason:
        found.append(Problem("reason", _NO_REASON[decision.kind]))
    for row in rows:
        if row.trashed_on:
            text = N_("{code} is in the trash; take it out first.")
            found.append(Problem("models", text, {"code": row.code}))
        elif row.status_kind == "ended":
            text = N_("{code} has ended; nothing more is decided about it. Change its status first.")
            found.append(Problem("models", text, {"code": row.code}))
        elif decision.kind == PAUSE and row.status_kind == "paused":
            found.append(Problem("models", N_("{code} is paused already."), {"code": row.code}))
    return found


_NO_REASON = {
    STRENGTHEN: N_("Say what is to be strengthened."),
    PAUSE: N_("Say why: a model that pauses or ends keeps its reason for ever."),
    END: N_("Say why: a model that pauses or ends keeps its reason for ever."),
}


def _day_problems(decision: Decision, rows: Sequence[ModelRow], today: date) -> list[Problem]:
    if not decision.on:
        return [Problem("on", N_("Give the day of the decision."))]
    if decision.on > today.isoformat() and decision.kind not in AHEAD:
        values: dict[str, object] = {"day": show_date(decision.on)}
        return [
            Problem("on", N_("{day} lies in the future; such a decision is entered once it has been taken."), values)
        ]
    found = []
    for row in rows:
        if starts_before(decision.on, row.founded_on):
            values = {"code": row.code, "day": show_date(row.founded_on)}
            text = N_("{code} was founded on {day}; a decision about it cannot lie before that.")
            found.append(Problem("on", text, values))
    return found


def status_problems(kind: str, status: Status | None) -> list[Problem]:
    """Without a label of the right kind a decision that changes the status cannot be taken."""
    if kind in STATUS_KIND and status is None:
        return [Problem("status", N_("Choose a status that fits the decision; none of that kind is in use."))]
    return []


# -- replicating -------------------------------------------------------------------------------------------------------


def replicating_problems(
    row: ModelRow, areas: Sequence[AreaId], names: Sequence[str], places: Iterable[Place], known: Mapping[AreaId, Area]
) -> list[Problem]:
    """What keeps the model ``row``, which stands in ``places`` now, from being replicated to ``areas`` and to places
    called ``names``."""
    found = []
    if not areas and not names:
        found.append(Problem("areas", N_("Choose the areas, or write the names of the places, that are to have it.")))
    here = list(places)
    taken = {one.area_id for one in here if not one.name}
    for number in areas:
        area = known.get(number)
        if area is None or area.retired:
            text = N_("“{name}” is no longer in use; choose areas of today.")
            found.append(Problem("areas", text, {"name": area.name if area else str(number)}))
        elif number in taken:
            text = N_("{code} has a site in “{name}” already.")
            found.append(Problem("areas", text, {"code": row.code, "name": area.name}))
    called = {fold(one.name) for one in here if one.name}
    for place, name in enumerate(names):
        if fold(name) in called or fold(name) in map(fold, names[:place]):
            found.append(Problem("names", N_("{code} has a site “{name}” already."), {"code": row.code, "name": name}))
    return found


# -- merging -----------------------------------------------------------------------------------------------------------


def merging_problems(
    rows: Sequence[ModelRow], target: ModelRow | None, on: str, statutory: Mapping[ModelId, bool]
) -> list[Problem]:
    """What keeps ``rows`` from being merged into ``target``; ``statutory`` says it of each model."""
    if target is None:
        return [Problem("target", N_("Choose the model into which it is merged."))]
    values: dict[str, object] = {"code": target.code}
    if target.id in {row.id for row in rows}:
        return [Problem("target", N_("{code} cannot be merged into itself; choose another model."), values)]
    if target.trashed_on:
        return [Problem("target", N_("{code} is in the trash; nothing can be merged into it."), values)]
    if target.status_kind == "ended":
        return [Problem("target", N_("{code} has ended; nothing can be merged into it."), values)]
    found = []
    if starts_before(on, target.founded_on):
        text = N_("{code} was founded on {day}; nothing was merged into it before that.")
        found.append(Problem("on", text, {**values, "day": show_date(target.founded_on)}))
    for row in rows:
        if statutory.get(row.id) != statutory.get(target.id):
            text = N_("{one} and {other} are not of a kind: one of them is a body by law, which counts apart.")
            found.append(Problem("target", text, {"one": row.code, "other": target.code}))
    return found


def joined(moving: Sequence[Place], there: Sequence[Place], on: str) -> dict[SiteId, SiteId]:
    """Which of the sites ``moving`` would stand in the same place as one that is ``there`` already, and go into it: of
    the same area and kind of place, without another name of its own. What begins only after ``on`` stays apart."""
    found: dict[SiteId, SiteId] = {}
    for one in moving:
        if one.area_id is None or not _begun(one, on):
            continue
        same = [two for two in there if _same_place(one, two) and _begun(two, on)]
        if same:
            best = min(same, key=lambda two: (fold(two.name) != fold(one.name), two.id))
            found[one.id] = best.id
    return found


def _same_place(one: Place, two: Place) -> bool:
    called = not one.name or fold(one.name) == fold(two.name)
    return one.area_id == two.area_id and one.place_kind == two.place_kind and called


def _begun(place: Place, on: str) -> bool:
    return place.begun is None or first_day(place.begun) <= first_day(on)
