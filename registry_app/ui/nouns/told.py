"""What one field of a result tells of others once it is left: a figure how exact it is, a period its usual name."""

from collections.abc import Mapping
from datetime import date

from registry_app.domain.kinds import BadValue
from registry_app.domain.period_text import PERIOD
from registry_app.domain.result_text import read_figure
from registry_app.ui.widgets.editor import Typed, one_text


def told(noun: str, name: str, typed: Mapping[str, Typed]) -> dict[str, Typed]:
    """The fields that follow from what stands in the field ``name`` of a row of ``noun``."""
    text = one_text(typed.get(name, "")).strip()
    if noun != "result" or not text:
        return {}
    try:
        if name == "figure" and typed["exactness"] != "check":
            return {"exactness": read_figure(text).exactness}
        if name == "period":
            return {"period": PERIOD.show(PERIOD.parse(text, date.today()))}
    except BadValue:
        return {}
    return {}
