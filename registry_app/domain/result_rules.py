"""What must hold of a figure of results before it is saved: values in, problems out, field by field."""

from datetime import date
from decimal import Decimal

from .dates import show_date
from .entries import Indicator
from .errors import Problem
from .plain import plain
from .result_text import Figure
from .results import Result
from .words import N_

PERCENT = "%"
HUNDRED = 100
NO_FIGURE = N_("Write the figure. If the source cannot be read: choose “Needs checking” and write what stands there.")
OTHER_UNIT = N_("“{typed}” is another unit: this indicator is counted in “{unit}”.")
NO_PERCENT = N_("A percentage is no number of “{unit}”. Write x/y, or choose an indicator that is counted in %.")


def problems(result: Result, indicator: Indicator | None, today: date) -> tuple[Problem, ...]:
    """What keeps ``result`` from being saved; ``indicator`` is the one it names."""
    found = []
    if indicator is None:
        found.append(Problem("indicator", N_("Choose the indicator.")))
    if not result.period_from:
        found.append(Problem("period", N_("Say of which period, for example first 6 months of 2020.")))
    elif result.period_from > today.isoformat():
        found.append(Problem("period", N_("The period has not begun yet.")))
    elif result.period_to < result.period_from:
        found.append(Problem("period", N_("The period ends before it begins.")))
    found += _figure_problems(result, indicator)
    return tuple(found)


def warnings(result: Result, today: date) -> tuple[Problem, ...]:
    """What is worth a look about ``result`` alone."""
    if result.period_to > today.isoformat():
        text = N_("The period is not over yet: it ends on {day}.")
        return (Problem("period", text, {"day": show_date(result.period_to)}),)
    return ()


def unit_problem(figure: Figure, typed: str, indicator: Indicator) -> Problem | None:
    """A unit behind the number that is not the indicator's: vụ, đối tượng, lượt and người are not the same."""
    if figure.percent and indicator.unit != PERCENT:
        return Problem("figure", NO_PERCENT, {"unit": indicator.unit})
    if figure.unit and not plain(indicator.unit).startswith(plain(figure.unit)):
        return Problem("figure", OTHER_UNIT, {"typed": typed, "unit": indicator.unit})
    return None


def _figure_problems(result: Result, indicator: Indicator | None) -> list[Problem]:
    if result.amount is None:
        return _blank_problems(result)
    if indicator is None:
        return []
    if indicator.kind == "ratio":
        return _ratio_problems(result)
    if result.total is not None:
        return [Problem("figure", N_("“{name}” is one number, not x/y."), {"name": indicator.name})]
    if indicator.unit == PERCENT and Decimal(result.amount) > HUNDRED:
        return [Problem("figure", N_("A share is at most 100%."))]
    return []


def _blank_problems(result: Result) -> list[Problem]:
    if result.exactness != "check":
        return [Problem("figure", NO_FIGURE)]
    if not result.as_written:
        return [Problem("as_written", N_("Write it as it stands in the source, so that it can be checked."))]
    return []


def _ratio_problems(result: Result) -> list[Problem]:
    if result.total is None:
        return [Problem("figure", N_("Write both numbers: so many of so many, for example 23/27."))]
    if Decimal(result.total) == 0:
        return [Problem("figure", N_("“of 0” says nothing: write of how many there are."))]
    if Decimal(result.amount or "0") > Decimal(result.total):
        return [Problem("figure", N_("The first number is larger than the second: write so many of so many."))]
    return []
