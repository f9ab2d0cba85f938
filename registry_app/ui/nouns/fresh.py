"""What a new row begins with on the page where it is made."""

from datetime import date
from typing import Any

from registry_app.domain.nouns import NOUNS
from registry_app.domain.recognition import Recognition
from registry_app.domain.results import Result
from registry_app.domain.search import Search
from registry_app.ui.page_foot import year_of


def fresh(noun: str, search: Search, on: date) -> Any:
    """A new row of ``noun`` beside what ``search`` shows: a recognition is of the year that is looked at, a result of
    the period and the source."""
    if noun == "recognition":
        return Recognition(year=year_of(search, on))
    return _result(search) if noun == "result" else NOUNS[noun].value()


def _result(search: Search) -> Result:
    chosen = {one.field: str(one.values[0]) for one in search.filters if one.values and one.values[0]}
    begun, _slash, over = chosen.get("period", "").partition("/")
    return Result(period_from=begun, period_to=over, source=chosen.get("source", ""))
