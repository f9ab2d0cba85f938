"""The points of a review in one text, "1=8; 2=7,5", read by the score sheet that is offered."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from registry_app.domain import scoring as points_made
from registry_app.domain import scoring_rules as rules
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import CriterionId, ModelId
from registry_app.domain.scoring import Criterion, Scored
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from . import scoring
from .scoring import SheetShown
from .typed import Unknown, find

NO_PAIR = N_("“{typed}”: write CRITERION=POINTS, for example 1.2=7,5.")


class ReadPoints(Struct, frozen=True, kw_only=True):
    """The tenths by criterion of one score sheet, and what they come to on it."""

    points: Mapping[CriterionId, int]
    scored: Scored


def read(registry: Registry, models: Sequence[ModelId], texts: Sequence[str], sheet: str, on: str) -> ReadPoints:
    """What ``texts`` give in a review of ``models`` on the day ``on`` (ISO): criteria by number or code, ";" between
    them. ``sheet`` is the name of the score sheet, "" for the only one that is offered. Raises Refused with every
    problem at "points" or "points.<criterion>", one of the sheet at "score_sheet"."""
    shown = _sheet(registry, models, sheet)
    typed, problems = _pairs(shown, texts)
    points, wrong = rules.read_points(typed, {CriterionId(one.id): one for one in shown.criteria})
    if problems or wrong:
        raise Refused([*problems, *wrong])
    scale = scoring.scale(registry, int(on[:4]))
    return ReadPoints(points=points, scored=points_made.scored(shown.criteria, points, scale))


def _sheet(registry: Registry, models: Sequence[ModelId], name: str) -> SheetShown:
    """The score sheet by which points are given. Raises Refused."""
    offered = {one.sheet.id: one for one in scoring.offered_sheets(registry, models)}
    if len(models) > 1:
        text = N_("Points are given to one model at a time; here are {count}.")
        raise Refused([Problem("points", text, {"count": len(models)})])
    if not offered:
        raise Refused([Problem("score_sheet", N_("The ward has no score sheet in use."))])
    if name:
        try:
            return offered[find([one.sheet for one in offered.values()], name).id]
        except Unknown as unknown:
            raise Refused([Problem("score_sheet", unknown.text, unknown.values)]) from None
    if len(offered) > 1:
        names = ", ".join(f"“{one.sheet.name}”" for one in offered.values())
        text = N_("The ward has several: {names}. Say which one.")
        raise Refused([Problem("score_sheet", text, {"names": names})])
    (only,) = offered.values()
    return only


def _pairs(shown: SheetShown, texts: Sequence[str]) -> tuple[dict[CriterionId, str], list[Problem]]:
    """The points as typed by criterion, and what names none or names it twice."""
    typed: dict[CriterionId, str] = {}
    problems = []
    for pair in filter(str.strip, ";".join(texts).split(";")):
        name, sign, points = pair.partition("=")
        one = points_made.named(shown.criteria, name)
        if not sign:
            problems.append(Problem("points", NO_PAIR, {"typed": pair.strip()}))
        elif one is None:
            problems.append(_unknown(shown, name))
        elif one.id in typed:
            values: dict[str, object] = {"criterion": one.number or one.name}
            problems.append(Problem(f"points.{one.id}", N_("Criterion {criterion} stands here twice."), values))
        else:
            typed[CriterionId(one.id)] = points
    return typed, problems


def _unknown(shown: SheetShown, name: str) -> Problem:
    values: dict[str, object] = {
        "criterion": name.strip(),
        "sheet": shown.sheet.name,
        "known": ", ".join(map(_called, shown.criteria)),
    }
    return Problem("points", N_("“{sheet}” has no criterion “{criterion}”. It has: {known}."), values)


def _called(one: Criterion) -> str:
    return one.number or points_made.code_of(one)
