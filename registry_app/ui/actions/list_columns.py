"""Commands about how the list shows its rows: columns, order, groups, the first column, one cell copied or edited."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu

from registry_app.domain.fields import BY_NAME, FIELDS
from registry_app.domain.search import Order
from registry_app.domain.words import N_, _, n_
from registry_app.ui import ask
from registry_app.ui.models.columns import groups, sorts

from .command import Command, Desk, State, is_open, may_write, of_models, one, some, some_rows

if TYPE_CHECKING:
    from registry_app.domain.model import ModelRow
    from registry_app.operations.models import Saved

NOT_ENTERED = N_("It could not be entered in the list of what was given out.")
ASK_FROM = 5000
"""Copying more rows than this is asked about first."""


def copy(desk: Desk) -> None:
    """The chosen rows as a table that Word and Excel take."""
    from registry_app.ui.models.clipboard import put

    count, gather = desk.page.copying()
    if count > ASK_FROM:
        text = n_("Copy {count} row?", "Copy {count} rows? This takes a while.", count)
        if not ask.confirm(desk.window, text.format(count=_grouped(count)), yes=_("&Copy"), no=_("&Do not copy")):
            return
    done = desk.session.run_on(count, desk.window, gather, title=_("Copying rows…"))
    if done is not None:
        put(done)
        told = n_("{count} row was copied.", "{count} rows were copied.", count)
        desk.say(told.format(count=_grouped(count)))
        _enter(desk, done.people, told.format(count=_grouped(count)))


def _enter(desk: Desk, people: int, told: str) -> None:
    """Enter that people's data was copied from the page; where it cannot be entered, say so after ``told``. Why, the
    window says all the time: it is read only."""
    from registry_app.operations import giving

    if not people:
        return
    _report, search, _chosen = desk.page.printing()
    at, as_of = desk.session.moment, desk.page.standing.as_of
    if as_of:
        at = replace(at, on=date.fromisoformat(as_of))
    if desk.session.run(giving.copied, search, at, people):
        desk.say(f"{told} {_(NOT_ENTERED)}")


def copy_cell(desk: Desk) -> None:
    """What stands in the current cell."""
    view = desk.screen.list
    row = desk.screen.rows.row(view.currentIndex().row()) if view.current is not None else None
    if row is not None:
        text = view.current_column.text(row)
        QGuiApplication.clipboard().setText(text)
        if text:
            _enter(desk, _people_in(desk, row), _("The cell was copied."))


def _people_in(desk: Desk, row: "ModelRow") -> int:
    """Whose data stands in the current cell."""
    from registry_app.operations import people_shown

    return people_shown.count([("model", [row], frozenset([desk.screen.list.current_column.of.name]))])


def edit_here(desk: Desk) -> None:
    """The current cell in its place; a field that does not fit there in the form."""
    from registry_app.ui.models.inline_edit import fits_a_cell, start

    screen = desk.screen
    model, field = screen.list.current, screen.list.current_column.of
    if model is None or not screen.may_leave() or screen.list.current != model:
        return
    if start(screen.list, desk.session, lambda saved: _say(desk, saved)) is None:
        screen.form.setFocus()
        if field.page and not fits_a_cell(field):
            screen.form.fields.go_to(field.name)


def choose_columns(desk: Desk) -> None:
    """Which columns there are, and in which order."""
    page = desk.work()
    if page is not None:
        page.choose_columns()


def sort_ascending(desk: Desk) -> None:
    """By the column of the current cell."""
    _sort(desk, descending=False)


def sort_descending(desk: Desk) -> None:
    """By the column of the current cell, from the other end."""
    _sort(desk, descending=True)


def group_by_column(desk: Desk) -> None:
    """By the column of the current cell; no longer, where it is that already."""
    view = desk.screen.list
    field = view.current_column.field
    if groups(field):
        desk.screen.asking.group(None if view.group == field else field)


def fold_groups(desk: Desk) -> None:
    """Only the headings of the groups; all rows, where there are only headings."""
    lines = desk.screen.rows.lines
    desk.screen.list.fold_all(folded=any(lines.is_open(line) for line in lines.heading_lines))


def fill(menu: QMenu, desk: Desk) -> None:
    """Add what can be chosen about the list to the View menu: groups, and whether the first column stays."""
    view = desk.screen.list
    menu.addMenu(_group_menu(menu, desk))
    frozen = menu.addAction(_("Keep the &first column in sight"))
    frozen.setObjectName("keep_first_column")
    frozen.setCheckable(True)
    frozen.setChecked(view.heads.frozen)
    frozen.toggled.connect(view.freeze)
    menu.aboutToShow.connect(lambda: frozen.setChecked(view.heads.frozen))


def _group_menu(parent: QMenu, desk: Desk) -> QMenu:
    menu = QMenu(_("G&roup by"), parent)
    menu.setObjectName("group_by")
    choices = QActionGroup(menu)
    asking = desk.screen.asking
    actions = {}
    for name in ("", *(field.name for field in FIELDS if groups(field.name))):
        text = BY_NAME[name].short if name else _("&No groups")
        action = actions[name] = choices.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False, name=name: asking.group(name or None))
        menu.addAction(action)
        if not name:
            menu.addSeparator()

    def tick() -> None:
        for name, action in actions.items():
            action.setChecked(name == (asking.search.group or ""))

    menu.aboutToShow.connect(tick)
    asking.changed.connect(tick)
    tick()
    return menu


def _say(desk: Desk, saved: "Saved") -> None:
    """Where the form says it."""
    text = _("{code} is saved.")
    if saved.warnings:
        text = _("{code} is saved. Please check: {warnings}")
    warned = " ".join(str(warning) for warning in saved.warnings)
    desk.screen.form.say_done(text.format(code=saved.codes[0], warnings=warned))


def _sort(desk: Desk, *, descending: bool) -> None:
    field = desk.screen.list.current_column.field
    if sorts(field):
        desk.screen.list.order_wanted.emit((Order(field, descending),))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _can_edit(state: State) -> bool:
    return may_write(state) and one(state) and not state.in_trash


COPY = Command(name="copy", text=N_("&Copy rows"), deed=copy, icon="copy", keys="Ctrl+C", when=some_rows, in_list=True)
COPY_CELL = Command(
    name="copy_cell", text=N_("Cop&y this cell"), deed=copy_cell, keys="Ctrl+Shift+C", when=some, in_list=True
)
EDIT_HERE = Command(
    name="edit_here", text=N_("Ed&it this cell here"), deed=edit_here, keys="F2", when=_can_edit, in_list=True
)
CHOOSE_COLUMNS = Command(
    name="choose_columns",
    text=N_("C&olumns of the list…"),
    deed=choose_columns,
    icon="columns",
    keys="Ctrl+Shift+K",
    when=is_open,
)
SORT_ASCENDING = Command(
    name="sort_ascending", text=N_("Sort by this col&umn"), deed=sort_ascending, keys="F7", when=of_models
)
SORT_DESCENDING = Command(
    name="sort_descending",
    text=N_("Sort by this column, &descending"),
    deed=sort_descending,
    keys="Shift+F7",
    when=of_models,
)
GROUP = Command(
    name="group_by_column",
    text=N_("Group &by this column, or no longer"),
    deed=group_by_column,
    keys="Ctrl+G",
    when=of_models,
)
FOLD = Command(
    name="fold_groups", text=N_("Fold or u&nfold all groups"), deed=fold_groups, keys="Ctrl+Shift+G", when=of_models
)
