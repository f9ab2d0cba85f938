"""What a user takes out of the register: models as JSON objects for programs, as a table of texts for people."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import asdict

from registry_app.domain.entries import ExtraField, Lists
from registry_app.domain.fields import FIELDS, extra_kind, shown
from registry_app.domain.kinds import NUMBER
from registry_app.domain.model import ModelRow
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.words import _

from .details import Details

JsonObject = dict[str, object]

EXTRA, GRADE = "extra", "grade"
KEYS = tuple(name for name in ModelRow.__struct_fields__ if name != "id")
"""The keys of a model's object, in order."""
DETAIL_KEYS = ("status_reason", "schedule", "summaries", "reviews", "statuses")
"""The keys that only the object of one model has, after KEYS."""


def model_object(row: ModelRow, lists: Lists) -> JsonObject:
    """``row`` for programs: texts "" when blank; dates (ISO), level, grade and effective None when blank; ``extra`` by
    key, numbers as numbers."""
    found: JsonObject = {key: getattr(row, key) for key in KEYS}
    found[GRADE] = row.grade or None
    for key in ("partners", "areas", "tags"):
        found[key] = list(getattr(row, key))
    declared = declared_extras(row, lists)
    found[EXTRA] = {key: _value(declared.get(key), text) for key, text in row.extra.items()}
    return found


def details_object(details: Details, lists: Lists) -> JsonObject:
    """``model_object`` with the schedule's sentence, all reviews and all statuses."""
    found = model_object(details.row, lists)
    now = [one for one in details.statuses if one.on == (details.row.status_on or "")]
    found["status_reason"] = now[0].reason if now else ""
    found["schedule"] = details.schedule
    found["summaries"] = [asdict(one) for one in details.summaries]
    found["reviews"] = [_review(review, details.reviews, lists) for review in details.reviews]
    found["statuses"] = [_status(change, lists) for change in details.statuses]
    return found


def declared_extras(row: ModelRow, lists: Lists) -> dict[str, ExtraField]:
    """The declarations of the extra fields that models of the type of ``row`` may have, by key, retired ones too."""
    types = {entry.id for entry in lists.types.values() if entry.name == row.type}
    return {extra.key: extra for extra in lists.extras.values() if extra.type_id in types}


def table(rows: Sequence[ModelRow], lists: Lists) -> list[list[str]]:
    """A heading and a line a model, every field as people read it; then the extra fields that any of ``rows`` has."""
    by_type = {row.type: declared_extras(row, lists) for row in rows}
    used = dict.fromkeys(
        (key, by_type[row.type][key].name)
        for row in rows
        for key, text in row.extra.items()
        if text and key in by_type[row.type]
    )
    lines = [[_(field.label) for field in FIELDS] + [name for _key, name in used]]
    for row in rows:
        extras = by_type[row.type]
        cells = [shown(row, field) for field in FIELDS]
        for key, name in used:
            extra = extras.get(key)
            mine = extra is not None and extra.name == name
            cells.append(extra_kind(extra).show(row.extra.get(key, "")) if extra and mine else "")
        lines.append(cells)
    return lines


def _value(extra: ExtraField | None, text: str) -> object:
    if extra is None or extra_kind(extra) is not NUMBER:
        return text
    if "." not in text:
        return int(text)
    near = float(text)
    return near if Decimal(repr(near)) == Decimal(text) else text


def _review(review: Review, others: Sequence[Review], lists: Lists) -> JsonObject:
    corrects = next((other.on for other in others if other.id == review.corrects), None)
    return {
        "on": review.on,
        "kind": review.kind,
        "grade": lists.grades[review.grade_id].name if review.grade_id else None,
        "effective": review.effective,
        "findings": review.findings,
        "decision": review.decision,
        "corrects": corrects,
        "corrected": review.corrected,
    }


def _status(change: StatusChange, lists: Lists) -> Mapping[str, object]:
    status = lists.statuses[change.status_id]
    return {
        "on": change.on or None,
        "status": status.name,
        "status_kind": status.kind,
        "reason": change.reason,
        "paper_number": change.paper_number,
    }
