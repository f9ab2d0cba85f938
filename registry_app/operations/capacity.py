"""What a user does about too many reviews at a time: see them by week and area, have them spread, take the spread over
as the models' own dates."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.capacity import NO_AREA, SEVERAL, WEEK, Due, Week, monday, moved, spread, weeks
from registry_app.domain.ids import ModelId
from registry_app.domain.office_days import office_days
from registry_app.domain.words import N_, _
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.store.schedule import DueRow

WEEKS = 27
"""Half a year and the week that has begun."""
MOST_REACH = 180


class Load(Struct, frozen=True, kw_only=True):
    """What falls due, by week and area; ``areas`` are the names of those that have any, in the order of the lists."""

    today: date
    weeks: tuple[Week, ...]
    areas: Mapping[int, str]

    @property
    def total(self) -> int:
        """How many are due or overdue in these weeks."""
        return sum(week.total for week in self.weeks)


class Move(Struct, frozen=True, kw_only=True):
    """A model that is to get another day."""

    id: ModelId
    code: str
    name: str
    area: str
    before: date
    after: date


class Proposal(Struct, frozen=True, kw_only=True):
    """A spread to look at: what moves, by new day; what found no room (code and name); how the weeks are after it."""

    moves: tuple[Move, ...]
    left: tuple[tuple[str, str], ...]
    after: Load


def load(registry: Registry, today: date, count: int = WEEKS) -> Load:
    """How many reviews are overdue and fall due in this week and the ``count`` - 1 that follow."""
    return _load(registry, _dues(_due_rows(registry, today, count)), today, count)


def propose(registry: Registry, today: date, *, capacity: int, reach: int, count: int = WEEKS) -> Proposal:
    """A spread in which no week has more than ``capacity`` and nothing moves by more than ``reach`` days."""
    rows = _due_rows(registry, today, count)
    dues = _dues(rows)
    known = {row.id: (row, due) for row, due in zip(rows, dues, strict=True)}
    found = spread(dues, capacity=capacity, reach=reach, today=today, days=office_days(registry.settings.ward()))
    names = _area_names(registry, dues)
    moves = [_move(*known[number], names, day) for number, day in found.moves.items()]
    return Proposal(
        moves=tuple(sorted(moves, key=lambda move: (move.after, move.before, move.code))),
        left=tuple((known[number][0].code, known[number][0].name) for number in found.left),
        after=_load(registry, moved(dues, found.moves), today, count),
    )


def apply(registry: Registry, moves: Sequence[Move], today: date) -> Changes:
    """Give every model its new day as its own review date, as one action. Raises ReadOnly."""
    days = {move.id: move.after.isoformat() for move in moves}
    with registry.change(N_("Spread the reviews")) as change:
        models = registry.models.many(list(days))
        pairs = [(model, replace(model, review_on=days[model.id])) for model in models]
        registry.models.update_many(pairs, today.isoformat())
    return change.changes


def _due_rows(registry: Registry, today: date, count: int) -> list[DueRow]:
    return registry.loop.schedule.due(monday(today) + WEEK * count - timedelta(days=1))


def _dues(rows: Sequence[DueRow]) -> list[Due]:
    return [Due(id=row.id, code=row.code, day=row.day, area=_area(row)) for row in rows]


def _area(row: DueRow) -> int:
    if len(row.areas) > 1:
        return SEVERAL
    return row.areas[0] if row.areas else NO_AREA


def _load(registry: Registry, dues: Sequence[Due], today: date, count: int) -> Load:
    return Load(today=today, weeks=weeks(dues, today, count), areas=_area_names(registry, dues))


def _area_names(registry: Registry, dues: Sequence[Due]) -> dict[int, str]:
    """The names of the areas that ``dues`` have, as the lists offer them; those of several and of none last."""
    used = {due.area for due in dues}
    found = {number: area.name for number, area in registry.lists.areas.items() if number in used}
    named: dict[int, str] = {int(number): name for number, name in found.items()}
    if SEVERAL in used:
        named[SEVERAL] = _("Several areas")
    if NO_AREA in used:
        named[NO_AREA] = _("No area")
    return named


def _move(row: DueRow, due: Due, names: Mapping[int, str], day: date) -> Move:
    return Move(
        id=ModelId(row.id), code=row.code, name=row.name, area=names.get(due.area, ""), before=row.day, after=day
    )
