"""The force that the law knows as form BM1 asks of it: read for a period, written down at its end."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from registry_app.domain import force
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.force import Body, ForceFigures, Recorded
from registry_app.domain.ids import ModelId
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

MOST = 100_000
FIGURES = {
    "members_decided": N_("Members by decision"),
    "members_before": N_("Members in the period before"),
    "members_actual": N_("Members now"),
    "men": N_("Men"),
    "women": N_("Women"),
    "sex_unknown": N_("Sex not known"),
    "to_70": N_("Up to 70 years"),
    "over_70": N_("Over 70 years"),
    "age_unknown": N_("Age not known"),
    "primary": N_("Primary school"),
    "secondary": N_("Secondary school"),
    "college": N_("Vocational school or college"),
    "university": N_("University or higher"),
    "education_unknown": N_("Education not known"),
    "minority": N_("Of an ethnic minority"),
    "minority_unknown": N_("Ethnic minority not known"),
    "teams_decided": N_("Teams by decision"),
    "teams_actual": N_("Teams now"),
    "joined": N_("Newly joined"),
    "resigned": N_("Left the force"),
    "died": N_("Died outside duty"),
    "injured": N_("Wounded on duty"),
    "fallen": N_("Died on duty"),
    "course_people": N_("Members in courses"),
    "course_classes": N_("Courses"),
    "merit_collectives": N_("Certificates of merit: collectives"),
    "merit_people": N_("Certificates of merit: individuals"),
    "praise_collectives": N_("Certificates of praise: collectives"),
    "praise_people": N_("Certificates of praise: individuals"),
}
"""Marked labels of the figures, by their names when given out, in the order of the form."""


class Line(Struct, frozen=True, kw_only=True):
    """One kind of body (a type of model): how many bodies, their figures together."""

    type: str
    bodies: int
    figures: ForceFigures


class Force(Struct, frozen=True, kw_only=True):
    """The figures of the period from ``since`` to ``on``, by kind of body and of all together."""

    since: date
    on: date
    lines: tuple[Line, ...]
    total: ForceFigures


def read(registry: Registry, on: date) -> Force:
    """The figures on the day ``on`` of the period in which it lies."""
    since, _end = force.period(on)
    bodies = registry.force.bodies(on)
    kinds = dict.fromkeys(body.type for body in bodies)
    lines = []
    for kind in kinds:
        some = [body for body in bodies if body.type == kind]
        lines.append(Line(type=kind, bodies=len(some), figures=force.figures(some, since, on)))
    return Force(since=since, on=on, lines=tuple(lines), total=force.figures(bodies, since, on))


def record(
    registry: Registry, on: date, decided: Mapping[ModelId, tuple[int | None, int | None]] | None = None
) -> Changes:
    """Write down the figures of every body on the day ``on``, so that the next period compares with them; ``decided``
    gives members and teams by decision, else they are those of the teams' decisions. Raises NotFound, Refused."""
    since, _end = force.period(on)
    bodies = registry.force.bodies(on)
    if not bodies:
        raise NotFound(N_("There is no statutory body in the register on that day."))
    given = decided or {}
    _refuse_wrong([figure for pair in given.values() for figure in pair])
    with registry.change(N_("Write down the figures of the period")) as change:
        for body in bodies:
            registry.force.record(_recorded(body, since, on, given.get(ModelId(body.model), (None, None))))
    return change.changes


def figures_object(figures: ForceFigures) -> dict[str, int | None]:
    """The figures for programs, by the keys of FIGURES."""
    told: dict[str, Any] = asdict(figures)
    told.update(told.pop("education"))
    return {name: told[name] for name in FIGURES}


def _recorded(body: Body, since: date, on: date, given: tuple[int | None, int | None]) -> Recorded:
    found = force.figures([body], since, on)
    members, teams = given
    return Recorded(
        model=body.model,
        on=on.isoformat(),
        members_decided=found.members_decided if members is None else members,
        members_actual=found.members_actual,
        teams_decided=(found.teams_decided or found.teams_actual) if teams is None else teams,
        teams_actual=found.teams_actual,
    )


def _refuse_wrong(figures: Iterable[int | None]) -> None:
    if any(figure is not None and not 0 <= figure <= MOST for figure in figures):
        raise Refused([Problem("figure", N_("Write a whole number from 0 to {most}."), {"most": MOST})])
