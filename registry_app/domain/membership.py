"""Thành viên: who belongs to which team, in what role, from when to when; and the courses that a person has taken."""

from msgspec import Struct

from . import identity, kinds
from .fields import MAIN, Field
from .ids import CourseId, MembershipId, ModelId, PersonId, RoleId, TeamId
from .options import END_REASONS, SEXES
from .words import N_


class Membership(Struct, frozen=True, kw_only=True):
    """One person's time in one team. ``valid_to`` is the first day on which it is over; ``paper_number`` named them,
    ``end_paper`` released them; ``end_reason`` is a key of options.END_REASONS."""

    id: MembershipId = MembershipId(0)
    person_id: PersonId = PersonId(0)
    team_id: TeamId = TeamId(0)
    role_id: RoleId = RoleId(0)
    valid_from: str | None = None
    valid_to: str | None = None
    paper_number: str = ""
    end_reason: str | None = None
    end_paper: str = ""
    notes: str = ""


class MemberRow(Struct, frozen=True, kw_only=True):
    """A membership with the facts of the person, the team and the model; ``role_kind`` as in options.ROLE_KINDS."""

    id: MembershipId
    person_id: PersonId
    team_id: TeamId
    model_id: ModelId
    code: str
    name: str
    role: str
    role_kind: str
    born: str | None
    sex: str | None
    phone: str
    id_number: str
    address: str
    team: str
    team_code: str
    site: str
    area: str
    model: str
    model_code: str
    type: str
    valid_from: str | None
    valid_to: str | None
    paper_number: str
    end_reason: str | None
    end_paper: str
    education: str | None
    minority: str | None
    ethnicity: str
    religion: str
    notes: str


class Course(Struct, frozen=True, kw_only=True):
    """A course ("bồi dưỡng") that a person has taken; the same name and day is one course."""

    id: CourseId = CourseId(0)
    person_id: PersonId = PersonId(0)
    name: str = ""
    on: str | None = None
    notes: str = ""


FIELDS = (
    Field(name="code", label=N_("Code of the person"), heading=N_("Code"), width=10, keys=("mã",)),
    Field(name="name", label=N_("Full name"), width=24, required=True, page=MAIN, keys=("tên",)),
    Field(name="role", label=N_("Role"), width=14, reference="roles", required=True, page=MAIN, keys=("chức-danh",)),
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
    Field(name="team", label=N_("Team"), width=28, keys=("tổ",)),
    Field(name="team_code", label=N_("Code of the team"), width=10),
    Field(name="site", label=N_("Site"), width=24, keys=("điểm",)),
    Field(name="area", label=N_("Area"), width=20, reference="areas", keys=("địa-bàn",)),
    Field(name="model", label=N_("Model"), width=30, keys=("mô-hình",)),
    Field(name="model_code", label=N_("Code of the model"), width=12),
    Field(name="type", label=N_("Type of model"), heading=N_("Type"), width=24, reference="types", keys=("loại",)),
    Field(name="valid_from", label=N_("From"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("từ",)),
    Field(name="valid_to", label=N_("Ended on"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("thôi",)),
    Field(
        name="paper_number",
        label=N_("Number of the paper"),
        heading=N_("Paper number"),
        width=16,
        page=MAIN,
        keys=("số-văn-bản",),
    ),
    Field(
        name="end_reason", label=N_("Reason of the end"), width=16, options=END_REASONS, page=MAIN, keys=("lý-do-thôi",)
    ),
    Field(name="end_paper", label=N_("Paper of the end"), width=16, page=MAIN),
    Field(name="notes", label=N_("Notes"), width=20, page=MAIN, keys=("ghi-chú",)),
)
