"""Tổ: a working group inside one site of a model."""

from msgspec import Struct

from . import identity, kinds
from .fields import MAIN, Field
from .ids import ModelId, SiteId, TeamId
from .words import N_


class Team(Struct, frozen=True, kw_only=True):
    """A team as it is edited. ``decided`` is how many members the decision names; ``valid_to`` is the first day on
    which it is no more. ``code`` is "" until the register gives one."""

    id: TeamId = TeamId(0)
    code: str = ""
    name: str = ""
    site_id: SiteId = SiteId(0)
    decided: int | None = None
    paper_number: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    notes: str = ""


class TeamRow(Struct, frozen=True, kw_only=True):
    """A team with every name looked up. Leaders and counts are of the day asked for; several names stand in one text
    with "; " between."""

    id: TeamId
    code: str
    name: str
    site: str
    site_id: SiteId
    area: str
    model: str
    model_code: str
    model_id: ModelId
    type: str
    statutory: bool
    leader: str
    leader_born: str | None
    leader_phone: str
    deputies: str
    members: int
    decided: int | None
    households: int
    paper_number: str
    valid_from: str | None
    valid_to: str | None
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    Field(
        name="name",
        label=N_("Name of the team"),
        heading=N_("Team"),
        width=30,
        required=True,
        page=MAIN,
        keys=("tên", "tổ"),
    ),
    Field(name="site", label=N_("Site"), width=26, keys=("điểm",)),
    Field(name="area", label=N_("Area"), width=22, reference="areas", keys=("địa-bàn",)),
    Field(name="model", label=N_("Model"), width=34, keys=("mô-hình",)),
    Field(name="model_code", label=N_("Code of the model"), width=12),
    Field(name="type", label=N_("Type of model"), heading=N_("Type"), width=24, reference="types", keys=("loại",)),
    Field(name="leader", label=N_("Leader"), width=20, keys=("tổ-trưởng", "lãnh-đạo")),
    Field(name="leader_born", label=N_("Leader born"), heading=N_("Born"), kind=kinds.PARTIAL, width=11),
    Field(
        name="leader_phone",
        label=N_("Phone of the leader"),
        heading=N_("Phone"),
        kind=identity.PHONE,
        width=12,
        keys=("điện-thoại", "sđt"),
    ),
    Field(name="deputies", label=N_("Deputies"), width=22, keys=("tổ-phó",)),
    Field(
        name="members",
        label=N_("Number of members"),
        heading=N_("Members"),
        kind=kinds.WHOLE,
        width=8,
        keys=("số-thành-viên",),
    ),
    Field(
        name="decided",
        label=N_("Members by decision"),
        heading=N_("By decision"),
        kind=kinds.WHOLE,
        width=8,
        page=MAIN,
    ),
    Field(
        name="households",
        label=N_("Number of households"),
        heading=N_("Households"),
        kind=kinds.WHOLE,
        width=8,
        keys=("số-hộ",),
    ),
    Field(
        name="paper_number",
        label=N_("Number of the paper"),
        heading=N_("Paper number"),
        width=16,
        page=MAIN,
        keys=("số-văn-bản",),
    ),
    Field(name="valid_from", label=N_("From"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("từ",)),
    Field(name="valid_to", label=N_("Ended on"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("thôi",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
