"""What the tables of the inside of models are called in the history: from the nouns' own fields, and what lies
beside them."""

from collections.abc import Mapping

from registry_app.domain import kinds
from registry_app.domain.nouns import NOUNS as INSIDE
from registry_app.domain.options import ROLE_KINDS
from registry_app.domain.words import N_

from .history_columns import HIDDEN, NAME, NUMBER, ON, POSITION, RETIRED, Column, Noun

REFERENCES = {
    "model_id": ("model", N_("Model"), "model"),
    "area_id": ("area", N_("Area"), "area"),
    "site_id": ("site", N_("Site"), "site"),
    "team_id": ("team", N_("Team"), "team"),
    "person_id": ("person", N_("Person"), "person"),
    "head_id": ("head", N_("Head of household"), "person"),
    "role_id": ("role", N_("Role"), "role"),
    "replaced_by": ("replaced_by", N_("Joined into"), "person"),
    "one_id": ("one", N_("Person"), "person"),
    "other_id": ("other", N_("Not the same as"), "person"),
}
"""Columns that hold row numbers: key, marked label, table."""


def _references(*names: str) -> dict[str, Column]:
    found = {}
    for name in names:
        key, label, table = REFERENCES[name]
        found[name] = Column(key=key, label=label, reference=table)
    return found


def _noun(name: str, *references: str, owner: str = "", owner_column: str = "") -> Noun:
    declared = INSIDE[name]
    stored = declared.value.__struct_fields__
    columns = {
        one.name: Column(key=one.name, label=one.label, kind=one.kind, options=one.options)
        for one in declared.fields
        if one.name in stored
    }
    return Noun(
        key=name,
        label=declared.one,
        owner=owner,
        owner_column=owner_column,
        columns={**columns, **_references(*references)},
    )


NOTES = Column(key="notes", label=N_("Notes"), kind=kinds.LONG)
TEAM_FIGURES = {
    "members_decided": N_("Members by decision"),
    "members_actual": N_("Members there are"),
    "teams_decided": N_("Teams by decision"),
    "teams_actual": N_("Teams there are"),
}
NOUNS: Mapping[str, Noun] = {
    "team": _noun("team", "site_id"),
    "person": _noun("person", "area_id", "replaced_by"),
    "membership": _noun("membership", "team_id", "role_id", owner="person", owner_column="person_id"),
    "household": _noun("household", "head_id", "area_id", "team_id"),
    "camera_point": _noun("camera_point", "site_id"),
    "role": Noun(
        key="role",
        label=N_("Role"),
        columns={
            "name": NAME,
            "kind": Column(key="kind", label=N_("Kind of role"), options=ROLE_KINDS),
            "position": POSITION,
            "retired": RETIRED,
        },
    ),
    "course": Noun(
        key="course",
        label=N_("Course"),
        owner="person",
        owner_column="person_id",
        columns={"name": NAME, "on": ON, "notes": NOTES},
    ),
    "not_the_same": Noun(
        key="not_the_same", label=N_("Not the same person"), columns=_references("one_id", "other_id")
    ),
    "area_change": Noun(
        key="area_change",
        label=N_("Change of areas"),
        columns={"kind": HIDDEN, "on": ON, "paper_number": NUMBER, "notes": NOTES},
    ),
    "area_change_part": Noun(
        key="area_change",
        label=N_("Change of areas"),
        owner="area",
        owner_column="area_id",
        columns={"name": NAME, "side": HIDDEN, "area_change_id": HIDDEN},
    ),
    "force_figure": Noun(
        key="force_figure",
        label=N_("Figures of the period"),
        owner="model",
        owner_column="model_id",
        columns={
            "on": ON,
            **{name: Column(key=name, label=text, kind=kinds.WHOLE) for name, text in TEAM_FIGURES.items()},
        },
    ),
    "attachment": Noun(
        key="attachment",
        label=N_("Attached file"),
        columns={
            "name": NAME,
            "notes": NOTES,
            **dict.fromkeys(("noun", "row_id", "blob_hash", "media", "size", "added_on"), HIDDEN),
        },
    ),
    "paper_template": Noun(
        key="paper_template",
        label=N_("Print template"),
        columns={"name": NAME, "report": HIDDEN, "wish": HIDDEN, "position": POSITION},
    ),
}
