"""Người: who serves in the teams. What is sensitive by law (domain.md 4.2) is blank unless a ward fills it in."""

from msgspec import Struct

from . import identity, kinds
from .fields import MAIN, Field
from .ids import AreaId, PersonId
from .options import EDUCATIONS, SEXES, YES_NO
from .words import N_

MORE = N_("More facts")
SENSITIVE = frozenset(("minority", "ethnicity", "religion"))
"""Never on paper unless somebody asks for just these columns."""
MASKED = frozenset(("phone", "id_number", "born", "leader_phone", "leader_born"))
"""What a copy for the notice board does not show whole."""


class Person(Struct, frozen=True, kw_only=True):
    """A person as edited. ``born`` is partial ISO text; options and yes/no are None when unknown."""

    id: PersonId = PersonId(0)
    code: str = ""
    name: str = ""
    born: str | None = None
    sex: str | None = None
    phone: str = ""
    id_number: str = ""
    address: str = ""
    area_id: AreaId | None = None
    education: str | None = None
    minority: str | None = None
    ethnicity: str = ""
    religion: str = ""
    notes: str = ""


class PersonRow(Struct, frozen=True, kw_only=True):
    """A person with names looked up; ``roles``, ``teams`` and ``models`` are those of the day asked for, in the same
    order, one a membership."""

    id: PersonId
    code: str
    name: str
    born: str | None
    sex: str | None
    phone: str
    id_number: str
    address: str
    area: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]
    models: tuple[str, ...]
    education: str | None
    minority: str | None
    ethnicity: str
    religion: str
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    Field(name="name", label=N_("Full name"), width=24, required=True, page=MAIN, keys=("tên", "họ-tên")),
    Field(
        name="born",
        label=N_("Date or year of birth"),
        heading=N_("Born"),
        kind=kinds.PARTIAL,
        width=11,
        page=MAIN,
        keys=("sinh",),
    ),
    Field(name="sex", label=N_("Sex"), width=8, options=SEXES, page=MAIN, keys=("giới-tính",)),
    Field(name="phone", label=N_("Phone"), width=13, kind=identity.PHONE, page=MAIN, keys=("điện-thoại", "sđt")),
    Field(
        name="id_number",
        label=N_("Identity number"),
        heading=N_("ID number"),
        width=14,
        kind=identity.ID_NUMBER,
        page=MAIN,
        keys=("cccd", "số-định-danh"),
    ),
    Field(name="address", label=N_("Address"), width=30, page=MAIN, keys=("địa-chỉ",)),
    Field(name="area", label=N_("Area"), width=20, reference="areas", page=MAIN, keys=("địa-bàn",)),
    Field(name="roles", label=N_("Roles"), heading=N_("Role"), width=14, many=True, keys=("chức-danh",)),
    Field(name="teams", label=N_("Teams"), heading=N_("Team"), width=28, many=True, keys=("tổ",)),
    Field(name="models", label=N_("Models"), heading=N_("Model"), width=30, many=True, keys=("mô-hình",)),
    Field(name="education", label=N_("Education"), width=16, options=EDUCATIONS, page=MORE, keys=("trình-độ",)),
    Field(
        name="minority", label=N_("Ethnic minority"), width=10, options=YES_NO, page=MORE, keys=("dân-tộc-thiểu-số",)
    ),
    Field(name="ethnicity", label=N_("Ethnicity"), width=12, page=MORE, keys=("dân-tộc",)),
    Field(name="religion", label=N_("Religion"), width=12, page=MORE, keys=("tôn-giáo",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
