"""The first status of a new model: shown only until the model is in the register."""

from datetime import date

from registry_app.domain import kinds
from registry_app.domain.entries import Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import StatusId
from registry_app.domain.kinds import BadValue
from registry_app.domain.ward import Ward
from registry_app.domain.words import _
from registry_app.ui.reviews.status_dialog import status_offers
from registry_app.ui.widgets.choice import Choice
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.picker import Picker

NAMES = ("status", "status_on", "status_reason")
OPERATION_NAMES = {"on": "status_on", "reason": "status_reason"}
"""What the problems of an operation call these fields."""


def add_rows(grid: FieldGrid, lists: Lists, ward: Ward) -> None:
    """Add the three fields to ``grid``."""
    grid.add("status", _("Status"), Choice(status_offers(lists, grid)))
    grid.add("status_on", _("Status since"), DateField(kinds.DATE))
    grid.add("status_reason", _("Reason"), Picker(ward.reasons, hint=_("Choose or write")))


def fill(grid: FieldGrid, lists: Lists, ward: Ward) -> None:
    """Offer the labels and reasons in use and choose the usual label."""
    grid["status_reason"].offer(ward.reasons)
    grid["status"].offer(status_offers(lists, grid))
    grid.fill({"status": str(lists.default_status().id), "status_on": "", "status_reason": ""})


def read(grid: FieldGrid, lists: Lists) -> dict[str, str]:
    """``status``, ``status_on`` (ISO or "") and ``status_reason`` as a new model takes them. Raises Refused."""
    status = lists.statuses[StatusId(int(grid["status"].typed()))]
    found, problems = {"status": status.name}, []
    for name, kind in (("status_on", kinds.DATE), ("status_reason", kinds.TEXT)):
        try:
            found[name] = kind.parse(one_text(grid[name].typed()), date.today())
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    if problems:
        raise Refused(problems)
    return found
