"""Which columns the list wears, in which order and how wide: the user's own, or for a while those of a view."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QTableView

from registry_app.domain.saved_view import ShownColumn

from . import columns_text
from .columns import Column, as_shown, pixels
from .header import ListHeader
from .list_model import ModelListModel


class WornColumns:
    """Keeps the sections of ``heads`` and the columns of ``rows`` alike; widths follow the letters of ``view``."""

    def __init__(self, view: QTableView, rows: ModelListModel, heads: ListHeader) -> None:
        self._view, self._rows, self._heads = view, rows, heads
        self._own: tuple[ShownColumn, ...] | None = None
        rows.columns_leaving.connect(lambda: rows.note(self._worn()))
        rows.columns_changed.connect(self.lay)

    @property
    def shown(self) -> tuple[ShownColumn, ...]:
        """The columns from left to right, with their widths."""
        digit, heads = self._digit, self._heads
        return tuple(as_shown(self._rows.columns[one], heads.sectionSize(one), digit) for one in self._sections())

    @property
    def in_order(self) -> tuple[Column, ...]:
        """The columns from left to right, with what they say."""
        return tuple(self._rows.columns[section] for section in self._sections())

    def section_of(self, field: str) -> int | None:
        """The section that shows ``field``; None where none does."""
        fields = [column.field for column in self._rows.columns]
        return fields.index(field) if field in fields else None

    def show(self, columns: tuple[ShownColumn, ...]) -> None:
        """Show ``columns``, those of a view; none: the user's own again."""
        if columns:
            self._own = self._worn() if self._own is None else self._own
            self._rows.wear(columns)
        elif self._own is not None:
            own, self._own = self._own, None
            self._rows.wear(own)

    def hide(self, field: str) -> None:
        """Show one column less; the last one stays."""
        others = tuple(column for column in self._worn() if column.field != field)
        if others:
            self._rows.wear(others)

    def shape(self) -> QByteArray:
        """The user's own columns and whether the first one stays in sight, for the next start."""
        own = self._worn() if self._own is None else self._own
        return QByteArray(columns_text.to_text(own, frozen=self._heads.frozen))

    def take_shape(self, shape: QByteArray) -> bool:
        """Have the columns of the last start, the usual ones where ``shape`` is damaged; whether the first one is to
        stay in sight."""
        columns, frozen = columns_text.from_text(bytes(shape.data()))
        self._rows.wear(columns)
        return frozen

    def lay(self) -> None:
        """Put the sections into the order asked for, as wide as asked for."""
        wanted, digit = {one.field: one for one in self._rows.wanted}, self._digit
        for section, column in enumerate(self._rows.columns):
            self._heads.moveSection(self._heads.visualIndex(section), section)
            self._view.setColumnWidth(section, pixels(column, wanted.get(column.field), digit))

    @property
    def _digit(self) -> int:
        return max(1, self._view.fontMetrics().horizontalAdvance("0"))

    def _sections(self) -> list[int]:
        return [self._heads.logicalIndex(place) for place in range(self._heads.count())]

    def _worn(self) -> tuple[ShownColumn, ...]:
        """``shown``, and behind them those of fields that this register does not have."""
        known = {column.field for column in self._rows.columns}
        return (*self.shown, *(one for one in self._rows.wanted if one.field not in known))
