"""Form BM1 of V05 as it is printed: its columns under merged headings, and what stands in them (domain.md 3.6)."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from .force import ForceFigures
from .words import N_

NAME = N_("FORM 01")
TITLE = N_("STATISTICS OF THE FORCE THAT TAKES PART IN PROTECTING SECURITY AND ORDER AT THE GRASSROOTS")
ATTACHED = N_("(Attached to official letter 435/V05-P3 of 12/3/2026 of V05)")
TOTAL = N_("TOTAL")


class Head(Struct, frozen=True):
    """A heading: a marked text over its ``parts``, or over the column of the figures ``names``, which are added up."""

    text: str
    parts: tuple["Head", ...] = ()
    names: tuple[str, ...] = ()


class Cell(Struct, frozen=True, kw_only=True):
    """Where a heading stands: from column ``first`` to ``last`` and from heading row ``top`` to ``bottom``."""

    text: str
    first: int
    last: int
    top: int
    bottom: int


def _one(text: str, *names: str) -> Head:
    return Head(text, names=names)


COLLECTIVE, PERSON = N_("Collectives"), N_("Individuals")
FORM = (
    Head(N_("No.")),
    Head(N_("Name of the commune, ward")),
    Head(
        N_("Statistics of the force"),
        (
            _one(N_("Members by decision of the People's Committee"), "members_decided"),
            _one(N_("Members by the report of the period before"), "members_before"),
            _one(N_("Members there are now"), "members_actual"),
            Head(N_("Sex"), (_one(N_("Male"), "men"), _one(N_("Female"), "women"))),
            Head(N_("Age"), (_one(N_("Up to 70"), "to_70"), _one(N_("Over 70"), "over_70"))),
            Head(
                N_("Education"),
                (
                    _one(N_("Primary"), "primary"),
                    _one(N_("Lower and upper secondary"), "secondary"),
                    _one(N_("Vocational, college"), "college"),
                    _one(N_("From university"), "university"),
                ),
            ),
            _one(N_("Members of an ethnic minority"), "minority"),
        ),
    ),
    Head(
        N_("Statistics of the teams"),
        (_one(N_("Teams by decision"), "teams_decided"), _one(N_("Teams there are now"), "teams_actual")),
    ),
    _one(N_("Newly recruited"), "joined"),
    _one(N_("Resigned, died outside duty"), "resigned", "died"),
    _one(N_("Wounded"), "injured"),
    _one(N_("Fallen"), "fallen"),
    Head(N_("Training"), (_one(N_("Number of members"), "course_people"), _one(N_("Classes"), "course_classes"))),
    Head(
        N_("Commendation"),
        (
            Head(
                N_("Certificate of merit"),
                (_one(COLLECTIVE, "merit_collectives"), _one(PERSON, "merit_people")),
            ),
            Head(
                N_("Certificate of praise"),
                (_one(COLLECTIVE, "praise_collectives"), _one(PERSON, "praise_people")),
            ),
        ),
    ),
)
UNKNOWN = {
    "sex_unknown": N_("sex of {count} members"),
    "age_unknown": N_("age of {count} members"),
    "education_unknown": N_("education of {count} members"),
    "minority_unknown": N_("ethnic minority of {count} members"),
}
"""What the register may not know, as it is told below the table."""
DEPTH = 3
"""Heading rows."""


def columns(heads: Sequence[Head] = FORM) -> Iterator[Head]:
    """The columns from left to right."""
    for head in heads:
        if head.parts:
            yield from columns(head.parts)
        else:
            yield head


def headings(heads: Sequence[Head] = FORM, first: int = 0, top: int = 0) -> Iterator[Cell]:
    """Every heading in its place; one without parts reaches down to the last heading row."""
    for head in heads:
        width = len(list(columns(head.parts))) if head.parts else 1
        bottom = top if head.parts else DEPTH - 1
        yield Cell(text=head.text, first=first, last=first + width - 1, top=top, bottom=bottom)
        yield from headings(head.parts, first, top + 1)
        first += width


def cells(figures: Mapping[str, int | None]) -> list[str]:
    """What stands in the columns behind number and name; "" where nobody knows."""
    found = []
    for column in list(columns())[2:]:
        known = [figures[name] for name in column.names if figures[name] is not None]
        found.append(f"{sum(one or 0 for one in known):,}".replace(",", ".") if known else "")
    return found


def unknown(figures: ForceFigures) -> dict[str, int]:
    """Of how many members the register does not say what the form asks, by the keys of UNKNOWN."""
    counts = {name: int(getattr(figures, name)) for name in UNKNOWN}
    return {name: count for name, count in counts.items() if count}
