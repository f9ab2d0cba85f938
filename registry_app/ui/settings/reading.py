"""Reading what stands in the fields of a page."""

from collections.abc import Mapping
from datetime import date

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.kinds import BadValue, Kind
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.field_grid import FieldGrid


def read(fields: FieldGrid, kinds: Mapping[str, Kind]) -> dict[str, str]:
    """The canonical text of the named ``fields``. Raises Refused with every one that is wrong."""
    found: dict[str, str] = {}
    problems = []
    for name, kind in kinds.items():
        try:
            found[name] = kind.parse(one_text(fields[name].typed()), date.today())
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    if problems:
        raise Refused(problems)
    return found
