"""Whether a ward stands where Thông tư 124/2021/TT-BCA, Điều 5 wants it to be: who registered "An toàn về ANTT", how
many were recognised, whether a model works well. Nothing here reads."""

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from .errors import Problem
from .words import N_, _

LEAST_PERCENT = 70
"""Of the residential areas, agencies, enterprises and schools (TT 124, Điều 5)."""
LEAST_MODELS = 1
"""Models that work well (TT 124, Điều 5.1)."""
WARD = "ward"
"""The subject that is judged by the others and is none of them."""


class Subject(Protocol):
    """A row of a year as far as it counts here."""

    @property
    def subject(self) -> str: ...
    @property
    def registered_on(self) -> str | None: ...
    @property
    def households(self) -> int | None: ...
    @property
    def households_registered(self) -> int | None: ...
    @property
    def recognised(self) -> str | None: ...


class Standing(Struct, frozen=True, kw_only=True):
    """The figures of a year. ``waiting`` are subjects of whom nothing is decided; ``models`` are those that work well,
    None where nobody asked; ``why`` says what is missing, empty when the ward ``meets`` the conditions."""

    subjects: int
    registered: int
    recognised: int
    refused: int
    waiting: int
    households: int
    households_registered: int
    models: int | None
    why: tuple[Problem, ...]

    @property
    def meets(self) -> bool:
        """Whether all conditions that the register knows are met."""
        return not self.why

    @property
    def registered_percent(self) -> str:
        """Of the subjects, as people read it."""
        return percent(self.registered, self.subjects)

    @property
    def recognised_percent(self) -> str:
        """Of the subjects, as people read it."""
        return percent(self.recognised, self.subjects)

    @property
    def households_percent(self) -> str:
        """Of the households of subjects that say both figures; "" where none does."""
        return percent(self.households_registered, self.households)


def standing(rows: Iterable[Subject], models: int | None) -> Standing:
    """Where the ward stands by the ``rows`` of one year; ``models`` is how many work well, None when nobody asked."""
    counted = [row for row in rows if row.subject != WARD]
    told = [row for row in counted if row.households and row.households_registered is not None]
    registered = sum(row.registered_on is not None for row in counted)
    recognised = sum(row.recognised == "yes" for row in counted)
    refused = sum(row.recognised == "no" for row in counted)
    return Standing(
        subjects=len(counted),
        registered=registered,
        recognised=recognised,
        refused=refused,
        waiting=len(counted) - recognised - refused,
        households=sum(row.households or 0 for row in told),
        households_registered=sum(row.households_registered or 0 for row in told),
        models=models,
        why=tuple(_missing(len(counted), registered, recognised, models)),
    )


def _missing(subjects: int, registered: int, recognised: int, models: int | None) -> Iterable[Problem]:
    if not subjects:
        yield Problem("year", N_("nobody is entered for this year"))
        return
    if registered < subjects:
        yield Problem("registered_on", N_("{count} have not registered"), {"count": subjects - registered})
    if recognised * 100 < LEAST_PERCENT * subjects:
        least = -(-LEAST_PERCENT * subjects // 100)
        text = N_("{percent} recognised, below {least}% ({count} of {subjects} are needed)")
        shown = {"percent": percent(recognised, subjects), "least": LEAST_PERCENT, "count": least, "subjects": subjects}
        yield Problem("recognised", text, shown)
    if models is not None and models < LEAST_MODELS:
        yield Problem("model", N_("no model is graded as effective"))


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` with one decimal at most, "91,7%"; "" of nothing. 100 % is said of all only."""
    if not whole:
        return ""
    tenths = (part * 2000 + whole) // (2 * whole)
    if part < whole:
        tenths = min(tenths, 999)
    number = f"{tenths // 10},{tenths % 10}".removesuffix(",0")
    return f"{number}%"


def sentence(year: int, found: Standing) -> str:
    """The figures of ``year`` and what they mean, as a paper says it."""
    text = _(
        "In {year}: {registered} of {subjects} subjects registered ({registered_percent}); {recognised} of {subjects} "
        "recognised ({recognised_percent}), the least being {least}%."
    ).format(
        year=year,
        registered=found.registered,
        subjects=found.subjects,
        registered_percent=found.registered_percent or "–",
        recognised=found.recognised,
        recognised_percent=found.recognised_percent or "–",
        least=LEAST_PERCENT,
    )
    return f"{text} {verdict(found)}"


def verdict(found: Standing) -> str:
    """Whether the conditions are met, and what is missing where they are not."""
    if found.meets:
        return _("The conditions of TT 124, article 5 on registration, recognition and effective models are met.")
    why = "; ".join(str(one) for one in found.why)
    return _("Conditions of TT 124, article 5 not met: {why}.").format(why=why)
