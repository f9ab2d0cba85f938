"""Which entries the program cannot do without."""

from registry_app.domain.entries import Area, Entry, Lists, Status
from registry_app.domain.words import _


def why_kept(entry: Entry, lists: Lists) -> str:
    """Why ``entry`` can neither be taken out of use nor deleted; "" when it can."""
    if isinstance(entry, Area) and entry.whole_ward:
        return _("This is the ward itself; it stays in use.")
    active = [one for one in lists.statuses.values() if one.kind == "active" and not one.retired]
    if isinstance(entry, Status) and active == [entry]:
        return _("This is the only label of kind “active”; it stays in use.")
    return ""
