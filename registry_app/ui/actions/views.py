"""Commands about what the list shows: keep it as a view of the ward's own."""

from registry_app.domain.words import N_

from .command import Command, Desk, State, may_write


def save_view(desk: Desk) -> None:
    """Keep what the list shows under a name, in the sidebar, for all who open this register."""
    desk.screen.saved_views.save_new()


def _can_save_view(state: State) -> bool:
    return may_write(state) and state.of_models


SAVE_VIEW = Command(
    name="save_view",
    text=N_("Save this &view…"),
    deed=save_view,
    icon="view-saved",
    keys="Ctrl+Shift+S",
    when=_can_save_view,
    tip=N_("Keep what the list shows – filters, words, columns, order – under a name in the sidebar"),
)
