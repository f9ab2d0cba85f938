"""What stands below the list of some nouns: what its rows come to, and what is done with all of them at once."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.search import Moment, Search
from registry_app.ui.session import Session


class PageFoot(QWidget):
    """Follows what the list shows."""

    def look(self, search: Search, at: Moment) -> None:
        """The list shows ``search`` on the day of ``at``."""
        raise NotImplementedError


def foot_of(noun: str, session: Session) -> PageFoot | None:
    """The foot of the page of ``noun``; None where there is none."""
    if noun == "recognition":
        from registry_app.ui.honours.standing_foot import StandingFoot

        return StandingFoot(session)
    if noun == "result":
        from registry_app.ui.results.results_foot import ResultsFoot

        return ResultsFoot(session)
    return None
