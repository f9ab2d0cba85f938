"""Each field of a model said once: form, list, sheet, paper and command line all read these declarations."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from . import kinds
from .entries import ExtraField, Lists
from .kinds import Kind
from .model import ModelRow
from .options import DUES, EFFECTIVE, LEVELS, MODEL_KINDS, STATUS_KINDS, YES_NO, Option, label
from .words import N_, _

Family = Literal["entry", "option", "day", "number", "text"]


class Field(Struct, frozen=True, kw_only=True):
    """One field. ``name`` is ModelRow's attribute and JSON key, ``label`` and ``heading`` (short) are marked texts,
    ``width`` the usual letters a cell, ``reference`` the list (of entries.Lists) whose names it holds, ``many``
    whether it holds several, ``options`` fixed choices, ``page`` the form page ("" for what the register reckons),
    ``keys`` what a query may call it besides its name, in both languages."""

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
    keys: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        """How its values are told apart: entries of a list, fixed options, days, numbers or free text."""
        if self.reference:
            return "entry"
        if self.options:
            return "option"
        if isinstance(self.kind, kinds.Day):
            return "day"
        return "number" if isinstance(self.kind, kinds.Number) else "text"

    @property
    def short(self) -> str:
        """The heading of a column, in the language in use."""
        return _(self.heading or self.label)


EXTRA = "extra."
MAIN, PAPER, WORK, REVIEW = N_("Main facts"), N_("Founding"), N_("Aim and means"), N_("Review")
PAGES = (MAIN, PAPER, WORK, REVIEW)

FIELDS = (
    Field(name="code", label=N_("Code"), width=12, page=MAIN, keys=("mã",)),
    Field(name="name", label=N_("Name of the model"), width=44, required=True, page=MAIN, keys=("tên",)),
    Field(
        name="type",
        label=N_("Type of model"),
        heading=N_("Type"),
        width=26,
        required=True,
        reference="types",
        page=MAIN,
        keys=("loại",),
    ),
    Field(name="kind", label=N_("Kind"), width=12, options=MODEL_KINDS, page=MAIN, keys=("hình-thức",)),
    Field(
        name="field",
        label=N_("Field of work"),
        heading=N_("Field"),
        width=24,
        reference="fields",
        page=MAIN,
        keys=("lĩnh-vực",),
    ),
    Field(name="level", label=N_("Level"), width=12, options=LEVELS, page=MAIN, keys=("cấp",)),
    Field(
        name="lead",
        label=N_("Lead organisation"),
        width=22,
        reference="organisations",
        page=MAIN,
        keys=("chủ-trì", "đơn-vị"),
    ),
    Field(
        name="partners",
        label=N_("Partner organisations"),
        width=26,
        reference="organisations",
        many=True,
        page=MAIN,
        keys=("phối-hợp", "partner"),
    ),
    Field(
        name="areas",
        label=N_("Areas"),
        width=22,
        reference="areas",
        many=True,
        page=MAIN,
        keys=("địa-bàn", "khu-vực", "area"),
    ),
    Field(name="tags", label=N_("Tags"), width=16, reference="tags", many=True, page=MAIN, keys=("thẻ", "nhãn", "tag")),
    Field(
        name="paper_kind", label=N_("Founding paper"), heading=N_("Paper"), width=14, page=PAPER, keys=("loại-văn-bản",)
    ),
    Field(
        name="paper_number",
        label=N_("Number of the paper"),
        heading=N_("Paper number"),
        width=16,
        page=PAPER,
        keys=("số-văn-bản",),
    ),
    Field(
        name="founded_on",
        label=N_("Date of founding"),
        heading=N_("Founded"),
        kind=kinds.PARTIAL,
        width=11,
        page=PAPER,
        keys=("thành-lập", "founded"),
    ),
    Field(name="paper_signer", label=N_("Signer"), width=20, page=PAPER, keys=("người-ký", "signer")),
    Field(
        name="launched_on",
        label=N_("Date of launch"),
        heading=N_("Launched"),
        kind=kinds.PARTIAL,
        width=11,
        page=PAPER,
        keys=("ra-mắt", "launched"),
    ),
    Field(
        name="period_to",
        label=N_("Period of the founding paper ends"),
        heading=N_("Period to"),
        kind=kinds.PARTIAL,
        width=11,
        page=PAPER,
        keys=("hết-giai-đoạn", "thời-hạn", "period"),
    ),
    Field(name="aim", label=N_("Aim"), kind=kinds.LONG, width=40, page=WORK, keys=("mục-đích",)),
    Field(name="funding", label=N_("Funding"), width=24, page=WORK, keys=("kinh-phí",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=30, page=WORK, keys=("ghi-chú",)),
    Field(
        name="interval_months",
        label=N_("Months between reviews"),
        heading=N_("Interval"),
        kind=kinds.WHOLE,
        width=8,
        page=REVIEW,
        keys=("chu-kỳ", "interval"),
    ),
    Field(
        name="review_on",
        label=N_("Own review date"),
        heading=N_("Own date"),
        kind=kinds.PARTIAL,
        width=11,
        page=REVIEW,
        keys=("ngày-hẹn",),
    ),
    Field(name="status", label=N_("Status"), width=16, reference="statuses", keys=("trạng-thái",)),
    Field(name="status_kind", label=N_("Kind of status"), width=12, options=STATUS_KINDS, keys=("nhóm-trạng-thái",)),
    Field(name="status_on", label=N_("Status since"), kind=kinds.DATE, width=11, keys=("từ-ngày",)),
    Field(name="last_review", label=N_("Last review"), kind=kinds.DATE, width=11, keys=("rà-soát", "reviewed")),
    Field(
        name="next_review", label=N_("Next review"), kind=kinds.PARTIAL, width=11, keys=("hạn", "rà-soát-tới", "next")
    ),
    Field(name="due", label=N_("Review state"), width=14, options=DUES, keys=("tình-trạng-hạn",)),
    Field(name="grade", label=N_("Grade"), width=12, reference="grades", keys=("xếp-loại",)),
    Field(name="effective", label=N_("Effective"), width=12, options=EFFECTIVE, keys=("hiệu-quả",)),
    Field(
        name="leaders",
        label=N_("Leaders of the teams"),
        heading=N_("Leaders"),
        width=22,
        keys=("lãnh-đạo", "tổ-trưởng", "leader"),
    ),
    Field(
        name="sites",
        label=N_("Sites in the register"),
        heading=N_("No. of sites"),
        kind=kinds.WHOLE,
        width=7,
        keys=("điểm",),
    ),
    Field(
        name="teams",
        label=N_("Teams in the register"),
        heading=N_("No. of teams"),
        kind=kinds.WHOLE,
        width=7,
        keys=("tổ",),
    ),
    Field(
        name="members",
        label=N_("Members in the register"),
        heading=N_("No. of members"),
        kind=kinds.WHOLE,
        width=8,
        keys=("thành-viên",),
    ),
    Field(
        name="households",
        label=N_("Households in the register"),
        heading=N_("No. of households"),
        kind=kinds.WHOLE,
        width=8,
        keys=("hộ",),
    ),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
EDITABLE = tuple(field for field in FIELDS if field.page and field.name != "code")
"""What a clerk fills in; the code is given once, at the start."""


def shown(row: ModelRow, field: Field) -> str:
    """What people read in the cell of ``field``, in the language in use; "" for blank."""
    value: object = (
        row.extra.get(field.name[len(EXTRA) :]) if field.name.startswith(EXTRA) else getattr(row, field.name)
    )
    if value is None or value == "":
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    if field.options:
        return label(field.options, str(value))
    return field.kind.show(str(value))


def extra_field(extra: ExtraField) -> Field:
    """A declared extra field as list, filter and query see it: its name is "extra.KEY"."""
    name = f"{EXTRA}{extra.key}"
    options = tuple(Option(one, one) for one in extra.choices)
    if extra.kind == "yes_no":
        options = YES_NO
    return Field(
        name=name,
        label=extra.name,
        kind=extra_kind(extra),
        options=options,
        keys=("-".join(extra.name.split()).lower(),),
    )


def listed(lists: Lists) -> Mapping[str, Field]:
    """Every field that a list may show, fixed ones first, then the extra fields of all types, once a key."""
    extras = (extra_field(extra) for extra in lists.extras.values())
    return {field.name: field for field in (*FIELDS, *extras)}


def extra_kind(extra: ExtraField) -> Kind:
    """How values of a declared extra field are read and shown."""
    return kinds.kind(extra.kind, extra.choices)


def extra_shown(row: ModelRow, extra: ExtraField) -> str:
    """What people read for a declared extra field of ``row``."""
    return extra_kind(extra).show(row.extra.get(extra.key, ""))
