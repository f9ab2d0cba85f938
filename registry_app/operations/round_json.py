"""Rounds of reviews for programs: what is given out of them, and results taken in."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import asdict, replace

from registry_app.domain import kinds
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import CriterionId, RoundId
from registry_app.domain.kinds import BadValue
from registry_app.domain.round_shown import Line, Progress, RoundShown, RowShown, Snapshot
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from . import from_json
from .round_entering import Entered
from .round_results import shown_tenths

KEYS = ("row", "code", "on", "grade", "effective", "findings", "decision", "points")
"""What an object of results may hold; those that are not there stay as they are, null empties."""
UNKNOWN = N_("There is no “{name}” in a result. Known are: {names}.")


def entries(text: bytes) -> list[Entered]:
    """The results that ``text`` describes. Raises RegistryError for what is no JSON of this form, Refused for keys and
    values (of the n-th: "n.key")."""
    found: list[Entered] = []
    problems: list[Problem] = []
    for number, one in enumerate(from_json.objects(text), start=1):
        try:
            found.append(_entered(one))
        except Refused as refused:
            problems += [replace(problem, field=f"{number}.{problem.field}") for problem in refused.problems]
    if problems:
        raise Refused(problems)
    return found


def _entered(one: Mapping[str, object]) -> Entered:
    values = {"name": "", "names": ", ".join(KEYS)}
    problems = [Problem(key, UNKNOWN, {**values, "name": key}) for key in one if key not in KEYS]
    typed: dict[str, Any] = {}
    for key, value in one.items():
        try:
            if key == "points":
                typed[key] = _points(value)
            elif key == "row":
                typed["position"] = _position(value)
            elif key in KEYS:
                typed[key] = _text(value)
        except BadValue as wrong:
            problems.append(Problem(key, wrong.text, wrong.values))
    if not one.get("row") and not one.get("code"):
        problems.append(Problem("row", N_("Say which row this is about: “row” or “code”.")))
    if problems:
        raise Refused(problems)
    return Entered(**typed)


def _position(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadValue(N_("“{typed}”: a row is a whole number."), typed=value)
    return value


def _points(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadValue(N_("Points are an object: the number of the criterion and its points."))
    return {str(name): _text(points) for name, points in value.items()}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | Decimal):
        return kinds.NUMBER.show(kinds.plain_number(value))
    raise BadValue(from_json.NOT_TEXT)


# -- given out ---------------------------------------------------------------------------------------------------------


def round_object(shown: RoundShown) -> dict[str, Any]:
    """A round with how far it has come; days are ISO text or null."""
    one = shown.round
    plain = ("code", "name", "kind", "period_from", "period_to", "deadline", "opened_on", "closed_on")
    return {
        **{name: getattr(one, name) for name in plain},
        "paper_number": one.paper_number,
        "notes": one.notes,
        "rows": shown.rows,
        "entered": shown.entered,
        "left_out": shown.left_out,
        "waiting": shown.waiting,
    }


def progress_object(progress: Progress) -> dict[str, Any]:
    """How far a round has come, told apart twice."""
    return {
        "by_area": [_line_object(one) for one in progress.by_area],
        "by_reviewer": [_line_object(one) for one in progress.by_reviewer],
    }


def _line_object(line: Line) -> dict[str, Any]:
    values = asdict(line)
    values.pop("area_id")
    return values


def row_object(row: RowShown, criteria: Mapping[CriterionId, str]) -> dict[str, Any]:
    """A row; points by what ``criteria`` are called. Its result can be taken in again by ``entries``."""
    plain = ("code", "model", "type", "area", "site", "leader", "reviewer", "state", "left_out")
    return {
        "row": row.position,
        **{name: getattr(row, name) for name in plain},
        "last_grade": row.last_grade,
        "last_review": row.last_review,
        "next_review": row.next_review,
        "on": row.on,
        "grade": row.grade or None,
        "effective": row.effective,
        "findings": row.findings,
        "decision": row.decision,
        "points": {criteria.get(number, str(number)): float(shown_tenths(tenths)) for number, tenths in row.scores},
    }


def criteria_names(registry: Registry, round_id: RoundId) -> dict[CriterionId, str]:
    """What the criteria of the round's score sheet are called: their own numbers, else their names."""
    sheet = registry.loop.rounds.one(round_id).sheet_id
    if sheet is None:
        return {}
    return {number: one.number or one.name for number, one in registry.loop.scoring.criteria(sheet).items()}


def snapshot_object(found: Snapshot) -> dict[str, Any]:
    """What was counted at a closing, with the names that the entries have now."""
    counts, seen = found.counts, found.seen
    return {
        "at": found.at,
        "on": found.on,
        "withdrawn": found.withdrawn,
        "models": asdict(counts.models),
        "themes": asdict(counts.themes),
        "statutory": asdict(counts.statutory),
        "status_kinds": dict(counts.status_kinds),
        "grades": {found.name("grade", number): count for number, count in counts.grades.items()},
        "effective": dict(counts.effective),
        "types": {found.name("model_type", number): asdict(one) for number, one in counts.types.items()},
        "areas": {found.name("area", number): asdict(one) for number, one in counts.areas.items()},
        "round": {
            "rows": seen.rows,
            "entered": seen.entered,
            "left_out": seen.left_out,
            "never_before": seen.never_before,
            "grades": {found.name("grade", number): count for number, count in seen.grades.items()},
            "effective": dict(seen.effective),
        },
    }
