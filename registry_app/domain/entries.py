"""The lists that a ward edits: types, fields of work, organisations, areas, tags, statuses, grades, roles,
indicators of results, forms of commendation.

An entry in use is retired, not deleted: it stays on what has it and is not offered again.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from .ids import (
    AreaId,
    ExtraId,
    FieldId,
    FormId,
    GradeId,
    IndicatorId,
    OrganisationId,
    RoleId,
    StatusId,
    TagId,
    TypeId,
)


class Entry(Struct, frozen=True, kw_only=True):
    """What every list entry has; ``id`` is 0 until the register gives one."""

    id: int = 0
    name: str = ""
    retired: bool = False


class ModelType(Entry, frozen=True, kw_only=True):
    """Loại mô hình; ``code`` is the ASCII abbreviation that starts its models' codes."""

    code: str = ""
    unit: str = ""
    interval_months: int | None = None
    statutory: bool = False


class ExtraField(Entry, frozen=True, kw_only=True):
    """A field that only the models of one type have; ``kind`` is a key of options.EXTRA_KINDS."""

    type_id: TypeId = TypeId(0)
    key: str = ""
    kind: str = "text"
    unit: str = ""
    choices: tuple[str, ...] = ()


class WorkField(Entry, frozen=True, kw_only=True):
    """Lĩnh vực."""


class Organisation(Entry, frozen=True, kw_only=True):
    """A lead or partner body; historic bodies are retired ones."""

    code: str = ""


class Area(Entry, frozen=True, kw_only=True):
    """Địa bàn: a residential area, or the ward itself (``whole_ward``)."""

    code: str = ""
    kind: str = ""
    number: str = ""
    former_ward: str = ""
    whole_ward: bool = False
    former_names: tuple[str, ...] = ()


class Tag(Entry, frozen=True, kw_only=True):
    """A word that the ward hangs on models."""


class Status(Entry, frozen=True, kw_only=True):
    """A label of the ward's own; ``kind`` is a key of options.STATUS_KINDS and the only thing logic looks at."""

    kind: str = "active"
    position: int = 0


class Grade(Entry, frozen=True, kw_only=True):
    """Xếp loại; the best has rank 1, None is outside the scale (Không phân loại)."""

    rank: int | None = None
    position: int = 0


class Role(Entry, frozen=True, kw_only=True):
    """Chức danh in a team; ``kind`` is a key of options.ROLE_KINDS and the only thing logic looks at."""

    kind: str = "member"
    position: int = 0


class Indicator(Entry, frozen=True, kw_only=True):
    """Chỉ tiêu kết quả: what is counted, in which ``unit``; ``kind`` is a key of options.INDICATOR_KINDS, ``part_of``
    the sum that it is a part of, ``topic`` the heading that it stands under."""

    code: str = ""
    unit: str = ""
    kind: str = "count"
    part_of: IndicatorId | None = None
    topic: str = ""
    position: int = 0


class AwardForm(Entry, frozen=True, kw_only=True):
    """Hình thức khen thưởng; ``kind`` is a key of options.AWARD_KINDS and the only thing logic looks at."""

    kind: str = "other"
    position: int = 0


class Lists(Struct, frozen=True, kw_only=True):
    """All lists of a register at one moment, by row number, each in the order in which it is offered."""

    types: Mapping[TypeId, ModelType] = field(default_factory=dict)
    extras: Mapping[ExtraId, ExtraField] = field(default_factory=dict)
    fields: Mapping[FieldId, WorkField] = field(default_factory=dict)
    organisations: Mapping[OrganisationId, Organisation] = field(default_factory=dict)
    areas: Mapping[AreaId, Area] = field(default_factory=dict)
    tags: Mapping[TagId, Tag] = field(default_factory=dict)
    statuses: Mapping[StatusId, Status] = field(default_factory=dict)
    grades: Mapping[GradeId, Grade] = field(default_factory=dict)
    roles: Mapping[RoleId, Role] = field(default_factory=dict)
    indicators: Mapping[IndicatorId, Indicator] = field(default_factory=dict)
    award_forms: Mapping[FormId, AwardForm] = field(default_factory=dict)

    def extras_of(self, type_id: TypeId | None) -> tuple[ExtraField, ...]:
        """The extra fields that models of ``type_id`` have now, in order."""
        return tuple(extra for extra in self.extras.values() if extra.type_id == type_id and not extra.retired)

    def default_status(self) -> Status:
        """The first active label: what a model is when nobody says otherwise."""
        return next(status for status in self.statuses.values() if status.kind == "active" and not status.retired)
