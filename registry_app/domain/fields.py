"""Each field of a model said once: form, list, sheet, paper and command line all read these declarations."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import kinds
from .entries import ExtraField
from .kinds import Kind
from .model import ModelRow
from .options import DUES, EFFECTIVE, LEVELS, MODEL_KINDS, STATUS_KINDS, Option, label
from .words import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. ``name`` is ModelRow's attribute and JSON key, ``label`` and ``heading`` (short) are marked texts,
    ``width`` the usual letters a cell, ``reference`` the list (of entries.Lists) whose names it holds, ``many``
    whether it holds several, ``options`` fixed choices, ``page`` the form page ("" for what the register reckons)."""

    name: str
    label: str
    kind: Kind = kinds.TEXT
    heading: str = ""
    width: int = 16
    required: bool = False
    reference: str = ""
    many: bool = False
    options: tuple[Option, ...] = ()
    page: str = ""

    @property
    def short(self) -> str:
        """The heading of a column, in the language in use."""
        return _(self.heading or self.label)


MAIN, PAPER, WORK, REVIEW = N_("Main facts"), N_("Founding"), N_("Aim and means"), N_("Review")
PAGES = (MAIN, PAPER, WORK, REVIEW)

FIELDS = (
    Field(name="code", label=N_("Code"), width=12, page=MAIN),
    Field(name="name", label=N_("Name of the model"), width=44, required=True, page=MAIN),
    Field(
        name="type",
        label=N_("Type of model"),
        heading=N_("Type"),
        width=26,
        required=True,
        reference="types",
        page=MAIN,
    ),
    Field(name="kind", label=N_("Kind"), width=12, options=MODEL_KINDS, page=MAIN),
    Field(name="field", label=N_("Field of work"), heading=N_("Field"), width=24, reference="fields", page=MAIN),
    Field(name="level", label=N_("Level"), width=12, options=LEVELS, page=MAIN),
    Field(name="lead", label=N_("Lead organisation"), width=22, reference="organisations", page=MAIN),
    Field(
        name="partners",
        label=N_("Partner organisations"),
        width=26,
        reference="organisations",
        many=True,
        page=MAIN,
    ),
    Field(name="areas", label=N_("Areas"), width=22, reference="areas", many=True, page=MAIN),
    Field(name="tags", label=N_("Tags"), width=16, reference="tags", many=True, page=MAIN),
    Field(name="paper_kind", label=N_("Founding paper"), heading=N_("Paper"), width=14, page=PAPER),
    Field(name="paper_number", label=N_("Number of the paper"), heading=N_("Paper number"), width=16, page=PAPER),
    Field(
        name="founded_on",
        label=N_("Date of founding"),
        heading=N_("Founded"),
        kind=kinds.PARTIAL,
        width=11,
        page=PAPER,
    ),
    Field(name="paper_signer", label=N_("Signer"), width=20, page=PAPER),
    Field(
        name="launched_on", label=N_("Date of launch"), heading=N_("Launched"), kind=kinds.PARTIAL, width=11, page=PAPER
    ),
    Field(name="aim", label=N_("Aim"), kind=kinds.LONG, width=40, page=WORK),
    Field(name="funding", label=N_("Funding"), width=24, page=WORK),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=30, page=WORK),
    Field(
        name="interval_months",
        label=N_("Months between reviews"),
        heading=N_("Interval"),
        kind=kinds.WHOLE,
        width=8,
        page=REVIEW,
    ),
    Field(
        name="review_on", label=N_("Own review date"), heading=N_("Own date"), kind=kinds.PARTIAL, width=11, page=REVIEW
    ),
    Field(name="status", label=N_("Status"), width=16),
    Field(name="status_kind", label=N_("Kind of status"), width=12, options=STATUS_KINDS),
    Field(name="status_on", label=N_("Status since"), kind=kinds.DATE, width=11),
    Field(name="last_review", label=N_("Last review"), kind=kinds.DATE, width=11),
    Field(name="next_review", label=N_("Next review"), kind=kinds.PARTIAL, width=11),
    Field(name="due", label=N_("Review state"), width=14, options=DUES),
    Field(name="grade", label=N_("Grade"), width=12),
    Field(name="effective", label=N_("Effective"), width=12, options=EFFECTIVE),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
EDITABLE = tuple(field for field in FIELDS if field.page and field.name != "code")
"""What a clerk fills in; the code is given once, at the start."""


def shown(row: ModelRow, field: Field) -> str:
    """What people read in the cell of ``field``, in the language in use; "" for blank."""
    value: object = getattr(row, field.name)
    if value is None or value == "":
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    if field.options:
        return label(field.options, str(value))
    return field.kind.show(str(value))


def extra_kind(extra: ExtraField) -> Kind:
    """How values of a declared extra field are read and shown."""
    return kinds.kind(extra.kind, extra.choices)


def extra_shown(row: ModelRow, extra: ExtraField) -> str:
    """What people read for a declared extra field of ``row``."""
    return extra_kind(extra).show(row.extra.get(extra.key, ""))
