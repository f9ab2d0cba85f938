"""Điểm camera: a place with eyes ("mắt") and recorders, column for column as domain.md 3.3 has it."""

from msgspec import Struct

from . import kinds
from .fields import MAIN, Field
from .ids import CameraId, SiteId
from .options import CAMERA_KINDS, CAMERA_STATES, FUNDINGS, OWNERS, YES_NO
from .words import N_

KEEPING = N_("Operation")


class CameraPoint(Struct, frozen=True, kw_only=True):
    """A camera point as edited. ``cost`` is whole đồng, ``days_kept`` days; yes/no and options are None when unknown.
    ``valid_to`` is the first day on which it is no more."""

    id: CameraId = CameraId(0)
    code: str = ""
    name: str = ""
    site_id: SiteId = SiteId(0)
    place: str = ""
    eyes: int | None = None
    recorders: int | None = None
    kind: str | None = None
    owner: str | None = None
    owner_name: str = ""
    funding: str | None = None
    cost: int | None = None
    connected_to: str = ""
    days_kept: int | None = None
    sharing: str | None = None
    shared_on: str | None = None
    sign: str | None = None
    state: str | None = None
    checked_on: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    notes: str = ""


class CameraRow(Struct, frozen=True, kw_only=True):
    """A camera point with every name looked up."""

    id: CameraId
    code: str
    name: str
    place: str
    site: str
    area: str
    model: str
    model_code: str
    eyes: int | None
    recorders: int | None
    kind: str | None
    owner: str | None
    owner_name: str
    funding: str | None
    cost: int | None
    connected_to: str
    days_kept: int | None
    sharing: str | None
    shared_on: str | None
    sign: str | None
    state: str | None
    checked_on: str | None
    valid_from: str | None
    valid_to: str | None
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    Field(
        name="name",
        label=N_("Name of the camera point"),
        heading=N_("Camera point"),
        width=24,
        required=True,
        page=MAIN,
        keys=("tên",),
    ),
    Field(name="place", label=N_("Place"), width=28, page=MAIN, keys=("vị-trí",)),
    Field(name="site", label=N_("Site"), width=24, required=True, page=MAIN, keys=("điểm",)),
    Field(name="area", label=N_("Area"), width=20, reference="areas", keys=("địa-bàn",)),
    Field(name="model", label=N_("Model"), width=30, keys=("mô-hình",)),
    Field(name="model_code", label=N_("Code of the model"), width=12),
    Field(
        name="eyes", label=N_("Number of eyes"), heading=N_("Eyes"), kind=kinds.WHOLE, width=6, page=MAIN, keys=("mắt",)
    ),
    Field(
        name="recorders",
        label=N_("Number of recorders"),
        heading=N_("Recorders"),
        kind=kinds.WHOLE,
        width=6,
        page=MAIN,
        keys=("đầu-thu",),
    ),
    Field(name="kind", label=N_("Kind of camera"), width=14, options=CAMERA_KINDS, page=MAIN, keys=("loại",)),
    Field(name="owner", label=N_("Owner"), width=14, options=OWNERS, page=MAIN, keys=("chủ-sở-hữu",)),
    Field(name="owner_name", label=N_("Name of the owner"), width=20, page=MAIN),
    Field(
        name="funding",
        label=N_("Source of funding"),
        heading=N_("Funding"),
        width=12,
        options=FUNDINGS,
        page=MAIN,
        keys=("kinh-phí",),
    ),
    Field(name="cost", label=N_("Cost (đồng)"), heading=N_("Cost"), kind=kinds.WHOLE, width=12, page=MAIN),
    Field(name="connected_to", label=N_("Connected to"), width=20, page=KEEPING, keys=("kết-nối",)),
    Field(name="days_kept", label=N_("Days kept"), kind=kinds.WHOLE, width=8, page=KEEPING, keys=("số-ngày-lưu",)),
    Field(
        name="sharing", label=N_("Pledge to share data"), heading=N_("Sharing"), width=8, options=YES_NO, page=KEEPING
    ),
    Field(
        name="shared_on",
        label=N_("Date of the pledge to share"),
        heading=N_("Sharing since"),
        kind=kinds.PARTIAL,
        width=11,
        page=KEEPING,
    ),
    Field(name="sign", label=N_("Notice sign"), width=8, options=YES_NO, page=KEEPING, keys=("biển",)),
    Field(name="state", label=N_("State"), width=10, options=CAMERA_STATES, page=KEEPING, keys=("tình-trạng",)),
    Field(
        name="checked_on",
        label=N_("Date of the check"),
        heading=N_("Checked"),
        kind=kinds.PARTIAL,
        width=11,
        page=KEEPING,
        keys=("kiểm-tra",),
    ),
    Field(name="valid_from", label=N_("From"), kind=kinds.PARTIAL, width=11, page=KEEPING, keys=("từ",)),
    Field(name="valid_to", label=N_("Ended on"), kind=kinds.PARTIAL, width=11, page=KEEPING, keys=("thôi",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=KEEPING, keys=("ghi-chú",)),
)
