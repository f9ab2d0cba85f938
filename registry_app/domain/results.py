"""Kết quả hoạt động: what a model, an area or the whole ward brought about in a period, figure by figure."""

from dataclasses import dataclass

from .ids import AreaId, IndicatorId, ModelId, ResultId


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure of one indicator. Of neither model nor area: of the ward. ``period_from`` and ``period_to`` are full
    ISO dates, both in. ``amount`` is canonical decimal text, None where it cannot be read; of a ratio x/y ``total`` is
    the y. ``exactness`` is a key of options.EXACTNESS; ``as_written`` how the source writes it, where that differs;
    ``paper_number`` and ``source`` say where it stands."""

    id: ResultId = ResultId(0)
    code: str = ""
    indicator_id: IndicatorId = IndicatorId(0)
    model_id: ModelId | None = None
    area_id: AreaId | None = None
    period_from: str = ""
    period_to: str = ""
    amount: str | None = None
    total: str | None = None
    exactness: str = "exact"
    as_written: str = ""
    paper_number: str = ""
    source: str = ""
    notes: str = ""
