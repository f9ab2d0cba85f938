"""Known problems on the command line: what went wrong, by the name of the field that it is about."""

from registry_app.domain.errors import Conflict, Problem, Refused, RegistryError
from registry_app.domain.fields import BY_NAME
from registry_app.domain.nouns import NOUNS
from registry_app.domain.words import N_, _

from .console import complain

LABELS = {
    "on": N_("Date"),
    "status_on": N_("Status since"),
    "reason": N_("Reason"),
    "ward": N_("Name of the ward"),
    "unit": N_("Unit counted"),
    "entry": N_("Name"),
    "into": N_("New areas"),
    "number": N_("Number"),
    "division": N_("Division of the rows"),
    "assign": N_("Division of the rows"),
    "target": N_("Merged into"),
    "until": N_("Excused until"),
    "points": N_("Points"),
    "score_sheet": N_("Score sheet"),
}
"""Labels of what is no field of a model."""
NO_LABEL = "model"
"""The field of problems that name the model themselves."""
POINTS = "points."
"""What the field of a problem with the points of one criterion begins with."""


def complain_about(known: RegistryError) -> None:
    """A known problem: one sentence, or one a field."""
    if isinstance(known, Refused):
        for text in dict.fromkeys(_at_field(problem) for problem in known.problems):
            complain(text)
    else:
        complain(str(known))
    if isinstance(known, Conflict):
        for row in known.rows:
            complain(f"  {row}")


def _at_field(problem: Problem) -> str:
    number, dot, name = problem.field.partition(".")
    if not (dot and number.isdigit()):
        number, name = "", problem.field
    lead = _label(name) or name.removeprefix("extra.").removeprefix(NO_LABEL)
    if number:
        lead = _("row {number} of the list, {field}").format(number=number, field=lead)
    return f"{lead}: {problem}" if lead else str(problem)


def _label(name: str) -> str:
    """What the field is called in the language in use: of a model, of what is no field, of any other noun."""
    name = "points" if name.startswith(POINTS) else name
    if name in BY_NAME:
        return _(BY_NAME[name].label)
    if name in LABELS:
        return _(LABELS[name])
    return next((_(noun.by_name[name].label) for noun in NOUNS.values() if name in noun.by_name), "")
