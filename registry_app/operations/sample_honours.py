"""The sample ward's honours: the commendations of the five source papers as past ones, some of the ward's own, advanced
examples, and four years of recognition "An toàn về ANTT". Always the same."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from registry_app.domain.commendation import Commendation
from registry_app.domain.entries import Area
from registry_app.domain.exemplar import Exemplar
from registry_app.domain.force import Injured
from registry_app.domain.ids import ModelId, PersonId
from registry_app.domain.recognition import Recognition
from registry_app.store.registry import Registry

from .files import data

FORCE = "BVAN"
ON = date(2026, 11, 14)
CLASSES = ("excellent", "excellent", "fair", "excellent", "fair", "average")
"""How the movement of those recognised is classed, one after another."""
MISSING = (0, 0, 3, 0, 7, 0, 0, 12)
"""Households that did not register, one subject after another."""


def fill(registry: Registry, made: Sequence[tuple[ModelId, Mapping[str, Any]]]) -> None:
    """Write them into the register; stands inside an open action, after models and people."""
    about = data("sample", "honours.json")
    models: dict[str, ModelId] = {}
    for number, one in made:
        models.setdefault(one["name"], number)
    people = _members(registry)
    forms = {one.name: number for number, one in registry.lists.award_forms.items()}
    for one in about["commendations"]:
        facts = _linked(registry, one, models, people)
        registry.inside.commendations.insert(Commendation(form_id=forms[facts.pop("form")], **facts))
    for one in about["exemplars"]:
        registry.inside.exemplars.insert(Exemplar(**_linked(registry, one, models, people)))
    for row in _recognitions(registry, about["recognition"]):
        registry.inside.recognitions.insert(row)
    registry.force.add_injuries(
        Injured(person_id=people[one["member"]], on=one["on"], notes=one["notes"]) for one in about["injuries"]
    )


def _members(registry: Registry) -> list[PersonId]:
    """Who serves in the force, in the order of entry."""
    bodies = [body for body in registry.force.bodies(ON) if body.code.startswith(FORCE)]
    return [PersonId(one.person) for body in bodies for one in body.served if one.over is None]


def _linked(
    registry: Registry, one: Mapping[str, Any], models: Mapping[str, ModelId], people: Sequence[PersonId]
) -> dict[str, Any]:
    """The facts of ``one`` with its model and its person by number; a member of the force serves in their team."""
    facts = dict(one)
    if "model" in facts:
        facts["model_id"] = models[facts.pop("model")]
    if "member" in facts:
        facts["person_id"] = person = people[facts.pop("member")]
        facts["name"] = registry.inside.people.one(person).name
        facts["post"] = "Thành viên Tổ bảo vệ an ninh, trật tự phường"
    return facts


# -- recognition -------------------------------------------------------------------------------------------------------


def _recognitions(registry: Registry, about: Mapping[str, Any]) -> Iterable[Recognition]:
    areas = [one for one in registry.lists.areas.values() if not one.whole_ward]
    for one in about["years"]:
        place = 0
        for area in areas:
            yield _row(one, place, about["households"], area=area)
            place += 1
        others = about["subjects"][: len(about["subjects"]) - one["without"]]
        for subject in others:
            yield _row(one, place, about["households"], **subject)
            place += 1
        if "ward" in one:
            yield Recognition(
                year=one["year"],
                subject="ward",
                name="Phường An Bình Đông",
                registered_on=one["registered"][0],
                recognised="yes",
                paper_number=one["ward"],
                paper_on=f"{one['year']}-12-25",
                movement="fair",
            )


def _row(
    about: Mapping[str, Any],
    place: int,
    households: Mapping[str, int],
    *,
    area: Area | None = None,
    subject: str = "residential",
    name: str = "",
) -> Recognition:
    """One subject of a year; ``place`` decides what is nowhere said of it."""
    called = area.name if area else name
    registered = None if called in about["unregistered"] else about["registered"][place % len(about["registered"])]
    why = about["refused"].get(called, "" if registered else "Không đăng ký")
    decided = subject not in about.get("waiting", ())
    count = households["least"] + place * households["step"] % households["spread"] + about["year"] - 2023
    recognised = "no" if why else "yes"
    absent = MISSING[(place + about["year"]) % len(MISSING)]
    return Recognition(
        year=about["year"],
        subject=subject,
        area_id=area.id if area else None,  # type: ignore[arg-type]
        name=name,
        registered_on=registered,
        households=count if area else None,
        households_registered=count - absent if area and registered else None,
        recognised=recognised if decided else None,
        reason=why,
        paper_number=about["paper"] if decided and recognised == "yes" else "",
        paper_on=about["decided"] if decided and recognised == "yes" else None,
        movement=("average" if why else CLASSES[place % len(CLASSES)]) if decided and registered else None,
    )
