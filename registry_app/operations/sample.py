"""The sample ward: one invented merged ward, made from data in resources/sample, always the same, marked as sample."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from registry_app.domain.entries import Area, Entry, Organisation, Tag
from registry_app.domain.ids import ExtraId, ModelId
from registry_app.domain.model import LocalModel
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.vietnamese import fold
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_
from registry_app.store.engine import interruptible
from registry_app.store.registry import Registry

from . import sample_force, sample_honours, sample_inside, sample_results, sample_rounds, sample_scoring
from .files import create, data

PLAIN = ("name", "kind", "level", "paper_kind", "paper_number", "paper_signer", "aim", "funding", "notes")
DATES = ("founded_on", "launched_on", "review_on")


def make(path: Path, *, who: str = "", stopped: Callable[[], bool] = lambda: False) -> Registry:
    """A new register at ``path`` that holds the sample ward, open for writing. Raises CannotOpen if ``path`` exists,
    Cancelled once ``stopped`` says so: then there is no file."""
    about = data("sample", "ward.json")
    facts: dict[str, Any] = {
        key: tuple(tuple(one) if isinstance(one, list) else one for one in value) if isinstance(value, list) else value
        for key, value in about["ward"].items()
    }
    registry = create(path, Ward(**facts, sample=True), who=who)
    try:
        with interruptible(registry.connection, stopped):
            _fill(registry, about)
    except BaseException:
        registry.close()
        path.unlink(missing_ok=True)
        raise
    return registry


def _fill(registry: Registry, about: Mapping[str, Any]) -> None:
    with registry.change(N_("Fill in the sample ward"), barrier=True) as change:
        _add_lists(registry, about)
        models = data("sample", "models.json")
        for tag in sorted({tag for one in models for tag in one["tags"]}, key=fold):
            registry.entries.save(Tag(name=tag))
        registry.forget_lists()
        names = _Names(registry)
        sample_scoring.fill(registry, names.grades)
        made = [(_add_model(registry, one, names, about["as_of"]), one) for one in models]
        sample_inside.fill(registry, made, about["as_of"])
        sample_force.fill(registry)
        sample_honours.fill(registry, made)
        sample_results.fill(registry, made)
        sample_rounds.fill(registry, made, names.grades, change.action)


class _Names:
    """Row numbers by name, folded; an area "*" is the ward itself."""

    def __init__(self, registry: Registry) -> None:
        lists = registry.lists
        self.types = {one.code: one for one in lists.types.values()}
        self.fields = _numbers(lists.fields)
        self.organisations = _numbers(lists.organisations)
        self.areas = _numbers(lists.areas)
        self.areas["*"] = next(area.id for area in lists.areas.values() if area.whole_ward)
        self.tags = _numbers(lists.tags)
        self.statuses = _numbers(lists.statuses)
        self.grades = _numbers(lists.grades)
        self.extras = {(one.type_id, one.key): one.id for one in lists.extras.values()}


def _numbers(entries: Mapping[Any, Entry]) -> dict[str, Any]:
    return {fold(entry.name): entry.id for entry in entries.values()}


def _add_lists(registry: Registry, about: Mapping[str, Any]) -> None:
    for area in about["areas"]:
        former = tuple(area["former_names"])
        registry.entries.save(
            Area(
                name=area["name"],
                kind=area["kind"],
                number=area["number"],
                former_ward=area["former_ward"],
                former_names=former,
            )
        )
    for body in about["organisations"]:
        registry.entries.save(Organisation(name=body["name"], retired=body["former"]))


def _add_model(registry: Registry, one: Mapping[str, Any], names: _Names, entered_on: str) -> ModelId:
    kind_of_model = names.types[one["type"]]
    year = (one["founded_on"] or entered_on)[:4]
    value = LocalModel(
        **{key: one[key] for key in (*PLAIN, *DATES)},
        period_to=one.get("period_to"),
        code=registry.entries.next_code(f"{kind_of_model.code}-{year}"),
        type_id=kind_of_model.id,  # type: ignore[arg-type]
        field_id=names.fields[fold(one["field"])],
        lead_id=names.organisations[fold(one["lead"])],
        partner_ids=tuple(names.organisations[fold(name)] for name in one["partners"]),
        area_ids=tuple(names.areas["*" if name == "*" else fold(name)] for name in one["areas"]),
        tag_ids=tuple(names.tags[fold(name)] for name in one["tags"]),
        interval_months=one["interval_months"],
        extra={ExtraId(names.extras[kind_of_model.id, key]): value for key, value in one["extra"].items() if value},  # type: ignore[index]
    )
    number = registry.models.insert(value, entered_on)
    registry.statuses.add([_status(number, change, names) for change in one["statuses"]])
    registry.reviews.add([_review(number, review, names) for review in one["reviews"]])
    return number


def _status(model: ModelId, change: Mapping[str, Any], names: _Names) -> StatusChange:
    return StatusChange(
        model_id=model,
        status_id=names.statuses[fold(change["status"])],
        on=change["on"],
        reason=change["reason"],
        paper_number=change["paper_number"],
    )


def _review(model: ModelId, review: Mapping[str, Any], names: _Names) -> Review:
    effective = {True: "yes", False: "no", None: None}[review["effective"]]
    return Review(
        model_id=model,
        kind=review["kind"],
        on=review["on"],
        grade_id=names.grades[fold(review["grade"])] if review["grade"] else None,
        effective=effective,
        findings=review["findings"],
        decision=review["decision"],
    )
