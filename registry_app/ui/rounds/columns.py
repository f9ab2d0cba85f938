"""The rows of a round as a list shows them: fields, the usual columns, the marks of their states. No widgets."""

from collections.abc import Mapping

from registry_app.domain import kinds
from registry_app.domain.fields import Field
from registry_app.domain.nouns import Noun
from registry_app.domain.options import EFFECTIVE
from registry_app.domain.review_round import RoundRow
from registry_app.domain.round_shown import ROW_STATES, RowShown
from registry_app.domain.words import N_
from registry_app.ui.widgets.marks import Mark

FIELDS = (
    Field(name="position", label=N_("Row number"), heading=N_("No."), kind=kinds.WHOLE, width=6),
    Field(name="state", label=N_("State of the row"), heading=N_("State"), options=ROW_STATES, width=17),
    Field(name="code", label=N_("Code"), width=14),
    Field(name="model", label=N_("Name of the model"), heading=N_("Model"), width=34),
    Field(name="type", label=N_("Type of model"), heading=N_("Type"), width=22),
    Field(name="area", label=N_("Area"), width=17),
    Field(name="site", label=N_("Site"), width=22),
    Field(name="leader", label=N_("Leader"), width=20),
    Field(name="reviewer", label=N_("Reviewer"), width=18),
    Field(name="last_grade", label=N_("Last grade"), width=14),
    Field(name="last_review", label=N_("Last review"), kind=kinds.DATE, width=11),
    Field(name="next_review", label=N_("Next review"), kind=kinds.PARTIAL, width=11),
    Field(name="grade", label=N_("Grade of this round"), heading=N_("Grade"), width=17),
    Field(name="effective", label=N_("Effective"), options=EFFECTIVE, width=15),
    Field(name="on", label=N_("Date of review"), kind=kinds.DATE, width=11),
    Field(name="findings", label=N_("Findings"), kind=kinds.LONG, width=34),
    Field(name="decision", label=N_("Decision"), width=18),
    Field(name="left_out", label=N_("Left out because"), width=24),
)
USUAL = (
    "position",
    "state",
    "code",
    "model",
    "area",
    "reviewer",
    "last_grade",
    "grade",
    "effective",
    "findings",
)
ROWS = Noun(
    name="round_row",
    one=N_("Model in a round"),
    many=N_("Models of the round"),
    value=RoundRow,
    row=RowShown,
    fields=FIELDS,
)
"""Its number is the row's position in the round."""
STATES: Mapping[str, Mark] = {
    "waiting": Mark("view-never-reviewed", "warn"),
    "entered": Mark("view-later", "good"),
    "left_out": Mark("due-none", "quiet"),
}
