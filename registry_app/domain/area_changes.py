"""Acts on areas – rename, renumber, merge, split –: what keeps one from being done, and who gets what. Pure rules."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from .area_life import Life
from .dates import first_day, show_date
from .entries import Area
from .errors import Problem
from .ids import AreaId, ModelId
from .options import Option
from .rules import EMPTY
from .vietnamese import fold
from .words import N_

RENAME, RENUMBER, MERGE, SPLIT = "rename", "renumber", "merge", "split"
KINDS = (
    Option(RENAME, N_("Renamed")),
    Option(RENUMBER, N_("Renumbered")),
    Option(MERGE, N_("Merged")),
    Option(SPLIT, N_("Split")),
)
NEED_PAPER = frozenset((MERGE, SPLIT))
"""Nobody merges or splits areas without a decision."""
AHEAD = 1
"""Years ahead for which a paper may set the day."""
FEWEST = 2
BELONGING = ("site", "team", "camera_point", "household", "person")
"""What belongs to an area, in the order in which it is shown."""
CALLED_AFTER_PEOPLE = frozenset(("person", "household"))
"""What of it is called by the name of somebody."""

Place = tuple[str, int]
"""The noun and the row number of what belongs to an area."""


class Act(Struct, frozen=True, kw_only=True):
    """When and by which paper. ``on`` is the ISO day from which it holds."""

    on: str = ""
    paper_number: str = ""
    notes: str = ""


class NewArea(Struct, frozen=True, kw_only=True):
    """An area that is to come out of an act; facts left blank are taken from where it comes from."""

    name: str
    kind: str = ""
    number: str = ""


class Belonging(Struct, frozen=True, kw_only=True):
    """A row that belongs to an area: itself, or by the ``site`` (or ``team``) in which it stands (0: none). ``model``
    is that of a site; ``text`` is what people call it, ``where`` the model, team or address beside it."""

    noun: str
    id: int
    code: str = ""
    text: str = ""
    where: str = ""
    site: int = 0
    team: int = 0
    model: ModelId = ModelId(0)
    begun: str | None = None
    folded: tuple[str, str] = ("", "")
    """Of a site: its own name folded, and its kind of place."""

    @property
    def place(self) -> Place:
        """What it is told apart by."""
        return (self.noun, self.id)


class Ward(Struct, frozen=True, kw_only=True):
    """The areas as they are: which there are, from when to when, and the day of each one's latest act."""

    areas: Mapping[AreaId, Area]
    lives: Mapping[AreaId, Life] = field(default_factory=dict)
    latest: Mapping[AreaId, date] = field(default_factory=dict)


# -- when and on what --------------------------------------------------------------------------------------------------


def act_problems(kind: str, act: Act, areas: Iterable[AreaId], ward: Ward, today: date) -> tuple[Problem, ...]:
    """What keeps an act of ``kind`` on ``areas`` from being done on its day, whatever comes of it."""
    touched = [(number, ward.areas[number]) for number in dict.fromkeys(areas)]
    found = []
    for number, area in touched:
        if area.whole_ward:
            found.append(Problem("areas", N_("“{name}” is the ward itself; it is not changed here."), _name(area)))
        elif area.retired:
            found.append(Problem("areas", N_("“{name}” is no longer in use; choose areas of today."), _name(area)))
        elif act.on:
            found += _too_early(area, first_day(act.on), ward.lives.get(number), ward.latest.get(number))
    if not act.on:
        found.append(Problem("on", N_("Give the day from which it holds.")))
    elif first_day(act.on) > _years_after(today, AHEAD):
        text = N_("{day} lies more than a year ahead; look at the date again.")
        found.append(Problem("on", text, {"day": show_date(act.on)}))
    if kind in NEED_PAPER and not act.paper_number:
        found.append(Problem("paper_number", N_("Give the number of the paper that decided it.")))
    return tuple(found)


def act_warnings(act: Act, today: date) -> tuple[Problem, ...]:
    """What is worth a look but keeps nothing from being done."""
    if not act.on or first_day(act.on) <= today:
        return ()
    text = N_("It holds from {day} on; the lists show the new areas at once, rosters of days before keep the old ones.")
    return (Problem("on", text, {"day": show_date(act.on)}),)


def _too_early(area: Area, on: date, life: Life | None, latest: date | None) -> list[Problem]:
    begins = life.begins if life else None
    if begins and on < begins:
        text = N_("“{name}” exists only since {day}; an act before that cannot be.")
        return [Problem("on", text, {**_name(area), "day": show_date(begins.isoformat())})]
    if latest and on < latest:
        text = N_("“{name}” was changed on {day}; a later act cannot lie before that.")
        return [Problem("on", text, {**_name(area), "day": show_date(latest.isoformat())})]
    return []


# -- names -------------------------------------------------------------------------------------------------------------


def renaming_problems(kind: str, new: Mapping[AreaId, Area], ward: Ward) -> tuple[Problem, ...]:
    """What is wrong with the ``new`` names (or numbers, by ``kind``) of areas that stay what they are; the fields are
    "name" and "number", with ".ID" behind them where several areas are given."""
    found = []
    names = {number: area.name for number, area in ward.areas.items() if not area.retired}
    names |= {number: area.name for number, area in new.items()}
    for number, area in new.items():
        behind = "" if len(new) == 1 else f".{number}"
        if not area.name:
            found.append(Problem(f"name{behind}", EMPTY))
        if kind == RENUMBER and not area.number:
            found.append(Problem(f"number{behind}", EMPTY))
        same = [other for key, other in names.items() if key != number and other and fold(other) == fold(area.name)]
        if same:
            at = "name" if kind == RENAME else "number"
            found.append(Problem(f"{at}{behind}", N_("“{name}” is in the list already."), {"name": same[0]}))
    if not found and all(ward.areas[number] == area for number, area in new.items()):
        at, text = "name", N_("Nothing would change: write the new name.")
        if kind == RENUMBER:
            at, text = "number", N_("Nothing would change: write the new number.")
        found.append(Problem(at, text))
    return tuple(found)


def renumbered(name: str, old: str, new: str) -> str:
    """``name`` with the number ``old``, where it stands as a word of its own, as ``new``: "Tổ dân phố số 5" with 5 as 7
    is "Tổ dân phố số 7". Of several the last; unchanged when there is none."""
    if not old or not new:
        return name
    hits = list(re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", name))
    return f"{name[: hits[-1].start()]}{new}{name[hits[-1].end() :]}" if hits else name


# -- merging -----------------------------------------------------------------------------------------------------------


def merge_problems(areas: Sequence[AreaId], into: AreaId | NewArea, ward: Ward) -> tuple[Problem, ...]:
    """What keeps ``areas`` from becoming one."""
    if not isinstance(into, NewArea):
        if not set(areas) - {into}:
            text = N_("“{name}” cannot be merged into itself; choose another area as well.")
            return (Problem("areas", text, _name(ward.areas[into])),)
        return ()
    if len(set(areas)) < FEWEST:
        return (Problem("areas", N_("Choose at least two areas; for one alone, rename it.")),)
    return tuple(_new_name_problems([into.name], ward, gone=()))


def doubles(belongings: Iterable[Belonging], on: str, target: Iterable[int] = ()) -> list[list[int]]:
    """Groups of sites that would be one place of one model twice – same own name and kind of place, begun by the day
    ``on`` –, the one that stays first: one of ``target`` where there is one, else that entered first."""
    found: dict[object, list[int]] = {}
    kept = set(target)
    for one in belongings:
        if one.noun == "site" and (not one.begun or first_day(one.begun) <= first_day(on)):
            found.setdefault((one.model, *one.folded), []).append(one.id)
    return [sorted(some, key=lambda site: (site not in kept, site)) for some in found.values() if len(some) > 1]


# -- splitting ---------------------------------------------------------------------------------------------------------


def split_problems(area: AreaId, into: Sequence[NewArea], ward: Ward) -> tuple[Problem, ...]:
    """What keeps ``area`` from becoming several; a new one of its own name is the old one that lives on."""
    if len(into) < FEWEST:
        return (Problem("into", N_("A split needs at least two areas; for one, rename it.")),)
    return tuple(_new_name_problems([one.name for one in into], ward, gone=(area,)))


def divided(
    belongings: Sequence[Belonging], wanted: Mapping[Place, int], together: Mapping[str, int] | None = None
) -> dict[Place, int]:
    """To which of the new areas (0 is the first) each row goes; nobody is left over. ``wanted`` says it row by row,
    ``together`` for all others of a noun. Where neither does, teams and camera points follow their site, households
    and people their team, a site most of its teams, and the rest goes to the first."""
    whole = together or {}
    asked = {one.place: wanted.get(one.place, whole.get(one.noun)) for one in belongings}
    found: dict[Place, int] = {}
    inside: dict[int, list[int]] = {}
    for one in belongings:
        if one.noun == "team":
            inside.setdefault(one.site, []).append(asked[one.place] or 0)
    for one in sorted(belongings, key=lambda one: BELONGING.index(one.noun)):
        own = asked[one.place]
        found[one.place] = _follows(one, found, inside) if own is None else own
    return found


def _follows(one: Belonging, found: Mapping[Place, int], inside: Mapping[int, Sequence[int]]) -> int:
    if one.noun == "site":
        counted = Counter(inside.get(one.id, ()))
        return min(counted, key=lambda index: (-counted[index], index), default=0)
    if one.noun in ("team", "camera_point"):
        return found.get(("site", one.site), 0)
    return found.get(("team", one.team), 0)


def division_problems(into: Sequence[NewArea], division: Mapping[Place, int]) -> tuple[Problem, ...]:
    """A split by which one area gets all that there is is none."""
    used = set(division.values())
    if len(division) >= FEWEST and len(used) == 1:
        (all_to,) = used
        others = ", ".join(f"“{one.name}”" for index, one in enumerate(into) if index != all_to)
        text = N_("Everything would go to “{name}”; nothing is left for {others}. Divide the rows first.")
        return (Problem("division", text, {"name": into[all_to].name, "others": others}),)
    if any(not 0 <= index < len(into) for index in used):
        return (Problem("division", N_("A row goes to an area that does not come out of this split.")),)
    return ()


def _new_name_problems(names: Sequence[str], ward: Ward, gone: Sequence[AreaId]) -> list[Problem]:
    found = []
    taken = {fold(area.name): area.name for key, area in ward.areas.items() if not area.retired and key not in gone}
    for place, name in enumerate(names):
        at = "name" if len(names) == 1 else "into"
        if not name:
            found.append(Problem(at, EMPTY))
        elif fold(name) in taken:
            found.append(Problem(at, N_("“{name}” is in the list already."), {"name": taken[fold(name)]}))
        elif fold(name) in map(fold, names[:place]):
            found.append(Problem(at, N_("“{name}” is named twice."), {"name": name}))
    return found


def _name(area: Area) -> dict[str, object]:
    return {"name": area.name}


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
