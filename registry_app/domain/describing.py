"""What a Search shows, said as one line for people: the criteria line of a paper, the words above a list."""

from collections.abc import Mapping
from typing import Any

from .dates import show_date
from .entries import Lists
from .fields import BY_NAME
from .options import label
from .search import VIEWS, Filter, Moment, Search
from .words import N_, _

REFERENCES = {"status": "statuses", "grade": "grades"}
BLANK = N_("(blank)")


def described(search: Search, lists: Lists, at: Moment, *, selected: bool = False) -> str:
    """The view, the filters, the words searched for and the day, in the language in use; ``selected`` rows were
    picked out by hand, and nothing else says which."""
    parts = [_("Selected models") if selected else view_name(search.view, at)]
    parts += [_filter(one, lists) for one in search.filters]
    if search.words.strip():
        parts.append(_("words “{words}”").format(words=" ".join(search.words.split())))
    day = _("as of {day}").format(day=show_date(at.on.isoformat()))
    return f"{'; '.join(parts)}; {day}"


def view_name(view: str, at: Moment) -> str:
    """What people call ``view``."""
    return label(VIEWS, view).format(days=at.within)


def _filter(one: Filter, lists: Lists) -> str:
    field = BY_NAME.get(one.field)
    plural = REFERENCES.get(one.field) or (field.reference if field else "")
    entries: Mapping[Any, Any] = getattr(lists, plural) if plural else {}
    shown = []
    for value in one.values:
        if value is None:
            shown.append(_(BLANK))
        elif value in entries:
            shown.append(entries[value].name)
        else:
            shown.append(label(field.options, str(value)) if field and field.options else str(value))
    return f"{field.short if field else one.field}: {', '.join(shown)}"
