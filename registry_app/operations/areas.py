"""What a ward does with its areas – rename, renumber, merge; ``area_splits`` splits –: acts with a day and a paper.

Each is one action, after a preview of what goes where; one undo brings everything back.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import area_changes as rules
from registry_app.domain.area_changes import BELONGING, MERGE, RENAME, RENUMBER, Act, Belonging, NewArea, Ward
from registry_app.domain.entries import Area
from registry_app.domain.errors import Problem
from registry_app.domain.ids import AreaId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.words import N_, _
from registry_app.store import area_changes as store
from registry_app.store.area_changes import AreaAct
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .area_parts import MOVED, PREVIEWED, begin, clean_text, cleaned, end, last_number, named, read_act, refuse, ward_of


class MergePreview(Struct, frozen=True, kw_only=True):
    """What a merge would move: row counts by noun (area_changes.BELONGING), the models touched, the sites that would be
    one place of one model twice, and notes. ``ending`` are the areas that end, ``name`` is the one that stays."""

    name: str
    ending: tuple[str, ...]
    counts: Mapping[str, int]
    models: int
    doubles: int
    notes: tuple[Problem, ...] = ()


def history(registry: Registry, area: AreaId | None = None) -> list[AreaAct]:
    """Every act, or those in which ``area`` had a part, the newest day first."""
    return store.acts(registry.connection, area)


# -- names and numbers -------------------------------------------------------------------------------------------------


def rename(registry: Registry, area: AreaId, name: str, act: Act, *, number: str | None = None) -> Changes:
    """Give ``area`` another name (and ``number``, when given); it is found by the old one as well. Where only the
    number is another, it is renumbered. Raises Refused, NotFound, ReadOnly."""
    known = ward_of(registry, [area]).areas[area]
    only_number = clean_text("name", name) == known.name and number not in (None, known.number)
    numbers = {} if number is None else {area: number}
    return _rename(registry, RENUMBER if only_number else RENAME, {area: name}, numbers, act)


def renumber(registry: Registry, numbers: Mapping[AreaId, str], act: Act) -> Changes:
    """Give areas other numbers, all at once, so that they may change places; a number that stands in the name changes
    there, too. Raises Refused, NotFound, ReadOnly."""
    names = {}
    for area, number in numbers.items():
        known = ward_of(registry, numbers).areas[area]
        names[area] = rules.renumbered(known.name, known.number or last_number(known.name), number)
    return _rename(registry, RENUMBER, names, numbers, act)


def _rename(
    registry: Registry, kind: str, names: Mapping[AreaId, str], numbers: Mapping[AreaId, str], act: Act
) -> Changes:
    label = N_("Rename area") if kind == RENAME else N_("Renumber areas")
    with registry.change(label) as change:
        ward = ward_of(registry, names)
        act = read_act(act)
        old = {area: ward.areas[area] for area in names}
        new = {area: _renamed(kind, old[area], name, numbers.get(area)) for area, name in names.items()}
        problems = rules.act_problems(kind, act, names, ward, date.today())
        refuse([*problems, *rules.renaming_problems(kind, new, ward)])
        for area, known in old.items():
            registry.entries.save(new[area])
            if known.name != new[area].name:
                store.add_former_names(registry.connection, area, [known.name], act.on)
        store.record(registry.connection, kind, act, named(old.values()), named(new.values()))
    return change.changes


def _renamed(kind: str, old: Area, name: str, number: str | None) -> Area:
    """``old`` with its new name and number (None: as it was), cleaned. Raises Refused."""
    number = old.number if number is None else clean_text("number", number)
    return replace(old, number=number, name=clean_text("name" if kind == RENAME else "number", name))


# -- merging -----------------------------------------------------------------------------------------------------------


def merge_preview(
    registry: Registry, areas: Sequence[AreaId], into: AreaId | NewArea, act: Act, *, join_sites: bool = False
) -> MergePreview:
    """What ``merge`` would do; the paper may still be missing. Nothing is written. Raises Refused, NotFound."""
    act = read_act(act)
    ward, into, gone = _mergeable(registry, areas, into, replace(act, paper_number=act.paper_number or PREVIEWED))
    rows = store.belongings(registry.connection, gone, act.on)
    groups = _doubles(registry, rows, into, act.on)
    return MergePreview(
        name=into.name if isinstance(into, NewArea) else ward.areas[into].name,
        ending=tuple(ward.areas[area].name for area in gone),
        counts=Counter(one.noun for one in rows),
        models=len({one.model for one in rows if one.noun == "site"}),
        doubles=sum(len(group) - 1 for group in groups),
        notes=(*rules.act_warnings(act, date.today()), *_about_doubles(groups, join_sites=join_sites)),
    )


def merge(
    registry: Registry, areas: Sequence[AreaId], into: AreaId | NewArea, act: Act, *, join_sites: bool = False
) -> Changes:
    """Make one of several areas: ``into`` is a new one, or one that is there (among ``areas`` or not) and lives on. The
    others end on the day of the act; what belongs to them then or later goes over. ``join_sites``: sites that would be
    one place of one model twice become one; else they stay as they are. Raises Refused, NotFound, ReadOnly."""
    with registry.change(N_("Merge areas")) as change:
        act = read_act(act)
        ward, into, gone = _mergeable(registry, areas, into, act)
        rows = store.belongings(registry.connection, gone, act.on)
        joined = _doubles(registry, rows, into, act.on) if join_sites else []
        left = {site for group in joined for site in group[1:]}
        ending = [ward.areas[area] for area in gone]
        target = begin(registry, into, ending) if isinstance(into, NewArea) else ward.areas[into]
        for noun in MOVED:
            ids = [one.id for one in rows if one.noun == noun and not (noun == "site" and one.id in left)]
            store.move_to_area(registry.connection, noun, ids, target.id)
        for keep, *others in joined:
            store.join_sites(registry.connection, keep, others, act.on)
        before = named(ending if isinstance(into, NewArea) else [*ending, target])
        end(registry, ending, [target], act)
        store.record(registry.connection, MERGE, act, before, named([target]))
    return change.changes


def _mergeable(
    registry: Registry, areas: Sequence[AreaId], into: AreaId | NewArea, act: Act
) -> tuple[Ward, AreaId | NewArea, list[AreaId]]:
    """The areas as they are, what they become (a new one cleaned) and which of them end. Raises Refused, NotFound."""
    if isinstance(into, NewArea):
        into = cleaned(into)
        touched = list(areas)
    else:
        touched = [*areas, into]
    ward = ward_of(registry, touched)
    problems = [*rules.act_problems(MERGE, act, touched, ward, date.today())]
    refuse([*problems, *rules.merge_problems(areas, into, ward)])
    return ward, into, [area for area in dict.fromkeys(areas) if area != into]


def _doubles(registry: Registry, rows: Sequence[Belonging], into: AreaId | NewArea, on: str) -> list[list[int]]:
    """Sites that would be one place of one model twice, grouped, the one that stays first."""
    if isinstance(into, NewArea):
        return rules.doubles(rows, on)
    there = [one for one in store.belongings(registry.connection, [into], on) if one.noun == "site"]
    return rules.doubles([*there, *rows], on, [one.id for one in there])


def _about_doubles(groups: Sequence[Sequence[int]], *, join_sites: bool) -> list[Problem]:
    values: dict[str, object] = {"count": sum(len(group) - 1 for group in groups)}
    if not groups:
        return []
    if join_sites:
        return [Problem("join_sites", N_("Sites that go into the site of the same model: {count}."), values)]
    return [Problem("join_sites", N_("Sites that stand twice in the area for one model and stay so: {count}."), values)]


def counted(counts: Mapping[str, int]) -> str:
    """How many rows of which nouns, in words."""
    parts = (f"{_(NOUNS[noun].many)}: {counts[noun]}" for noun in BELONGING if counts.get(noun))
    return " · ".join(parts) or _("nothing")
