"""What stands below the list of some pages: what its rows come to, and what is done with all of them at once."""

from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain.search import Moment, Search


class PageFoot(QWidget):
    """Follows what the list shows."""

    def look(self, search: Search, at: Moment) -> None:
        """The list shows ``search`` on the day of ``at``."""
        raise NotImplementedError


def year_of(search: Search, on: date) -> int:
    """The year that ``search`` is about: the one chosen above the list, else that of the view, else that of ``on``."""
    for one in search.filters:
        if one.field == "year" and one.values and isinstance(one.values[0], int):
            return one.values[0]
    return on.year - (search.view == "last-year")
