"""How many reviews fall due each week, and a spread of them: no week above what the ward can do, no date moved further
than agreed, none to a day without work. Pure, and the same for the same facts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct, field

from .office_days import OfficeDays

WEEK = timedelta(days=7)
NO_AREA, SEVERAL = 0, -1
"""Stand for the area of a model that has none, or more than one."""


class Due(Struct, frozen=True, kw_only=True):
    """A model that is to be reviewed by ``day``; ``code`` orders those of one day. ``area`` is a row number, or NO_AREA
    or SEVERAL."""

    id: int
    code: str
    day: date
    area: int = NO_AREA


class Week(Struct, frozen=True, kw_only=True):
    """Monday to Sunday: how many are due in it, by area. What was due before today stands in the week ``first`` None,
    as overdue."""

    first: date | None
    by_area: Mapping[int, int]

    @property
    def total(self) -> int:
        """How many are due in all."""
        return sum(self.by_area.values())


class Spread(Struct, frozen=True, kw_only=True):
    """``moves`` are new days by model; ``left`` are models for which no week within reach had room: they stay."""

    moves: Mapping[int, date]
    left: tuple[int, ...] = ()


class _Room(Struct):
    """A week: the working days left of it, and who has a place in it."""

    days: list[date]
    held: list[Due] = field(default_factory=list)


def monday(day: date) -> date:
    """The first day of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def weeks(dues: Iterable[Due], today: date, count: int) -> tuple[Week, ...]:
    """What is overdue, then this week and those that follow, ``count`` in all; what is due later is left out."""
    first = monday(today)
    found: dict[date | None, dict[int, int]] = {None: {}, **{first + WEEK * number: {} for number in range(count)}}
    for due in dues:
        week = found.get(None if due.day < today else monday(due.day))
        if week is not None:
            week[due.area] = week.get(due.area, 0) + 1
    return tuple(Week(first=one, by_area=by_area) for one, by_area in found.items())


def moved(dues: Iterable[Due], moves: Mapping[int, date]) -> list[Due]:
    """``dues`` after ``moves``."""
    return [Due(id=one.id, code=one.code, day=moves.get(one.id, one.day), area=one.area) for one in dues]


def spread(dues: Sequence[Due], *, capacity: int, reach: int, today: date, days: OfficeDays) -> Spread:
    """New days for ``dues`` so that no week holds more than ``capacity``, each at most ``reach`` days from its own – of
    what is overdue, from ``today``. What is overdue comes first; who has room in the own week stays; the fewer days a
    move takes the sooner it is tried. Who finds no room may push others on, as far as they reach; where there is none
    at all, a week that is too full stays so, and nothing comes into it."""
    return _Spreader(dues, capacity, reach, today, days).spread()


class _Spreader:
    def __init__(self, dues: Sequence[Due], capacity: int, reach: int, today: date, days: OfficeDays) -> None:
        self._dues = sorted(dues, key=lambda due: (due.day, due.code))
        self._capacity, self._reach, self._today, self._days = capacity, timedelta(days=reach), today, days
        self._rooms: dict[date, _Room] = {}
        self._known: dict[date, Sequence[date]] = {}
        self._hopeless: set[date] = set()

    def spread(self) -> Spread:
        """Find a week for all, then a day for those that leave theirs."""
        left = [due for due in self._dues if due.day < self._today and not self._finds_a_place(due)]
        waiting = []
        for due in self._dues:
            if due.day >= self._today:
                home = self._room(monday(due.day))
                if len(home.held) < self._capacity:
                    self._take(due, monday(due.day))
                else:
                    waiting.append(due)
        left += [due for due in waiting if not self._finds_a_place(due)]
        left = self._sent_back(left)
        return Spread(moves=self._moves(), left=tuple(due.id for due in left))

    def _sent_back(self, left: Sequence[Due]) -> list[Due]:
        """Who is left when those that cannot leave their week take the places of those that came into it, who go back
        to where they were: so no week gets fuller than it is."""
        found, waiting = [due for due in left if due.day < self._today], [due for due in left if due.day >= self._today]
        while waiting:
            due = waiting.pop(0)
            week = monday(due.day)
            room = self._room(week)
            guests = [other for other in room.held if not self._is_at_home(other, week)]
            if not guests:
                found.append(due)
                continue
            guest = max(guests, key=lambda other: (other.day >= self._today, other.day, other.code))
            room.held[room.held.index(guest)] = due
            (waiting if guest.day >= self._today else found).append(guest)
        return found

    def _is_at_home(self, due: Due, week: date) -> bool:
        return due.day >= self._today and monday(due.day) == week

    def _finds_a_place(self, due: Due) -> bool:
        """Where one found none, no other of the same reach will: weeks never get emptier."""
        own = max(due.day, self._today)
        if own in self._hopeless:
            return False
        if self._seat(due, set()):
            return True
        self._hopeless.add(own)
        return False

    def _seat(self, due: Due, tried: set[date]) -> bool:
        """Give ``due`` a place: in the nearest week with room, else in one from which another can be pushed on – not
        from those already ``tried``. Whether there was one."""
        reached = [week for week in self._reached(due) if week not in tried]
        for week in reached:
            if len(self._room(week).held) < self._capacity:
                self._take(due, week)
                return True
        for week in reached:
            if week in tried:
                continue
            tried.add(week)
            room = self._room(week)
            for other in reversed(room.held):
                if other.day >= self._today and self._seat(other, tried):
                    room.held.remove(other)
                    self._take(due, week)
                    return True
        return False

    def _take(self, due: Due, week: date) -> None:
        self._room(week).held.append(due)

    def _room(self, week: date) -> _Room:
        if week not in self._rooms:
            all_days = (week + timedelta(days=number) for number in range(7))
            working = [day for day in all_days if day >= self._today and not self._days.is_off(day)]
            self._rooms[week] = _Room(days=working)
        return self._rooms[week]

    def _span(self, due: Due) -> tuple[date, date]:
        """The first and the last day to which ``due`` may be moved."""
        own = max(due.day, self._today)
        return max(own - self._reach, self._today), own + self._reach

    def _reached(self, due: Due) -> Sequence[date]:
        """The weeks in which ``due`` may be, the nearest first, the earlier of two as near."""
        if due.day not in self._known:
            self._known[due.day] = self._weeks_of(due)
        return self._known[due.day]

    def _weeks_of(self, due: Due) -> Sequence[date]:
        first, last = self._span(due)
        home = monday(max(due.day, self._today))
        found = []
        week = monday(first)
        while week <= last:
            if any(first <= day <= last for day in self._room(week).days):
                found.append(week)
            week += WEEK
        return sorted(found, key=lambda week: (abs(week - home), week))

    def _moves(self) -> dict[int, date]:
        """The new days: in each week the working days share what comes, and those that stay count."""
        found: dict[int, date] = {}
        for week in sorted(self._rooms):
            room = self._rooms[week]
            load = dict.fromkeys(room.days, 0)
            coming = []
            for due in room.held:
                if self._is_at_home(due, week):
                    load[due.day] = load.get(due.day, 0) + 1
                else:
                    coming.append(due)
            for due in sorted(coming, key=lambda due: (due.day, due.code)):
                first, last = self._span(due)
                free = [day for day in room.days if first <= day <= last]
                day = min(free, key=lambda day: (load[day], abs(day - due.day), day))
                load[day] += 1
                found[due.id] = day
        return found
