"""Commands about many models at once: edit together, find and replace."""

from registry_app.domain.ids import ModelId
from registry_app.domain.words import N_

from .command import Command, Desk, State, may_write, some_alive


def edit_together(desk: Desk) -> None:
    """The same fields of all chosen models."""
    from registry_app.ui.bulk.bulk_dialog import BulkDialog

    if desk.screen.may_leave():
        BulkDialog.edit(desk.session, desk.screen.chosen, desk.window)


def replace(desk: Desk) -> None:
    """One text by another, in the rows chosen or shown; those of folded groups are not."""
    from registry_app.ui.bulk.replace_dialog import ReplaceDialog

    if not desk.screen.may_leave():
        return
    rows = desk.screen.rows
    if not rows.is_filled:
        rows.fetch_rest()
    shown = [ModelId(number) for number in rows.models_between(0, rows.rowCount() - 1)]
    ReplaceDialog.replace(desk.session, shown, desk.screen.chosen, desk.window)


def _may_replace(state: State) -> bool:
    return may_write(state) and state.of_models and not state.in_trash


EDIT = Command(
    name="edit_together",
    text=N_("&Edit together…"),
    deed=edit_together,
    icon="bulk",
    keys="Ctrl+Shift+E",
    when=some_alive,
    tip=N_("Change the same fields of all chosen models"),
)
REPLACE = Command(
    name="replace",
    text=N_("Find and r&eplace…"),
    deed=replace,
    icon="replace",
    keys="Ctrl+Shift+F",
    when=_may_replace,
    tip=N_("Replace a text in the rows chosen or shown"),
)
