"""Công nhận "An toàn về ANTT": who registered in a year, and who was recognised or why not (domain.md 3.9)."""

from msgspec import Struct

from . import kinds
from .fields import MAIN, Field
from .ids import AreaId, RecognitionId
from .options import MOVEMENTS, SUBJECTS, Option
from .words import N_
from .years import YEAR

RECOGNISED = (Option("yes", N_("Recognised")), Option("no", N_("Not recognised")))


class Recognition(Struct, frozen=True, kw_only=True):
    """``subject`` is a key of options.SUBJECTS; a residential area is named by ``area_id``, others by ``name``.
    ``recognised`` "yes", "no" or None (not decided); ``movement`` a key of options.MOVEMENTS; dates partial ISO."""

    id: RecognitionId = RecognitionId(0)
    code: str = ""
    year: int = 0
    subject: str = "residential"
    area_id: AreaId | None = None
    name: str = ""
    registered_on: str | None = None
    households: int | None = None
    households_registered: int | None = None
    recognised: str | None = None
    reason: str = ""
    paper_number: str = ""
    paper_on: str | None = None
    movement: str | None = None
    notes: str = ""


class RecognitionRow(Struct, frozen=True, kw_only=True):
    """A subject in a year with every name looked up. ``title`` is what it is called, ``share`` the percentage of
    households that registered, as people read it."""

    id: RecognitionId
    code: str
    year: int
    subject: str
    title: str
    name: str
    area: str
    registered_on: str | None
    households: int | None
    households_registered: int | None
    share: str
    recognised: str | None
    reason: str
    paper_number: str
    paper_on: str | None
    movement: str | None
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    Field(name="year", label=N_("Year"), kind=YEAR, width=6, required=True, page=MAIN, keys=("năm",)),
    Field(
        name="subject",
        label=N_("Kind of subject"),
        width=16,
        options=SUBJECTS,
        page=MAIN,
        keys=("loại", "đối-tượng"),
    ),
    Field(name="title", label=N_("Subject"), width=28, keys=("tên",)),
    Field(name="area", label=N_("Area"), width=20, reference="areas", page=MAIN, keys=("địa-bàn",)),
    Field(name="name", label=N_("Name of the agency, enterprise, school"), heading=N_("Name"), width=26, page=MAIN),
    Field(
        name="registered_on",
        label=N_("Registered on"),
        heading=N_("Registered"),
        kind=kinds.PARTIAL,
        width=11,
        page=MAIN,
        keys=("đăng-ký",),
    ),
    Field(
        name="households",
        label=N_("Number of households"),
        kind=kinds.WHOLE,
        width=8,
        page=MAIN,
        keys=("số-hộ",),
    ),
    Field(
        name="households_registered",
        label=N_("Households registered"),
        heading=N_("Registered households"),
        kind=kinds.WHOLE,
        width=8,
        page=MAIN,
        keys=("số-hộ-đăng-ký",),
    ),
    Field(name="share", label=N_("Share of households registered"), heading=N_("% of households"), width=8),
    Field(
        name="recognised",
        label=N_("Result of the recognition"),
        heading=N_("Result"),
        width=14,
        options=RECOGNISED,
        page=MAIN,
        keys=("kết-quả", "công-nhận"),
    ),
    Field(
        name="reason",
        label=N_("Reason why not"),
        heading=N_("Reason why not"),
        kind=kinds.LONG,
        width=28,
        page=MAIN,
        keys=("lý-do",),
    ),
    Field(
        name="paper_number",
        label=N_("Number of the decision or certificate"),
        heading=N_("Decision no."),
        width=14,
        page=MAIN,
    ),
    Field(
        name="paper_on",
        label=N_("Date of the decision or certificate"),
        heading=N_("Decided on"),
        kind=kinds.PARTIAL,
        width=11,
        page=MAIN,
        keys=("ngày-qđ",),
    ),
    Field(
        name="movement",
        label=N_("Class of the movement"),
        heading=N_("Movement"),
        width=14,
        options=MOVEMENTS,
        page=MAIN,
        keys=("phân-loại",),
    ),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
