"""A model as the clerk edits it, and as a list, a sheet or a paper shows it."""

from collections.abc import Mapping

from msgspec import Struct, field

from .ids import AreaId, ExtraId, FieldId, ModelId, OrganisationId, TagId, TypeId


class LocalModel(Struct, frozen=True, kw_only=True):
    """Mô hình. Dates are partial ISO text or None; ``id`` is 0 and ``code`` "" until the register gives them."""

    id: ModelId = ModelId(0)
    code: str = ""
    name: str = ""
    type_id: TypeId | None = None
    kind: str = "model"
    field_id: FieldId | None = None
    level: str | None = None
    lead_id: OrganisationId | None = None
    partner_ids: tuple[OrganisationId, ...] = ()
    area_ids: tuple[AreaId, ...] = ()
    paper_kind: str = ""
    paper_number: str = ""
    founded_on: str | None = None
    paper_signer: str = ""
    launched_on: str | None = None
    period_to: str | None = None
    """The end of the period that the founding paper gives the model, or of its term."""
    aim: str = ""
    funding: str = ""
    notes: str = ""
    tag_ids: tuple[TagId, ...] = ()
    interval_months: int | None = None
    """Months between reviews: None as the type says, 0 never."""
    review_on: str | None = None
    """The ward's own date for the next review; a review clears it."""
    extra: Mapping[ExtraId, str] = field(default_factory=dict)


class ModelRow(Struct, frozen=True, kw_only=True):
    """A model with every name looked up; attribute names are those of ``fields.FIELDS`` and of the JSON output.
    ``leaders`` and ``sites`` to ``households`` are of the day asked for."""

    id: ModelId
    code: str
    name: str
    type: str
    kind: str
    field: str
    level: str | None
    lead: str
    partners: tuple[str, ...]
    areas: tuple[str, ...]
    paper_kind: str
    paper_number: str
    founded_on: str | None
    paper_signer: str
    launched_on: str | None
    period_to: str | None
    aim: str
    funding: str
    notes: str
    tags: tuple[str, ...]
    interval_months: int | None
    review_on: str | None
    status: str
    status_kind: str
    status_on: str | None
    last_review: str | None
    next_review: str | None
    due: str
    grade: str
    effective: str | None
    statutory: bool
    trashed_on: str | None
    extra: Mapping[str, str]
    leaders: str = ""
    sites: int = 0
    teams: int = 0
    members: int = 0
    households: int = 0
