"""What is typed of a round as a value, and its rows and figures put together."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from msgspec.structs import replace

from registry_app.domain import kinds, options
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId, ModelId, RoundId, SheetId
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.review_round import ReviewRound, RoundRow
from registry_app.domain.round_shown import Line, Progress
from registry_app.domain.search import Search
from registry_app.domain.vietnamese import sort_key
from registry_app.domain.words import N_
from registry_app.store.registry import Registry
from registry_app.store.rounds import Fates

from .typed import option_key

READ: Mapping[str, Kind] = {
    "name": kinds.TEXT,
    "period_from": kinds.DATE,
    "period_to": kinds.DATE,
    "deadline": kinds.DATE,
    "paper_number": kinds.TEXT,
    "notes": kinds.LONG,
}
LATER = ("name", "deadline", "paper_number", "notes")
"""What may be changed after the opening."""


class TypedRound(Protocol):
    """A round as typed."""

    @property
    def kind(self) -> str: ...
    @property
    def search(self) -> Search: ...
    @property
    def sheet_id(self) -> SheetId | None: ...


def read(registry: Registry, new: TypedRound, today: date) -> ReviewRound:
    """The round that is to be opened ``today``, still without a code. Raises Refused with every problem."""
    values, problems = _texts({name: getattr(new, name) for name in READ}, today)
    try:
        kind = options_kind(new.kind)
    except BadValue as wrong:
        kind = ""
        problems.append(Problem("kind", wrong.text, wrong.values))
    if new.search.noun != "model":
        problems.append(Problem("search", N_("A round is about models; choose a view of models.")))
    if new.sheet_id is not None:
        sheet = registry.loop.scoring.sheets().get(new.sheet_id)
        if sheet is None or sheet.retired:
            problems.append(Problem("sheet", N_("This score sheet is no longer in use.")))
    bad = {problem.field for problem in problems}
    problems += [one for one in _day_problems(values) if one.field not in bad]
    if problems:
        raise Refused(problems)
    return ReviewRound(
        name=values["name"],
        kind=kind,
        period_from=values["period_from"],
        period_to=values["period_to"],
        deadline=values["deadline"] or None,
        search=new.search,
        sheet_id=new.sheet_id,
        paper_number=values["paper_number"],
        notes=values["notes"],
        opened_on=today.isoformat(),
    )


def edited(found: ReviewRound, typed: Mapping[str, str], today: date) -> ReviewRound:
    """``found`` with what was typed. Raises Refused."""
    unknown = [name for name in typed if name not in LATER]
    problems = [Problem(name, N_("“{name}” of a round does not change."), {"name": name}) for name in unknown]
    values, wrong = _texts({name: text for name, text in typed.items() if name in LATER}, today)
    problems += wrong
    whole = {"name": found.name, "period_from": found.period_from, "period_to": found.period_to, **values}
    bad = {problem.field for problem in problems}
    problems += [one for one in _day_problems(whole) if one.field not in bad]
    if problems:
        raise Refused(problems)
    if "deadline" in values:
        return replace(found, **{**values, "deadline": values["deadline"] or None})
    return replace(found, **values)


def options_kind(typed: str) -> str:
    """The key of the kind of review that was typed; "review" for blank. Raises BadValue."""
    return option_key(options.REVIEW_KINDS, typed) or "review"


def overlaps(registry: Registry, models: Sequence[int]) -> tuple[Problem, ...]:
    """A warning for each other open round that holds some of ``models``."""
    text = N_("{count} of these models are also in the open round {code} “{name}”.")
    return tuple(
        Problem("search", text, {"count": count, "code": other.code, "name": other.name})
        for other, count in registry.loop.rounds.open_with(models)
    )


def first_rows(
    registry: Registry, round_id: RoundId, models: Sequence[int], reviewers: Mapping[AreaId, str]
) -> list[RoundRow]:
    """The rows of a new round: areas in the order of their list, models inside in the order given."""
    areas = registry.loop.rounds.first_areas(models)
    place = {number: index for index, number in enumerate(registry.lists.areas)}
    order = sorted(range(len(models)), key=lambda at: (place.get(areas.get(models[at], AreaId(0)), len(place)), at))
    names = {area: " ".join(name.split()) for area, name in reviewers.items()}
    rows = []
    for position, at in enumerate(order, start=1):
        area = areas.get(models[at])
        rows.append(
            RoundRow(
                round_id=round_id,
                model_id=ModelId(models[at]),
                position=position,
                area_id=area,
                reviewer=names.get(area, "") if area is not None else "",
            )
        )
    return rows


def progress(registry: Registry, round_id: RoundId) -> Progress:
    """How far a round has come, by area and by reviewer."""
    lists: Lists = registry.lists
    areas, reviewers = registry.loop.rounds.progress(round_id)
    place = {number: index for index, number in enumerate(lists.areas)}
    by_area = [
        _line(lists.areas[area].name if area else "", area, fates)
        for area, fates in sorted(areas.items(), key=lambda pair: place.get(pair[0] or AreaId(0), len(place)))
    ]
    named = sorted(reviewers.items(), key=lambda pair: (not pair[0], sort_key(pair[0])))
    return Progress(by_area=tuple(by_area), by_reviewer=tuple(_line(name, None, fates) for name, fates in named))


def _line(name: str, area: AreaId | None, fates: Fates) -> Line:
    return Line(
        name=name,
        area_id=area,
        rows=fates.rows,
        entered=fates.entered,
        left_out=fates.left_out,
        waiting=fates.waiting,
    )


def _texts(typed: Mapping[str, str], today: date) -> tuple[dict[str, str], list[Problem]]:
    values, problems = {}, []
    for name, text in typed.items():
        values[name] = ""
        try:
            values[name] = READ[name].parse(text, today)
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    return values, problems


def _day_problems(values: Mapping[str, str]) -> list[Problem]:
    problems = []
    begin, end, deadline = values["period_from"], values["period_to"], values.get("deadline")
    if not values["name"]:
        problems.append(Problem("name", N_("Give the round a name.")))
    if not begin:
        problems.append(Problem("period_from", N_("Give the first day of the period.")))
    if not end:
        problems.append(Problem("period_to", N_("Give the last day of the period.")))
    if begin and end and end < begin:
        text = N_("The period ends before it begins ({day}).")
        problems.append(Problem("period_to", text, {"day": show_date(begin)}))
    if begin and deadline and deadline < begin:
        text = N_("The deadline lies before the period begins ({day}).")
        problems.append(Problem("deadline", text, {"day": show_date(begin)}))
    return problems
