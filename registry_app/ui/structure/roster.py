"""Who belongs to a team on a day, as lines of a table: leaders first, then in the order of entry."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from registry_app.domain.ids import TeamId
from registry_app.domain.inside_rules import Dated, holds, span
from registry_app.domain.membership import MemberRow
from registry_app.domain.search import Moment
from registry_app.store.registry import Registry

from .columns import RANKS, household_line, member_line
from .sheet import Column, Line

R = TypeVar("R", bound=Dated)


def members(registry: Registry, team: TeamId, at: Moment, *, past: bool = False) -> list[MemberRow]:
    """The members of ``team`` on the day of ``at``; unless it is ``past``, those too who begin later."""
    shelf = registry.inside.members
    rows = shelf.window([one.id for one in shelf.where("team_id", team)], at)
    return sorted(_of_the_day(rows, at.on, past=past), key=lambda row: RANKS[row.role_kind])


def member_lines(
    registry: Registry, team: TeamId, columns: Sequence[Column], at: Moment, *, past: bool = False
) -> list[Line]:
    """``members`` as lines."""
    return [member_line(row, columns) for row in members(registry, team, at, past=past)]


def household_lines(
    registry: Registry, team: TeamId, columns: Sequence[Column], at: Moment, *, past: bool = False
) -> list[Line]:
    """The households of ``team``, alike."""
    shelf = registry.inside.households
    rows = shelf.window([one.id for one in shelf.where("team_id", team)], at)
    return [household_line(row, columns) for row in _of_the_day(rows, at.on, past=past)]


def _of_the_day(rows: Iterable[R], on: date, *, past: bool) -> list[R]:
    return [row for row in rows if (holds(row, on) if past else span(row)[1] > on)]
