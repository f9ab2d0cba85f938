"""Kết quả hoạt động: what a model, an area or the whole ward brought about in a period, figure by figure."""

from msgspec import Struct

from . import kinds
from .fields import MAIN, Field
from .ids import AreaId, IndicatorId, ModelId, ResultId
from .options import EXACTNESS, INDICATOR_KINDS
from .period_text import PERIOD
from .result_text import FIGURE, canonical
from .words import N_

SOURCE = N_("Source")


class Result(Struct, frozen=True, kw_only=True):
    """One figure of one indicator. Of neither model nor area: of the ward; ``place`` names another place that it is of
    (a former ward, a district), "" for this ward. ``period_from`` and ``period_to`` are full
    ISO dates, both in. ``amount`` is canonical decimal text, None where it cannot be read; of a ratio x/y ``total`` is
    the y. ``exactness`` is a key of options.EXACTNESS; ``as_written`` how the source writes it, where that differs;
    ``paper_number`` and ``source`` say where it stands."""

    id: ResultId = ResultId(0)
    code: str = ""
    indicator_id: IndicatorId = IndicatorId(0)
    model_id: ModelId | None = None
    area_id: AreaId | None = None
    place: str = ""
    period_from: str = ""
    period_to: str = ""
    amount: str | None = None
    total: str | None = None
    exactness: str = "exact"
    as_written: str = ""
    paper_number: str = ""
    source: str = ""
    notes: str = ""

    @property
    def figure(self) -> str:
        """Amount, total and exactness as one canonical text (result_text)."""
        return canonical(self.amount, self.total, self.exactness)

    @property
    def period(self) -> str:
        """Both days as one canonical text (period_text); "" while there are none."""
        return f"{self.period_from}/{self.period_to}" if self.period_from else ""


class ResultRow(Struct, frozen=True, kw_only=True):
    """A figure with every name looked up. ``scope`` says of whom it is: a model, an area, the ward, another place;
    ``percent`` is the share of x/y; ``before_period`` and ``before_figure`` (canonical texts) are what it may be
    compared with."""

    id: ResultId
    code: str
    indicator_id: IndicatorId
    indicator: str
    indicator_code: str
    unit: str
    kind: str
    topic: str
    position: int
    figure: str
    amount: str | None
    total: str | None
    percent: str | None
    exactness: str
    as_written: str
    period: str
    period_from: str
    period_to: str
    scope: str
    model: str
    model_code: str
    model_id: ModelId | None
    area: str
    area_id: AreaId | None
    place: str
    paper_number: str
    source: str
    notes: str
    before_period: str
    before_figure: str


FIELDS = (
    Field(name="code", label=N_("Code"), width=10, keys=("mã",)),
    Field(
        name="indicator",
        label=N_("Indicator"),
        width=38,
        required=True,
        reference="indicators",
        page=MAIN,
        keys=("chỉ-tiêu",),
    ),
    Field(name="figure", label=N_("Value"), kind=FIGURE, width=14, required=True, page=MAIN, keys=("số-liệu",)),
    Field(name="unit", label=N_("Unit"), width=12, keys=("đơn-vị-tính",)),
    Field(name="percent", label=N_("Share (%)"), heading=N_("%"), kind=kinds.NUMBER, width=7, keys=("tỷ-lệ",)),
    Field(
        name="exactness",
        label=N_("How exact"),
        heading=N_("Exactness"),
        width=14,
        options=EXACTNESS,
        page=MAIN,
        keys=("độ-chính-xác",),
    ),
    Field(name="as_written", label=N_("As the source writes it"), heading=N_("As written"), width=16, page=MAIN),
    Field(name="period", label=N_("Period"), kind=PERIOD, width=22, required=True, page=MAIN, keys=("kỳ",)),
    Field(name="period_from", label=N_("Period from"), kind=kinds.DATE, width=11, keys=("kỳ-từ",)),
    Field(name="period_to", label=N_("Period until"), kind=kinds.DATE, width=11, keys=("kỳ-đến",)),
    Field(name="scope", label=N_("Of whom"), width=30, keys=("phạm-vi",)),
    Field(name="model", label=N_("Model"), width=30, keys=("mô-hình",)),
    Field(name="model_code", label=N_("Code of the model"), width=12),
    Field(name="area", label=N_("Area"), width=20, reference="areas", page=MAIN, keys=("địa-bàn",)),
    Field(
        name="place", label=N_("Of another place"), heading=N_("Other place"), width=20, page=MAIN, keys=("nơi-khác",)
    ),
    Field(name="source", label=N_("Source paper"), heading=SOURCE, width=34, page=MAIN, keys=("nguồn",)),
    Field(
        name="paper_number",
        label=N_("Number of the paper"),
        heading=N_("Paper number"),
        width=16,
        page=MAIN,
        keys=("số-văn-bản",),
    ),
    Field(name="topic", label=N_("Topic"), width=24, keys=("nhóm",)),
    Field(name="kind", label=N_("Kind of indicator"), width=14, options=INDICATOR_KINDS, keys=("loại",)),
    Field(name="amount", label=N_("Amount"), kind=kinds.NUMBER, width=10, keys=("số",)),
    Field(name="total", label=N_("Of how many"), kind=kinds.NUMBER, width=10, keys=("tổng",)),
    Field(name="notes", label=N_("Notes"), kind=kinds.LONG, width=24, page=MAIN, keys=("ghi-chú",)),
)
