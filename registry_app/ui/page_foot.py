"""What may stand below the list of a page: what its rows come to, and what is done with all of them at once."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.search import Moment, Search


class PageFoot(QWidget):
    """Follows what the list shows."""

    def look(self, search: Search, at: Moment) -> None:
        """The list shows ``search`` on the day of ``at``."""
        raise NotImplementedError
