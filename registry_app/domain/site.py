"""Điểm mô hình: one place to which a model is applied. Official counts count sites, never areas (domain.md 1.2)."""

from msgspec import Struct

from . import identity, kinds
from .fields import MAIN, Field
from .ids import AreaId, ModelId, SiteId
from .options import PLACE_KINDS
from .words import N_


class Site(Struct, frozen=True, kw_only=True):
    """A site as it is edited. Dates are partial ISO text; ``valid_to`` is the first day on which it is no more."""

    id: SiteId = SiteId(0)
    model_id: ModelId = ModelId(0)
    area_id: AreaId | None = None
    name: str = ""
    place_kind: str = "residential"
    valid_from: str | None = None
    valid_to: str | None = None


class SiteRow(Struct, frozen=True, kw_only=True):
    """A site with every name looked up; ``title`` is its own name, else its area's. Counts are of the day asked for."""

    id: SiteId
    title: str
    name: str
    place_kind: str
    area: str
    model: str
    model_code: str
    model_id: ModelId
    type: str
    leader: str
    leader_phone: str
    teams: int
    members: int
    households: int
    cameras: int
    valid_from: str | None
    valid_to: str | None
    replicated: str = ""
    """Day and paper of the decision that replicated the model here; "" for a site that was there otherwise."""
    came_from: str = ""
    """The models of which it was before they were merged into this one."""


FIELDS = (
    Field(name="title", label=N_("Site"), width=28, keys=("điểm",)),
    Field(name="name", label=N_("Own name of the site"), heading=N_("Own name"), width=24, page=MAIN, keys=("tên",)),
    Field(
        name="place_kind", label=N_("Kind of place"), width=14, options=PLACE_KINDS, page=MAIN, keys=("loại-địa-điểm",)
    ),
    Field(name="area", label=N_("Area"), width=22, reference="areas", page=MAIN, keys=("địa-bàn",)),
    Field(name="model", label=N_("Model"), width=36, keys=("mô-hình",)),
    Field(name="model_code", label=N_("Code of the model"), width=12),
    Field(name="type", label=N_("Type of model"), heading=N_("Type"), width=24, reference="types", keys=("loại",)),
    Field(name="leader", label=N_("Leader"), width=20, keys=("tổ-trưởng",)),
    Field(
        name="leader_phone",
        label=N_("Phone of the leader"),
        heading=N_("Phone"),
        kind=identity.PHONE,
        width=12,
        keys=("điện-thoại", "sđt"),
    ),
    Field(name="teams", label=N_("Number of teams"), heading=N_("Teams"), kind=kinds.WHOLE, width=6, keys=("số-tổ",)),
    Field(
        name="members",
        label=N_("Number of members"),
        heading=N_("Members"),
        kind=kinds.WHOLE,
        width=8,
        keys=("số-thành-viên",),
    ),
    Field(
        name="households",
        label=N_("Number of households"),
        heading=N_("Households"),
        kind=kinds.WHOLE,
        width=8,
        keys=("số-hộ",),
    ),
    Field(name="cameras", label=N_("Number of camera points"), heading=N_("Camera points"), kind=kinds.WHOLE, width=8),
    Field(name="valid_from", label=N_("From"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("từ",)),
    Field(name="valid_to", label=N_("Ended on"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("thôi",)),
    Field(name="replicated", label=N_("Replicated by the decision of"), heading=N_("Replicated by"), width=22),
    Field(name="came_from", label=N_("Came from, by a merge of models"), heading=N_("Came from"), width=28),
)
