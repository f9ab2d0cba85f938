"""Khen thưởng: a commendation of a collective or a person, or of several at once (domain.md 3.5)."""

from msgspec import Struct

from . import kinds
from .fields import MAIN, Field
from .honoured import MODEL, MODEL_CODE, PERSON_CODE, POST, RECIPIENT
from .ids import CommendationId, FormId, ModelId, PersonId
from .options import LEVELS
from .words import N_
from .years import YEAR


class Commendation(Struct, frozen=True, kw_only=True):
    """``recipient`` is a key of options.RECIPIENTS; ``person_id`` names a person of the register; ``number`` is how
    many received it where only that is known; ``place`` names another place whose people they are ("": the ward's);
    ``on`` is partial ISO text."""

    id: CommendationId = CommendationId(0)
    code: str = ""
    form_id: FormId = FormId(0)
    level: str | None = None
    granted_by: str = ""
    recipient: str = "person"
    name: str = ""
    person_id: PersonId | None = None
    post: str = ""
    number: int = 1
    model_id: ModelId | None = None
    place: str = ""
    on: str | None = None
    paper_number: str = ""
    theme: str = ""
    reason: str = ""
    notes: str = ""


class CommendationRow(Struct, frozen=True, kw_only=True):
    """A commendation with every name looked up; ``year`` is that of its date."""

    id: CommendationId
    code: str
    form: str
    level: str | None
    granted_by: str
    recipient: str
    name: str
    person_id: PersonId | None
    person_code: str
    post: str
    number: int
    model: str
    model_code: str
    place: str
    on: str | None
    year: int | None
    paper_number: str
    theme: str
    reason: str
    notes: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    RECIPIENT,
    Field(
        name="name",
        label=N_("Name of the recipient"),
        heading=N_("Collective, individual"),
        width=28,
        required=True,
        page=MAIN,
        keys=("tên",),
    ),
    PERSON_CODE,
    Field(
        name="place", label=N_("Of another place"), heading=N_("Other place"), width=20, page=MAIN, keys=("nơi-khác",)
    ),
    POST,
    Field(
        name="number",
        label=N_("How many received it"),
        heading=N_("How many"),
        kind=kinds.WHOLE,
        width=6,
        page=MAIN,
        keys=("số-lượng",),
    ),
    Field(
        name="form",
        label=N_("Form of the award"),
        width=26,
        reference="award_forms",
        required=True,
        page=MAIN,
        keys=("hình-thức",),
    ),
    Field(
        name="level",
        label=N_("Level of the award"),
        heading=N_("Level"),
        width=18,
        options=LEVELS,
        page=MAIN,
        keys=("cấp",),
    ),
    Field(name="granted_by", label=N_("Body that granted it"), width=26, page=MAIN, keys=("cấp-tặng", "nơi-tặng")),
    Field(
        name="on",
        label=N_("Date of the decision"),
        heading=N_("Date"),
        kind=kinds.PARTIAL,
        width=11,
        page=MAIN,
        keys=("ngày",),
    ),
    Field(name="paper_number", label=N_("Number of the decision"), heading=N_("Decision no."), width=14, page=MAIN),
    Field(name="year", label=N_("Year"), kind=YEAR, width=6, keys=("năm",)),
    Field(
        name="theme",
        label=N_("Theme of the commendation"),
        heading=N_("Theme"),
        width=20,
        page=MAIN,
        keys=("chủ-đề",),
    ),
    Field(
        name="reason",
        label=N_("Merit, reason"),
        heading=N_("Merit"),
        kind=kinds.LONG,
        width=34,
        page=MAIN,
        keys=("thành-tích", "lý-do"),
    ),
    MODEL,
    MODEL_CODE,
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
