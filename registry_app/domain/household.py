"""Hộ: a household that takes part, with its head and its pledge."""

from msgspec import Struct

from . import identity, kinds
from .fields import MAIN, Field
from .ids import AreaId, HouseholdId, PersonId, TeamId
from .words import N_


class Household(Struct, frozen=True, kw_only=True):
    """A household as edited. ``head_id`` names the person where the head is one of the register's; ``people`` is how
    many live there; ``valid_to`` is the first day on which it no longer takes part."""

    id: HouseholdId = HouseholdId(0)
    code: str = ""
    head: str = ""
    head_id: PersonId | None = None
    address: str = ""
    area_id: AreaId | None = None
    team_id: TeamId | None = None
    people: int | None = None
    phone: str = ""
    pledged_on: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    notes: str = ""


class HouseholdRow(Struct, frozen=True, kw_only=True):
    """A household with every name looked up."""

    id: HouseholdId
    code: str
    head: str
    address: str
    area: str
    team: str
    team_code: str
    model: str
    model_code: str
    type: str
    people: int | None
    phone: str
    pledged_on: str | None
    valid_from: str | None
    valid_to: str | None
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    Field(name="head", label=N_("Head of household"), width=24, required=True, page=MAIN, keys=("chủ-hộ",)),
    Field(name="address", label=N_("Address"), width=30, page=MAIN, keys=("địa-chỉ",)),
    Field(name="area", label=N_("Area"), width=20, reference="areas", page=MAIN, keys=("địa-bàn",)),
    Field(name="team", label=N_("Team"), width=28, page=MAIN, keys=("tổ",)),
    Field(name="team_code", label=N_("Code of the team"), width=10),
    Field(name="model", label=N_("Model"), width=30, keys=("mô-hình",)),
    Field(name="model_code", label=N_("Code of the model"), width=12),
    Field(name="type", label=N_("Type of model"), heading=N_("Type"), width=24, reference="types", keys=("loại",)),
    Field(
        name="people",
        label=N_("Number of people"),
        heading=N_("Residents"),
        kind=kinds.WHOLE,
        width=8,
        page=MAIN,
        keys=("nhân-khẩu",),
    ),
    Field(name="phone", label=N_("Phone"), width=13, kind=identity.PHONE, page=MAIN, keys=("điện-thoại", "sđt")),
    Field(
        name="pledged_on",
        label=N_("Date of the pledge"),
        heading=N_("Pledged"),
        kind=kinds.PARTIAL,
        width=11,
        page=MAIN,
        keys=("cam-kết",),
    ),
    Field(name="valid_from", label=N_("From"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("từ",)),
    Field(name="valid_to", label=N_("Ended on"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("thôi",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
