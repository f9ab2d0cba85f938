"""What a noun's page says in words: why its list is empty, how many rows are shown, which day."""

from datetime import date

from registry_app.domain.dates import show_date
from registry_app.domain.search import Search
from registry_app.domain.words import _

from .declared import Declared


def empty_hint(declared: Declared, search: Search) -> str:
    """Why ``search`` shows nothing, and what to do about it."""
    if search.words.strip():
        text = _("Nothing here holds “{words}”.\nPress Escape in the search box to see all of this view again.")
        return text.format(words=search.words.strip())
    if search.filters:
        return _("Nothing here passes the filters above.\nChoose “all” there to see all of this view again.")
    if search.view in ("all", declared.first):
        return _(declared.none_yet)
    return _("Nothing is in this view.")


def count_line(declared: Declared, shown: int, total: int) -> str:
    """How many rows are shown of how many the view holds."""
    noun = _(declared.of.many).lower()
    return _("Showing {shown}/{total} {rows}").format(shown=_grouped(shown), total=_grouped(total), rows=noun)


def day_line(day: date) -> str:
    """That another day than today is shown."""
    text = _("This is how it stood on {day}: to read only. Empty the day to come back to today.")
    return text.format(day=show_date(day.isoformat()))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
