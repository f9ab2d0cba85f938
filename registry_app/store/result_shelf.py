"""The shelf of results: as that of any noun, with what a figure may be compared with, and the figures beside it."""

import json
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from registry_app.domain.period_text import Span, before, canonical, span_of
from registry_app.domain.results import Result, ResultRow
from registry_app.domain.search import Moment

from .noun_shelf import NounShelf, Register
from .result_table import RESULT

Key = tuple[int, int | None, int | None, str, str]
"""Indicator, model, area, other place, canonical period."""


class ResultShelf(NounShelf[Result, ResultRow]):
    """Kết quả hoạt động."""

    def __init__(self, register: Register) -> None:
        super().__init__(register, RESULT, Result, ResultRow)

    def window(self, ids: Sequence[int], at: Moment) -> list[ResultRow]:
        """As any shelf's, each row with the figure of the period before, where there is one and no other beside it."""
        rows = super().window(ids, at)
        spans = {row.id: before(*span_of(row.period)) for row in rows}
        known = self._known({(row.indicator_id, canonical(span)) for row in rows for span in spans[row.id]})
        return [_compared(row, spans[row.id], known) for row in rows]

    def beside(self, one: Result) -> list[Result]:
        """Every figure of the same scope and period, ``one`` too when it is in the register, in the order of entry."""
        condition = """period_from = :period_from AND period_to = :period_to AND model_id IS :model_id
            AND area_id IS :area_id AND fold(place) = fold(:place)"""
        names = ("period_from", "period_to", "model_id", "area_id", "place")
        return list(self._values(condition, {name: getattr(one, name) for name in names}).values())

    def every(self) -> list[Result]:
        """Every figure in the order of entry, those of models in the trash left out."""
        condition = "model_id IS NULL OR model_id NOT IN (SELECT id FROM model WHERE trashed_on IS NOT NULL)"
        return list(self._values(condition, {}).values())

    def _known(self, wanted: set[tuple[int, str]]) -> Mapping[Key, list[tuple[str, str]]]:
        """Source and canonical figure of what is in the register of those indicators and periods."""
        query = f"""SELECT r.indicator_id, r.model_id, r.area_id, r.place, {RESULT.fields["period"]}, r.source,
            {RESULT.fields["figure"]} FROM json_each(:wanted) w
            JOIN result r ON r.indicator_id = json_extract(w.value, '$[0]')
                AND r.period_from = substr(json_extract(w.value, '$[1]'), 1, 10)
                AND r.period_to = substr(json_extract(w.value, '$[1]'), 12) ORDER BY r.id"""
        found: dict[Key, list[tuple[str, str]]] = {}
        for *key, source, figure in self._register.connection.execute(query, {"wanted": json.dumps(sorted(wanted))}):
            found.setdefault(tuple(key), []).append((source, figure))
        return found


def _compared(row: ResultRow, spans: Sequence[Span], known: Mapping[Key, list[tuple[str, str]]]) -> ResultRow:
    for span in map(canonical, spans):
        told = known.get((row.indicator_id, row.model_id, row.area_id, row.place, span), [])
        same = {figure for source, figure in told if source == row.source}
        figures = same or {figure for _source, figure in told}
        if len(figures) == 1:
            return replace(row, before_period=span, before_figure=figures.pop())
    return row
