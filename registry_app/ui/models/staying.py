"""Keeps what is chosen, current and topmost in the list in its place while the rows are read anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection

from registry_app.domain.ids import ModelId

from .list_model import ModelListModel

FEW = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be found again after a reset: models chosen, the current one and its line, the topmost one."""

    chosen: tuple[int, ...] = ()
    current: int | None = None
    line: int = 0
    top: int | None = None


def lines_of(kept: Kept, rows: ModelListModel) -> dict[int, int]:
    """On which lines the kept models stand now, as far as they are listed."""
    wanted = dict.fromkeys((*kept.chosen, *([kept.current] if kept.current is not None else [])))
    if len(wanted) <= FEW:
        lines = ((model, rows.number_of(ModelId(model))) for model in wanted)
        return {model: line for model, line in lines if line is not None}
    places = (place for place, model in enumerate(rows.ids) if model in wanted)
    found = ((rows.ids[place], rows.lines.line_of(place)) for place in places)
    return {model: line for model, line in found if line is not None}


def selection(lines: Iterable[int], rows: ModelListModel) -> QItemSelection:
    """The rows on ``lines``, as few ranges as may be."""
    found, last = QItemSelection(), rows.columnCount() - 1
    for first, behind in _runs(sorted(lines)):
        found.select(rows.index(first, 0), rows.index(behind - 1, last))
    return found


def nearest(line: int, rows: ModelListModel) -> int | None:
    """The first line from ``line`` on that is a model, else the last one before it."""
    last = rows.rowCount() - 1
    below = range(max(0, min(line, last)), last + 1)
    above = range(min(line, last), -1, -1)
    return next((one for way in (below, above) for one in way if rows.model_at(one) is not None), None)


def _runs(lines: list[int]) -> Iterator[tuple[int, int]]:
    """``lines`` in order as (from, behind) of those that follow one another."""
    first = behind = None
    for line in lines:
        if line != behind:
            if first is not None and behind is not None:
                yield first, behind
            first = line
        behind = line + 1
    if first is not None and behind is not None:
        yield first, behind
