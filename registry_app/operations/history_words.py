"""What each logged table and column is called, for people and in JSON, and how its values are shown."""

import json
from collections.abc import Callable, Mapping

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.fields import BY_NAME, EDITABLE
from registry_app.domain.office_days import DUE_BY, OFF_DAYS
from registry_app.domain.options import EFFECTIVE, EXTRA_KINDS, REVIEW_KINDS, STATUS_KINDS, label
from registry_app.domain.outdated import LABELS
from registry_app.domain.words import N_, _

from .history_columns import CODE, HIDDEN, NAME, NUMBER, ON, POSITION, RETIRED, Column, Noun, flag
from .history_inside import NOUNS as INSIDE
from .history_loop import NOUNS as LOOP


def _of_model(name: str, reference: str = "", preset: object = None) -> Column:
    known = BY_NAME[name]
    return Column(
        key=name, label=known.label, kind=known.kind, options=known.options, reference=reference, preset=preset
    )


MODEL = N_("Model")
PLAIN = tuple(one.name for one in EDITABLE if not one.reference and one.name != "kind")
MODEL_COLUMNS = {
    **{name: _of_model(name) for name in PLAIN},
    "kind": _of_model("kind", preset="model"),
    "type_id": _of_model("type", "model_type"),
    "field_id": _of_model("field", "work_field"),
    "lead_id": _of_model("lead", "organisation"),
    "trashed_on": Column(key="trashed_on", label=N_("In the trash since"), kind=kinds.DATE),
}

NOUNS: Mapping[str, Noun] = {
    "model": Noun(key="model", label=MODEL, columns=MODEL_COLUMNS),
    "model_partner": Noun(
        key="model",
        label=MODEL,
        owner="model",
        owner_column="model_id",
        columns={"organisation_id": _of_model("partners", "organisation")},
    ),
    "model_tag": Noun(
        key="model", label=MODEL, owner="model", owner_column="model_id", columns={"tag_id": _of_model("tags", "tag")}
    ),
    "model_extra": Noun(
        key="model", label=MODEL, owner="model", owner_column="model_id", columns={"value": Column(key="extra")}
    ),
    "site": Noun(
        key="site",
        label=N_("Site"),
        owner="model",
        owner_column="model_id",
        columns={
            "area_id": Column(key="area", label=N_("Area"), reference="area"),
            "name": NAME,
            "valid_from": Column(key="valid_from", label=N_("From"), kind=kinds.PARTIAL),
            "valid_to": Column(key="valid_to", label=N_("Until"), kind=kinds.PARTIAL),
        },
    ),
    "review": Noun(
        key="review",
        label=N_("Review"),
        owner="model",
        owner_column="model_id",
        columns={
            "kind": Column(key="kind", label=N_("Kind of review"), options=REVIEW_KINDS),
            "on": ON,
            "grade_id": Column(key="grade", label=N_("Grade"), reference="grade"),
            "effective": Column(key="effective", label=N_("Effective"), options=EFFECTIVE),
            "findings": Column(key="findings", label=N_("Findings")),
            "decision": Column(key="decision", label=N_("Decision")),
            "corrects": Column(key="corrects", label=N_("In place of the review of"), reference="review"),
        },
    ),
    "status_change": Noun(
        key="status_change",
        label=N_("Change of status"),
        owner="model",
        owner_column="model_id",
        columns={
            "status_id": Column(key="status", label=N_("Status"), reference="status"),
            "on": ON,
            "reason": Column(key="reason", label=N_("Reason")),
            "paper_number": NUMBER,
        },
    ),
    "setting": Noun(key="ward", label=N_("The ward's facts"), columns={"value": Column(key="value")}),
    "saved_view": Noun(
        key="view",
        label=N_("Saved view"),
        columns={"name": NAME, "search": HIDDEN, "columns": HIDDEN, "position": POSITION},
    ),
    "model_type": Noun(
        key="type",
        label=N_("Type of model"),
        columns={
            "code": CODE,
            "name": NAME,
            "unit": Column(key="unit", label=N_("Unit counted")),
            "interval_months": _of_model("interval_months"),
            "statutory": flag("statutory", N_("Statutory body")),
            "retired": RETIRED,
        },
    ),
    "extra_field": Noun(
        key="extra_field",
        label=N_("Extra field"),
        owner="model_type",
        owner_column="type_id",
        columns={
            "key": HIDDEN,
            "name": NAME,
            "kind": Column(key="kind", label=N_("Kind of value"), options=EXTRA_KINDS),
            "unit": Column(key="unit", label=N_("Unit")),
            "choices": Column(key="choices", label=N_("Choices")),
            "retired": RETIRED,
        },
    ),
    "work_field": Noun(key="field", label=N_("Field of work"), columns={"name": NAME, "retired": RETIRED}),
    "organisation": Noun(
        key="organisation", label=N_("Organisation"), columns={"code": CODE, "name": NAME, "retired": RETIRED}
    ),
    "area": Noun(
        key="area",
        label=N_("Area"),
        columns={
            "code": CODE,
            "name": NAME,
            "kind": Column(key="kind", label=N_("Kind of area")),
            "number": Column(key="number", label=N_("Number")),
            "former_ward": Column(key="former_ward", label=N_("Former ward")),
            "whole_ward": flag("whole_ward", N_("The whole ward")),
            "retired": RETIRED,
        },
    ),
    "area_former_name": Noun(
        key="area",
        label=N_("Area"),
        owner="area",
        owner_column="area_id",
        columns={"name": Column(key="former_names", label=N_("Former name"))},
    ),
    "tag": Noun(key="tag", label=N_("Tag"), columns={"name": NAME, "retired": RETIRED}),
    "status": Noun(
        key="status",
        label=N_("Status"),
        columns={
            "name": NAME,
            "kind": Column(key="kind", label=N_("Kind of status"), options=STATUS_KINDS),
            "position": POSITION,
            "retired": RETIRED,
        },
    ),
    "grade": Noun(
        key="grade",
        label=N_("Grade"),
        columns={
            "name": NAME,
            "rank": Column(key="rank", label=N_("Rank")),
            "position": POSITION,
            "retired": RETIRED,
        },
    ),
    **INSIDE,
    **LOOP,
}

WARD_FACTS = {
    "name": N_("Name of the ward"),
    "superior": N_("Superior body"),
    "issuer": N_("Issuing body"),
    "place": N_("Place"),
    "committee": N_("Committee"),
    "number_code": N_("Code after the number"),
    "signer_authority": N_("Authority of the signer"),
    "signer_position": N_("Position of the signer"),
    "signer_name": N_("Name of the signer"),
    "recipients": N_("Recipients"),
    "within": N_("Days that count as soon"),
    "needed": N_("Fields that must be filled in"),
    "paper_kinds": N_("Kinds of paper"),
    "reasons": N_("Usual reasons"),
    "decisions": N_("Usual decisions"),
    "holidays": N_("Holidays"),
    "due_by": N_("How a due date is reckoned"),
    "off_days": N_("Due dates on days without work"),
    "summary_days": N_("Days of summaries"),
    "summary_since": N_("Summaries are asked for since"),
    "count_paused": N_("Paused models are in the official count"),
    "weak_rank": N_("First weak rank (0: the last)"),
    "outdated": N_("Weight and limit of what looks outdated"),
    "sample": N_("Sample register"),
}


FACT = kinds.Text(name="fact", limit=kinds.BLOCK_LIMIT)
"""A ward's fact: JSON text in the table."""


def plain(column: Column, value: object) -> str | None:
    """``value`` for JSON: canonical text; None for blank."""
    if value is None or value == "":
        return None
    if column.kind is kinds.YES_NO and isinstance(value, int):
        return "yes" if value else "no"
    return _fact(str(value)) if column.kind is FACT else str(value)


def _fact(text: str) -> str | None:
    value: object = json.loads(text)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_piece(one) for one in value) or None
    return str(value) or None


def _piece(one: object) -> str:
    """One of the things that a fact consists of: a text, or a day and its name."""
    return " ".join(map(str, one)).rstrip() if isinstance(one, list) else str(one).rstrip(";")


def _holiday(text: str) -> str:
    day, _space, name = text.partition(" ")
    return f"{show_date(day)} {name}".rstrip()


def _summary_day(text: str) -> str:
    kind, _space, day = text.partition(" ")
    return f"{label(REVIEW_KINDS, kind)} {'/'.join(reversed(day.split('-')))}"


def _rule(text: str) -> str:
    key, _space, numbers = text.partition(" ")
    return f"{_(LABELS[key]) if key in LABELS else key} {numbers.replace(' ', ' / ')}"


SHOWN_FACTS: Mapping[str, Callable[[str], str]] = {
    "needed": lambda text: "; ".join(_(BY_NAME[name].label) for name in text.split("; ") if name in BY_NAME),
    "holidays": lambda text: "; ".join(map(_holiday, text.split("; "))),
    "outdated": lambda text: "; ".join(map(_rule, text.split("; "))),
    "summary_days": lambda text: "; ".join(map(_summary_day, text.split("; "))),
    "summary_since": show_date,
    "due_by": lambda text: label(DUE_BY, text),
    "off_days": lambda text: label(OFF_DAYS, text),
    "sample": kinds.YES_NO.show,
    "count_paused": kinds.YES_NO.show,
}
"""Facts of the ward that are not read as they are kept."""


def shown(column: Column, text: str | None) -> str | None:
    """The ``text`` that ``plain`` gave for people; None for blank."""
    if text is None:
        return None
    if column.options:
        return label(column.options, text)
    if column.kind is FACT and column.key in SHOWN_FACTS:
        return SHOWN_FACTS[column.key](text)
    return column.kind.show(text)
