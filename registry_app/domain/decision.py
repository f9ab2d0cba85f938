"""What was decided about a model, each one act with a paper; and why a model that looks outdated is let be."""

from msgspec import Struct

from .ids import DecisionId, ExcuseId, ModelId, RoundId, SiteId


class Decision(Struct, frozen=True, kw_only=True):
    """``kind`` is a key of options.DECISIONS; ``on`` a full ISO date. ``target_id`` is the model into which it was
    merged; ``site_ids`` are the sites that a replication added, so that their origin is known."""

    id: DecisionId = DecisionId(0)
    model_id: ModelId = ModelId(0)
    kind: str = "keep"
    on: str = ""
    paper_number: str = ""
    reason: str = ""
    target_id: ModelId | None = None
    round_id: RoundId | None = None
    site_ids: tuple[SiteId, ...] = ()


class Excuse(Struct, frozen=True, kw_only=True):
    """The model is not shown as outdated from the day ``on`` to the day ``until`` (ISO, both in), for ``reason``."""

    id: ExcuseId = ExcuseId(0)
    model_id: ModelId = ModelId(0)
    on: str = ""
    until: str = ""
    reason: str = ""
