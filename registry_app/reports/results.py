"""Results of activity ("kết quả hoạt động", domain.md 3.8): figures with their units under their topics, each with its
source and, where there is one, the figure of the period before."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from registry_app.domain import kinds
from registry_app.domain.period_text import PERIOD
from registry_app.domain.result_text import figure_number, said
from registry_app.domain.results import ResultRow
from registry_app.domain.search import Moment
from registry_app.domain.words import N_, _

from .declared import Declared
from .rosters import said as counted
from .shown import Shown
from .spec import Align

HUNDRED = 100


def count_results(rows: Sequence[ResultRow]) -> str:
    """How many figures, and how many of them somebody must still look up."""
    doubtful = sum(row.exactness == "check" for row in rows)
    figures = (N_("{count} figures"), len(rows))
    return counted(figures, (N_("{count} to be checked"), doubtful)) if doubtful else counted(figures)


def topic_by_topic(rows: Sequence[ResultRow]) -> Sequence[ResultRow]:
    """The rows of each topic together, topics in the order of their first indicator; in a topic the indicators in their
    order, each with its latest period first."""
    first: dict[str, int] = {}
    for row in rows:
        first[row.topic] = min(first.get(row.topic, row.position), row.position)
    latest = sorted(rows, key=lambda row: (row.period_to, row.period_from), reverse=True)
    return sorted(latest, key=lambda row: (first[row.topic], row.topic, row.position, row.indicator, *_whose(row)))


def _whose(row: ResultRow) -> tuple[bool, str]:
    """The ward's own figures come first."""
    return bool(row.model or row.area or row.place), row.scope


def figure(row: ResultRow, _at: Moment) -> str:
    """The figure with its unit, as exact as it is known."""
    return said(row.figure, row.unit)


def compared(row: ResultRow, _at: Moment) -> str:
    """The figure of the period before, and by how much this one is more or less where both are exact."""
    if not row.before_figure:
        return ""
    now, then = figure_number(row.figure), figure_number(row.before_figure)
    earlier = f"{PERIOD.show(row.before_period)}: {said(row.before_figure, row.unit)}"
    if now is None or then is None:
        return earlier
    return f"{difference(now, then)}; {earlier}"


def difference(now: Decimal, then: Decimal) -> str:
    """By how much ``now`` is more or less than ``then``, and what share of it that is."""
    if now == then:
        return _("the same")
    change = now - then
    text = ("+" if change > 0 else "−") + kinds.NUMBER.show(kinds.plain_number(abs(change)))
    if not then:
        return text
    share = kinds.plain_number(round(abs(change) * HUNDRED / then, 1).normalize())
    return f"{text} ({'+' if change > 0 else '−'}{kinds.NUMBER.show(share)}%)"


def source(row: ResultRow, _at: Moment) -> str:
    """Where the figure stands."""
    return _stated(row)


def _stated(row: ResultRow) -> str:
    return "; ".join(text for text in (row.source, row.paper_number) if text)


def in_common(rows: Sequence[ResultRow]) -> Mapping[str, str]:
    """Period, scope and source where all rows have the same; the ward's own figures need no scope."""
    found = {}
    if len({row.period for row in rows}) == 1:
        found["period"] = _("Period: {period}").format(period=PERIOD.show(rows[0].period))
    if len({row.scope for row in rows}) == 1:
        own = not (rows[0].model or rows[0].area or rows[0].place)
        found["scope"] = "" if own else _("Of: {scope}").format(scope=rows[0].scope)
    if len({(row.source, row.paper_number) for row in rows}) == 1:
        found["stated"] = _("Source: {source}").format(source=_stated(rows[0])) if _stated(rows[0]) else ""
    return found


RESULTS = Declared(
    name="results",
    label=N_("Results of activity"),
    title=N_("TABLE OF FIGURES"),
    abstract=N_("Results of the models and of the movement “Toàn dân bảo vệ an ninh Tổ quốc” in {ward}"),
    abstract_of=N_("Results of {of}"),
    noun="result",
    order=("topic", "indicator"),
    group="topic",
    counted=count_results,
    arranged=topic_by_topic,
    shared=in_common,
    subtotals=False,
    columns=(
        Shown(name="indicator", min_mm=44),
        Shown(name="said", heading=N_("Value"), cell=figure, min_mm=30, align=Align.RIGHT),
        Shown(name="period", min_mm=24),
        Shown(name="scope", min_mm=28),
        Shown(name="compared", heading=N_("Against the period before"), cell=compared, min_mm=32),
        Shown(name="stated", heading=N_("Source"), cell=source, min_mm=40),
    ),
)
FIGURES: Mapping[str, Declared] = {RESULTS.name: RESULTS}
