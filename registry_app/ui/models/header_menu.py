"""The menu of a heading: sort, group, hide, and which columns are shown."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtWidgets import QMenu

from registry_app.domain.fields import Field
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order
from registry_app.domain.words import _

from .columns import groups, sorts, words_of


class Headed(Protocol):
    """A list as its headings see it."""

    order_wanted: Any
    group_wanted: Any

    @property
    def group(self) -> str | None: ...
    @property
    def columns(self) -> tuple[ShownColumn, ...]: ...
    @property
    def fields(self) -> Mapping[str, Field]: ...
    def ask_filter(self, field: str) -> None: ...
    def hide_field(self, field: str) -> None: ...
    def choose_columns(self) -> None: ...
    def wear(self, columns: tuple[ShownColumn, ...]) -> None: ...


def fill(menu: QMenu, view: Headed, field: str) -> QMenu:
    """Put into ``menu`` what can be done with the column of ``field``."""
    for text, descending in ((_("Sort &ascending"), False), (_("Sort &descending"), True)):
        action = menu.addAction(text)
        action.setEnabled(sorts(field))
        action.triggered.connect(lambda _checked=False, way=descending: view.order_wanted.emit((Order(field, way),)))
    menu.addSeparator()
    filtering = menu.addAction(_("&Filter…"))
    filtering.triggered.connect(lambda: view.ask_filter(field))
    grouped = menu.addAction(_("&Group by this"))
    grouped.setCheckable(True)
    grouped.setChecked(view.group == field)
    grouped.setEnabled(groups(field))
    grouped.triggered.connect(lambda checked: view.group_wanted.emit(field if checked else None))
    menu.addSeparator()
    hide = menu.addAction(_("&Hide this column"))
    hide.setEnabled(len(view.columns) > 1)
    hide.triggered.connect(lambda: view.hide_field(field))
    menu.addMenu(_shown_menu(view, menu))
    menu.addAction(_("&Columns…")).triggered.connect(view.choose_columns)
    return menu


def _shown_menu(view: Headed, parent: QMenu) -> QMenu:
    """A tick for each field."""
    menu = QMenu(_("&Shown columns"), parent)
    shown = {column.field for column in view.columns}
    for name, field in view.fields.items():
        action = menu.addAction(words_of(field).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name in shown)
        action.setEnabled(name not in shown or len(shown) > 1)
        action.triggered.connect(lambda checked, name=name: _tick(view, name, shown=checked))
    return menu


def _tick(view: Headed, field: str, *, shown: bool) -> None:
    if shown:
        view.wear((*view.columns, ShownColumn(field=field)))
    else:
        view.hide_field(field)
