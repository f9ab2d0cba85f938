"""What a user does with models: add, save, duplicate, trash, take out of the trash."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import rules
from registry_app.domain.cleaning import line
from registry_app.domain.dates import first_day
from registry_app.domain.entries import Area, Entry, Lists, Organisation, Tag
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.kinds import BadValue
from registry_app.domain.model import LocalModel
from registry_app.domain.review import StatusChange
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .typed import Typed, Unknown, find, read_model, unknown_names

NEW_ENTRY: dict[str, type[Entry]] = {"organisations": Organisation, "areas": Area, "tags": Tag}


class NewModel(Struct, frozen=True, kw_only=True):
    """What is typed for a model that is not there yet. Blank ``code``: the register gives one. Blank ``status``: the
    first active label. Blank ``status_on``: from the founding, else the launch, else from a day nobody knows, so that
    what is entered later for an earlier day is not outdone by today."""

    typed: Typed
    code: str = ""
    status: str = ""
    status_on: str = ""
    status_reason: str = ""


class Saved(Struct, frozen=True, kw_only=True):
    """What a save did: the models' codes in order, and warnings that did not keep them from being saved."""

    changes: Changes
    ids: tuple[ModelId, ...]
    codes: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def add(registry: Registry, new: Sequence[NewModel], *, create: bool = False) -> Saved:
    """Add models as one action, all or nothing; ``create`` adds unknown organisations, areas and tags to their lists.

    Raises Refused (fields of the n-th of several start with "n."), ReadOnly.
    """
    ids: list[ModelId] = []
    warnings: list[Problem] = []
    with registry.change(N_("Add model")) as change:
        if create:
            create_missing(registry, [one.typed for one in new])
        lists = registry.lists
        problems: list[Problem] = []
        for number, one in enumerate(new, start=1):
            try:
                number_of, warned = _add_one(registry, one, lists)
            except Refused as refused:
                lead = f"{number}." if len(new) > 1 else ""
                problems += [replace(problem, field=lead + problem.field) for problem in refused.problems]
                continue
            ids.append(number_of)
            warnings += warned
        if problems:
            raise Refused(problems)
        codes = tuple(registry.models.one(number).code for number in ids)
    return Saved(changes=change.changes, ids=tuple(ids), codes=codes, warnings=tuple(warnings))


def edit(registry: Registry, model: ModelId, typed: Typed, *, create: bool = False) -> Saved:
    """Write what was typed over ``model``; fields not named stay. Raises Refused, NotFound, ReadOnly."""
    today = date.today()
    with registry.change(N_("Edit model")) as change:
        if create:
            create_missing(registry, [typed])
        before = registry.models.one(model)
        value = read_model(before, typed, registry.lists, today)
        _refuse((*rules.problems(value, registry.lists, today), *founding_problems(registry, before, value)))
        registry.models.update(value, today.isoformat())
        warnings = rules.warnings(value, registry.models.twins(value))
    return Saved(changes=change.changes, ids=(model,), codes=(value.code,), warnings=warnings)


def founding_problems(registry: Registry, before: LocalModel, after: LocalModel) -> tuple[Problem, ...]:
    """What is wrong with the founding date of ``after`` where it is another than that of ``before``."""
    spans = registry.reviews.spans([before.id]) if after.founded_on != before.founded_on else {}
    return tuple(problem for first, _last in spans.values() for problem in rules.founding_problems(after, first))


def duplicate(registry: Registry, model: ModelId) -> LocalModel:
    """A new, unsaved model like ``model``: no code, no founding paper or dates of its own."""
    return replace(
        registry.models.one(model),
        id=ModelId(0),
        code="",
        paper_number="",
        founded_on=None,
        launched_on=None,
        period_to=None,
        review_on=None,
    )


def trash(registry: Registry, models: Iterable[ModelId]) -> Changes:
    """Move models to the trash as one action: out of every list and count, with all they hold, until taken out."""
    with registry.change(N_("Move to trash")) as change:
        registry.models.trash(models, date.today().isoformat())
    return change.changes


def untrash(registry: Registry, models: Iterable[ModelId]) -> Changes:
    """Take models out of the trash as one action."""
    with registry.change(N_("Take out of trash")) as change:
        registry.models.trash(models, None)
    return change.changes


def _add_one(registry: Registry, new: NewModel, lists: Lists) -> tuple[ModelId, tuple[Problem, ...]]:
    today = date.today()
    value = read_model(LocalModel(), new.typed, lists, today)
    found = list(rules.problems(value, lists, today))
    code = line(new.code).upper()
    if code and (registry.models.has_code(code) or registry.entries.has_given(code)):
        found.append(Problem("code", N_("The code {code} is taken; codes are never used twice."), {"code": code}))
    first = _first_status(new, value, lists, today)
    found += [problem for problem in rules.status_problems(first, lists) if problem.field != "on"]
    _refuse(found)
    value = replace(value, code=code or _next_code(registry, value, lists, today))
    number = registry.models.insert(value, today.isoformat())
    registry.statuses.add([replace(first, model_id=number)])
    warned = registry.models.twins(replace(value, id=number))
    return number, rules.warnings(value, warned)


def _first_status(new: NewModel, value: LocalModel, lists: Lists, today: date) -> StatusChange:
    status = lists.default_status()
    if new.status:
        try:
            status = find(lists.statuses.values(), new.status)  # type: ignore[assignment]
        except Unknown as unknown:
            raise Refused([Problem("status", unknown.text, unknown.values)]) from None
    begun = value.founded_on or value.launched_on
    start = first_day(begun) if begun else None
    on = new.status_on or (start.isoformat() if start and start <= today else "")
    return StatusChange(status_id=status.id, on=on, reason=new.status_reason)  # type: ignore[arg-type]


def _next_code(registry: Registry, value: LocalModel, lists: Lists, today: date) -> str:
    if value.type_id is None:
        raise RuntimeError("a model without a type passed the rules")
    year = (value.founded_on or today.isoformat())[:4]
    return registry.entries.next_code(f"{lists.types[value.type_id].code}-{year}")


def create_missing(registry: Registry, typed: Sequence[Typed]) -> None:
    """Add the names of ``typed`` that stand in no list to theirs, inside an open action. Raises Refused."""
    for one in typed:
        for field, text in one.items():
            try:
                unknown = unknown_names({field: text}, registry.lists)
            except BadValue as wrong:
                raise Refused([Problem(field, wrong.text, wrong.values)]) from None
            for plural, names in unknown.items():
                for name in names:
                    registry.entries.save(NEW_ENTRY[plural](name=name))
                registry.forget_lists()


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Refused(problems)
