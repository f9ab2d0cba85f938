"""Reads from the register what stands on a paper: its rows in order, the one it is about, whose data that is."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.dates import first_day
from registry_app.domain.describing import described, fields_of
from registry_app.domain.errors import NotFound, RegistryError
from registry_app.domain.person import SENSITIVE
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.wish import Wish
from registry_app.domain.words import N_, _
from registry_app.reports import masking
from registry_app.reports.declared import REASON, Declared, Setting
from registry_app.reports.grouping import APART
from registry_app.reports.shown import Fields
from registry_app.reports.spec import Kind, Report
from registry_app.store.registry import Registry

from . import counting, day_rows, details, models_then, people_shown, recognising, sheet_rows
from .day_rows import Day

WHOSE: Mapping[str, Mapping[str, str]] = {
    "model": dict.fromkeys(
        ("site", "team", "membership", "household", "camera_point", "result", "commendation", "exemplar"), "model_code"
    ),
    "team": {"team": "code", "membership": "team_code", "household": "team_code"},
    "person": {"person": "code", "membership": "code", "commendation": "person_code", "exemplar": "person_code"},
    "area": dict.fromkeys(
        ("site", "team", "person", "membership", "household", "camera_point", "result", "recognition"), "area"
    ),
}
"""By what owns the rows: the field of each noun that says so."""

ABOUT = {
    "model": N_("“{report}” is about one model: say which by its code."),
    "person": N_("“{report}” is about one person: say who by the code."),
}


class Owner(Struct, frozen=True, kw_only=True):
    """Whose rows are printed: a model, team, person or area by its row number."""

    noun: str
    id: int
    code: str
    name: str


class Asked(Struct, frozen=True, kw_only=True):
    """All that a paper is asked for."""

    declared: Declared
    search: Search
    at: Moment
    wish: Wish
    ids: Sequence[int] | None = None
    of: Owner | None = None

    @property
    def day(self) -> Day:
        """Of which day; of the past only when somebody asks for a day."""
        return Day(at=self.at, past=bool(self.wish.as_of) and self.at.on < date.today())


class Found(Struct, frozen=True, kw_only=True):
    """The paper, the line that says what is on it, and how many people's data it shows."""

    report: Report
    criteria: str
    people: int


def owner(registry: Registry, code: str) -> Owner:
    """The model, team, person or area of ``code``; areas by name too. Raises NotFound."""
    wanted = fold(code)
    for area in registry.lists.areas.values():
        if wanted in (fold(area.code), fold(area.name)):
            return Owner(noun="area", id=area.id, code=area.code, name=area.name)
    for noun, shelf in (("team", registry.inside.teams), ("person", registry.inside.people)):
        try:
            number = shelf.by_code(code)
        except NotFound:
            continue
        return Owner(noun=noun, id=number, code=code.strip().upper(), name=shelf.one(number).name)
    number = registry.models.by_code(code)
    model = registry.models.one(number)
    return Owner(noun="model", id=number, code=model.code, name=model.name)


def read(registry: Registry, asked: Asked) -> Found:
    """The paper that is asked for. Raises NotFound, RegistryError."""
    declared, wish, at = asked.declared, asked.wish, asked.at
    fields = fields_of(declared.noun, registry.lists)
    _refuse_sensitive(declared, wish, fields)
    _refuse_ownerless(asked)
    search = _search(asked)
    if declared.noun == "model" and asked.day.past:
        models_then.refuse_narrowed(search)
    rows = day_rows.rows(registry, declared.noun, search, asked.day, asked.ids)
    criteria = _criteria(registry, asked, search)
    official = counting.official(registry, at.on, [row.id for row in rows]).said_on_paper if declared.official else ""
    setting = Setting(
        ward=registry.settings.ward(),
        at=at,
        fields=fields,
        criteria=criteria if wish.criteria is None else wish.criteria,
        of=asked.of.name if asked.of else "",
        official=official,
        judged=recognising.said(registry, rows) if declared.judged else "",
        reasons=details.reasons(registry, [row.id for row in rows]) if _explains(declared, wish, fields) else {},
        kind=Kind(wish.kind),
        wish=replace(wish, order=wish.order or asked.search.order) if _reordered(asked) else wish,
    )
    subject, further = _sheet(registry, asked)
    report = declared.report(
        rows,
        setting,
        subject=subject,
        subject_fields=fields_of(declared.about, registry.lists) if declared.about else None,
        further=[found for _noun, found in further],
    )
    columns = frozenset(one.name for one in declared.chosen(wish, fields)) | {declared.grouped(wish)}
    shown = [(declared.noun, rows, columns), *((noun, found, None) for noun, found in further)]
    people = people_shown.count(shown, subject if declared.about == "person" else None)
    return Found(report=report, criteria=criteria, people=people)


def _explains(declared: Declared, wish: Wish, fields: Fields) -> bool:
    """Whether a column says why the next review is due when it is."""
    return any(one == REASON for one in declared.chosen(wish, fields))


def _refuse_sensitive(declared: Declared, wish: Wish, fields: Fields) -> None:
    """Ethnicity and religion never stand on a notice board."""
    offered = declared.offered(fields)
    asked = SENSITIVE & {*wish.columns, declared.grouped(wish)} & offered.keys()
    if wish.posting and asked:
        text = N_("The column “{name}” is sensitive personal data: it is not printed on a posting copy.")
        raise RegistryError(text, name=offered[min(asked)].column(fields).title)


def _refuse_ownerless(asked: Asked) -> None:
    declared, of = asked.declared, asked.of
    if declared.about and (of is None or of.noun != declared.about):
        raise RegistryError(ABOUT[declared.about], report=_(declared.label))
    if of and declared.noun not in WHOSE[of.noun]:
        raise RegistryError(N_("“{report}” cannot be narrowed to “{name}”."), report=_(declared.label), name=of.name)


def _reordered(asked: Asked) -> bool:
    """Whether somebody asked for an order other than the report's own."""
    own = tuple(Order(one) for one in asked.declared.order)
    return bool(asked.wish.order) or asked.search.order not in ((), own)


def _search(asked: Asked) -> Search:
    """The rows asked for, those of one group together."""
    declared, wish = asked.declared, asked.wish
    search, by = asked.search, declared.grouped(wish)
    if search.noun != declared.noun:
        search = Search(view=declared.view, noun=declared.noun)
    order = wish.order or search.order or tuple(Order(one) for one in declared.order)
    if asked.of:
        search = search.filtered(_whose(asked.of, declared.noun))
    if declared.noun == "model":
        return replace(search, order=order, group=by or None)
    together = [Order(one) for one in (by, APART.get(by, "")) if one]
    kept = [one for one in order if one.field not in {first.field for first in together}]
    return replace(search, order=(*together, *kept), group=None)


def _whose(of: Owner, noun: str) -> Filter:
    field = WHOSE[of.noun][noun]
    return Filter(field, (of.id if field == "area" else of.code,))


def _sheet(registry: Registry, asked: Asked) -> tuple[Any, list[tuple[str, Sequence[Any]]]]:
    """What a sheet is about, and the rows of its further tables, each with their noun; nothing for other reports.
    Raises NotFound for what was not there yet."""
    declared, of = asked.declared, asked.of
    if not declared.about or of is None:
        return None, []
    found = day_rows.window(registry, declared.about, [of.id], asked.day)
    if not found:
        raise NotFound(N_("“{name}” was not there yet on {day}."), name=of.name, day=_in_text(asked.at.on))
    further = []
    for one in declared.further:
        if one.noun in sheet_rows.OTHERS:
            further.append((one.noun, sheet_rows.OTHERS[one.noun](registry, of.id, asked.at)))
        else:
            order = tuple(Order(name) for name in one.order)
            search = Search(view=one.view, noun=one.noun, order=order).filtered(_whose(of, one.noun))
            rows = day_rows.rows(registry, one.noun, search, asked.day)
            further.append((one.noun, [row for row in rows if _was_then(row, asked.at.on)]))
    return found[0], further


def _was_then(row: Any, on: date) -> bool:
    """Whether what happened on a day of its own had happened by the day ``on``; what nobody dated had."""
    day = getattr(row, "on", None)
    return day is None or first_day(day) <= on


def _criteria(registry: Registry, asked: Asked, search: Search) -> str:
    """What is on the paper and of which day; numbers that somebody searched for are masked on a posting copy."""
    own = _whose(asked.of, asked.declared.noun) if asked.of else None
    plain = search.without(own) if own else search
    text = described(plain, registry.lists, asked.at, selected=asked.ids is not None)
    dated = _("Figures as of {day}").format(day=_in_text(asked.at.on))
    if asked.declared.about:
        return dated
    if asked.wish.as_of:
        said, _end, _today = text.rpartition("; ")
        text = f"{said}. {dated}"
    return masking.free(text) if asked.wish.posting else text


def _in_text(day: date) -> str:
    """``day`` as papers write it outside tables: months 3 to 9 without a zero (Decree 30/2020, Annex I, II.4)."""
    return f"{day.day:02}/{f'{day.month:02}' if day.month < 3 else day.month}/{day.year}"
