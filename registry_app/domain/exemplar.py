"""Điển hình tiên tiến: a collective or a person recognised as an advanced example; never counted as a model."""

from msgspec import Struct
from msgspec.structs import replace

from . import kinds
from .fields import MAIN, Field
from .honoured import MODEL, MODEL_CODE, PERSON_CODE, POST, RECIPIENT
from .ids import ExemplarId, ModelId, PersonId
from .options import LEVELS
from .words import N_


class Exemplar(Struct, frozen=True, kw_only=True):
    """``recipient`` is a key of options.RECIPIENTS; dates are partial ISO text, ``valid_to`` the first day on which it
    no longer holds."""

    id: ExemplarId = ExemplarId(0)
    code: str = ""
    recipient: str = "collective"
    name: str = ""
    person_id: PersonId | None = None
    post: str = ""
    model_id: ModelId | None = None
    level: str | None = None
    theme: str = ""
    reason: str = ""
    paper_number: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    notes: str = ""


class ExemplarRow(Struct, frozen=True, kw_only=True):
    """An advanced example with every name looked up."""

    id: ExemplarId
    code: str
    recipient: str
    name: str
    person_id: PersonId | None
    person_code: str
    post: str
    model: str
    model_code: str
    level: str | None
    theme: str
    reason: str
    paper_number: str
    valid_from: str | None
    valid_to: str | None
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    replace(RECIPIENT, heading=N_("Collective, individual"), width=16),
    Field(
        name="name",
        label=N_("Name of the advanced example"),
        heading=N_("Advanced example"),
        width=30,
        required=True,
        page=MAIN,
        keys=("tên",),
    ),
    PERSON_CODE,
    POST,
    Field(
        name="level",
        label=N_("Level of the recognition"),
        heading=N_("Level"),
        width=18,
        options=LEVELS,
        page=MAIN,
        keys=("cấp",),
    ),
    Field(name="theme", label=N_("Theme, movement"), heading=N_("Theme"), width=20, page=MAIN, keys=("chủ-đề",)),
    Field(
        name="reason",
        label=N_("What it is known for"),
        heading=N_("Known for"),
        kind=kinds.LONG,
        width=34,
        page=MAIN,
        keys=("thành-tích",),
    ),
    MODEL,
    MODEL_CODE,
    Field(name="paper_number", label=N_("Number of the decision"), heading=N_("Decision no."), width=14, page=MAIN),
    Field(
        name="valid_from",
        label=N_("Recognised on"),
        kind=kinds.PARTIAL,
        width=11,
        page=MAIN,
        keys=("từ", "ngày-công-nhận"),
    ),
    Field(name="valid_to", label=N_("Ended on"), kind=kinds.PARTIAL, width=11, page=MAIN, keys=("thôi",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
