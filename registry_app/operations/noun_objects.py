"""What a user takes out of the inside of models: rows as JSON objects for programs, as a table of texts for people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from registry_app.domain.fields import shown
from registry_app.domain.nouns import NOUNS
from registry_app.domain.person import SENSITIVE, PersonRow
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import _
from registry_app.reports import honours, results, rosters
from registry_app.store.registry import Registry

JsonObject = dict[str, object]
PERSON_KEYS = ("code", "name", "birth", "sex", "phone", "id_number", "address", "area", "teams")
INNER = frozenset(("id", "model_id", "site_id", "team_id", "person_id", "indicator_id", "area_id", "position"))
"""Row numbers: they mean nothing outside the register."""
COUNTS: Mapping[str, Callable[[Sequence[Any]], str]] = {
    "site": rosters.count_sites,
    "team": rosters.count_teams,
    "person": rosters.count_people,
    "household": rosters.count_households,
    "camera_point": rosters.count_cameras,
    "result": results.count_results,
    "commendation": honours.count_commendations,
    "exemplar": honours.count_exemplars,
    "recognition": honours.count_subjects,
}


def objects(registry: Registry, noun: str, rows: Sequence[Any], at: Moment) -> Iterator[JsonObject]:
    """``rows`` of ``noun`` for programs: texts "" when blank, dates ISO, options by key, None when unknown."""
    if noun == "person":
        served = _service(registry, rows, at)
        return (_person(row, served.get(row.id, [])) for row in rows)
    return ({name: getattr(row, name) for name in row.__struct_fields__ if name not in INNER} for row in rows)


def table(noun: str, rows: Sequence[Any]) -> list[list[str]]:
    """A heading and a line a row, as people read them; sensitive facts are left out."""
    fields = [one for one in NOUNS[noun].fields if one.name not in SENSITIVE]
    return [[_(one.label) for one in fields], *([shown(row, one) for one in fields] for row in rows)]


def counted(noun: str, rows: Sequence[Any]) -> str:
    """How many ``rows`` are, and of what."""
    return COUNTS[noun](rows)


def _person(row: PersonRow, teams: list[JsonObject]) -> JsonObject:
    return {
        "code": row.code,
        "name": row.name,
        "birth": row.born,
        "sex": row.sex,
        "phone": row.phone,
        "id_number": row.id_number,
        "address": row.address,
        "area": row.area,
        "teams": teams,
    }


def _service(registry: Registry, rows: Sequence[PersonRow], at: Moment) -> dict[int, list[JsonObject]]:
    """Every membership of these people, past ones too, in the order in which they began."""
    wanted = {row.id for row in rows}
    found: dict[int, list[JsonObject]] = {}
    members = registry.inside.members.rows(Search(view="every", noun="membership"), at)
    for one in sorted(members, key=lambda member: (member.valid_from or "", member.id)):
        if one.person_id in wanted:
            found.setdefault(one.person_id, []).append(
                {"team": one.team, "model": one.model, "role": one.role, "from": one.valid_from, "to": one.valid_to}
            )
    return found
