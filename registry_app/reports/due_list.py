"""The list of models whose review is overdue or due soon, the longest overdue first, with room for the result."""

from registry_app.domain.dates import last_day
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.domain.words import N_

from .declared import REASON, Declared
from .shown import Shown, nothing
from .spec import Align


def late(row: ModelRow, at: Moment) -> str:
    """Days overdue; blank while there is time."""
    days = days_late(row, at)
    return f"{days:,}".replace(",", ".") if days and days > 0 else ""


def days_late(row: ModelRow, at: Moment) -> int | None:
    """How many days the next review is overdue on the day of ``at``; negative while there is time; None without one."""
    return (at.on - last_day(row.next_review)).days if row.next_review else None


DUE_LIST = Declared(
    name="due",
    label=N_("List of reviews due"),
    title=N_("LIST"),
    abstract=N_("Models due for review in {ward}"),
    view="due",
    order=("next_review",),
    group="due",
    titled=True,
    more=(REASON,),
    columns=(
        Shown(name="code", min_mm=22),
        Shown(name="name"),
        Shown(name="lead"),
        Shown(name="areas"),
        Shown(name="last_review"),
        Shown(name="next_review"),
        Shown(name="late", heading=N_("Days overdue"), cell=late, align=Align.CENTER, min_mm=16),
        Shown(name="result", heading=N_("Result of the review"), cell=nothing, min_mm=34),
    ),
)
