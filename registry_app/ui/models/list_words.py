"""What the list says to those who have it read aloud: headings with what their signs mean."""

from registry_app.domain.search import Search
from registry_app.domain.words import _

from .columns import Column, headed
from .grouping import Heading


def column_aloud(column: Column, search: Search) -> str:
    """The heading of ``column`` with what its signs mean."""
    parts = [str(column)]
    for place, one in enumerate(headed(search.order), start=1):
        if one.field == column.field:
            way = _("sorted descending, {place}") if one.descending else _("sorted ascending, {place}")
            parts.append(way.format(place=place))
    if any(one.field == column.field for one in search.filters):
        parts.append(_("filtered"))
    return ", ".join(parts)


def group_aloud(heading: Heading, *, is_open: bool) -> str:
    """The heading over a group with its state."""
    state = _("Group, open: {group}") if is_open else _("Group, folded: {group}")
    return state.format(group=str(heading))
