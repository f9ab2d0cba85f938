"""Which page of a noun has something below its list."""

from registry_app.ui.page_foot import PageFoot
from registry_app.ui.session import Session


def foot_of(noun: str, session: Session) -> PageFoot | None:
    """The foot of the page of ``noun``; None where there is none."""
    if noun == "recognition":
        from registry_app.ui.honours.standing_foot import StandingFoot

        return StandingFoot(session)
    if noun == "result":
        from registry_app.ui.results.results_foot import ResultsFoot

        return ResultsFoot(session)
    return None
