"""What must hold for commendations, advanced examples and recognitions before they are saved: values and facts in,
problems out, field by field. Nothing here raises or reads."""

from collections.abc import Iterable
from datetime import date

from .commendation import Commendation
from .dates import first_day, last_day, show_date
from .errors import Problem
from .exemplar import Exemplar
from .inside_rules import dated_problems
from .recognition import Recognition
from .recognition_rules import WARD
from .vietnamese import fold
from .words import N_

MOST_RECIPIENTS, MOST_HOUSEHOLDS = 10_000, 100_000
QUARTER_ENDS = (3, 31)
"""Until when a year's registration is meant to be in: quý I (TT 124, Điều 4)."""
NOT_COLLECTIVE = N_("A person of the register is no collective: choose “individual”, or take the person away.")
TOO_MANY = N_("This is more than {most}; check the figure.")


def commendation_problems(value: Commendation, today: date) -> tuple[Problem, ...]:
    """What keeps a commendation from being saved."""
    found = []
    if not value.form_id:
        found.append(Problem("form", N_("Choose the form of the commendation.")))
    if not value.name and value.person_id is None:
        found.append(Problem("name", N_("Say who received it: a person of the register, or a name.")))
    if value.recipient == "collective" and value.person_id is not None:
        found.append(Problem("recipient", NOT_COLLECTIVE))
    if value.number < 1:
        found.append(Problem("number", N_("At least one received it.")))
    elif value.number > 1 and value.person_id is not None:
        found.append(Problem("number", N_("One person is one: give the others rows of their own.")))
    elif value.number > MOST_RECIPIENTS:
        found.append(Problem("number", TOO_MANY, {"most": "10.000"}))
    if value.on and first_day(value.on) > today:
        found.append(Problem("on", N_("The decision lies in the future.")))
    return tuple(found)


def commendation_warnings(value: Commendation, others: Iterable[Commendation]) -> tuple[Problem, ...]:
    """What is worth a look; ``others`` are the commendations of the same form."""
    mine = _same_award(value)
    for other in others:
        if other.id != value.id and _same_award(other) == mine:
            return (Problem("name", N_("This commendation is entered already: {code}."), {"code": other.code}),)
    return ()


def exemplar_problems(value: Exemplar, today: date) -> tuple[Problem, ...]:
    """What keeps an advanced example from being saved."""
    found = []
    if not value.name and value.person_id is None:
        found.append(Problem("name", N_("Name the collective or the person.")))
    if value.recipient == "collective" and value.person_id is not None:
        found.append(Problem("recipient", NOT_COLLECTIVE))
    if value.valid_from and first_day(value.valid_from) > today:
        found.append(Problem("valid_from", N_("The recognition lies in the future.")))
    return (*found, *dated_problems(value))


def recognition_problems(value: Recognition, others: Iterable[Recognition], today: date) -> tuple[Problem, ...]:
    """What keeps a recognition from being saved; ``others`` are the rows of its year."""
    return (
        *_subject_problems(value, others, today),
        *_household_problems(value),
        *_outcome_problems(value),
        *_day_problems(value, today),
    )


def _subject_problems(value: Recognition, others: Iterable[Recognition], today: date) -> Iterable[Problem]:
    if not value.year:
        yield Problem("year", N_("Say of which year this is."))
    elif value.year > today.year + 1:
        yield Problem("year", N_("This year is too far ahead."))
    if value.subject == "residential" and value.area_id is None:
        yield Problem("area", N_("Choose the residential area."))
    if value.subject not in ("residential", WARD) and not value.name:
        yield Problem("name", N_("Name the agency, enterprise or school."))
    mine = called(value)
    for other in others:
        if other.id != value.id and other.year == value.year and called(other) == mine and any(mine[1:]):
            field = "area" if value.subject == "residential" else "name"
            text = N_("It is in the list of {year} already: {code}.")
            yield Problem(field, text, {"year": value.year, "code": other.code})
            return


def _household_problems(value: Recognition) -> Iterable[Problem]:
    for name in ("households", "households_registered"):
        if (getattr(value, name) or 0) > MOST_HOUSEHOLDS:
            yield Problem(name, TOO_MANY, {"most": "100.000"})
    if value.households is not None and (value.households_registered or 0) > value.households:
        text = N_("More households registered than there are ({count}).")
        yield Problem("households_registered", text, {"count": value.households})


def _outcome_problems(value: Recognition) -> Iterable[Problem]:
    if value.recognised == "no" and not value.reason:
        yield Problem("reason", N_("Say why it was not recognised."))
    if value.recognised == "yes" and not value.registered_on:
        yield Problem("registered_on", N_("Only who registered is recognised: give the day or the year."))


def _day_problems(value: Recognition, today: date) -> Iterable[Problem]:
    for name in ("registered_on", "paper_on"):
        day = getattr(value, name)
        if day and first_day(day) > today:
            yield Problem(name, N_("This day lies in the future."))
    if value.registered_on and value.paper_on and last_day(value.paper_on) < first_day(value.registered_on):
        text = N_("It would be decided before it registered ({day}).")
        yield Problem("paper_on", text, {"day": show_date(value.registered_on)})


def recognition_warnings(value: Recognition) -> tuple[Problem, ...]:
    """What is worth a look."""
    found = []
    if value.registered_on and first_day(value.registered_on) > date(value.year, *QUARTER_ENDS):
        text = N_("Registration is meant to be in by 31/03/{year}.")
        found.append(Problem("registered_on", text, {"year": value.year}))
    if value.recognised is None and (value.paper_number or value.paper_on):
        found.append(Problem("recognised", N_("There is a decision, but nothing says whether it was recognised.")))
    if value.recognised == "yes" and value.reason:
        found.append(Problem("reason", N_("It was recognised, and yet there is a reason why not.")))
    return tuple(found)


def called(value: Recognition) -> tuple[str, int, str]:
    """What a subject is told from others of its year by; the ward is one."""
    if value.subject == WARD:
        return WARD, 1, ""
    if value.subject == "residential":
        return value.subject, value.area_id or 0, ""
    return value.subject, 0, fold(value.name)


def _same_award(value: Commendation) -> tuple[object, ...]:
    who = value.person_id or fold(value.name)
    said = fold(f"{value.granted_by} {value.paper_number} {value.theme}")
    return value.form_id, value.level, value.recipient, who, value.on, said
