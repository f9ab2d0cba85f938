"""Commands that narrow the list: the filter of a column, all filters away."""

from registry_app.domain.words import N_

from .command import Command, Desk, of_models


def filter_column(desk: Desk) -> None:
    """Open the filter of the current column."""
    desk.screen.open_filter()


def drop_filters(desk: Desk) -> None:
    """Show all of the view again."""
    desk.screen.asking.drop_all()


FILTER = Command(
    name="filter_column",
    text=N_("Fi&lter this column…"),
    deed=filter_column,
    icon="filter",
    keys="Ctrl+Shift+L",
    when=of_models,
    tip=N_("Choose which values of the current column the list shows"),
)
DROP_FILTERS = Command(
    name="drop_filters",
    text=N_("Remove &all filters"),
    deed=drop_filters,
    keys="Ctrl+Shift+X",
    when=of_models,
    tip=N_("Remove all filters and what is typed in the search box"),
)
