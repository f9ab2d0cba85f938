"""Commendations and injuries among the force, as form BM1 counts them; and the form's columns."""

from datetime import date

import pytest

from registry_app.domain.force import Awarded, Body, ForceFigures, Injured, Served, figures
from registry_app.domain.force_form import DEPTH, cells, columns, headings, unknown
from registry_app.domain.ids import PersonId

SINCE, ON = date(2026, 10, 15), date(2026, 11, 14)


def served(person: int, over: str | None = None) -> Served:
    return Served(
        model=1,
        person=person,
        sex="male",
        born="1980",
        education=None,
        minority=None,
        begun="2024",
        over=over,
        reason="moved" if over else None,
    )


def award(
    number: int = 1, *, kind: str = "praise", person: int | None = 1, on: str = "2026-10-22", key: int = 1
) -> Awarded:
    recipient = "collective" if person is None else "person"
    return Awarded(id=key, kind=kind, recipient=recipient, person=person, number=number, on=on)


def body(*awards: Awarded, injured: tuple[Injured, ...] = (), people: tuple[Served, ...] = (served(1),)) -> Body:
    return Body(
        model=1, code="BVAN-1", name="Tổ", type="T", decided=1, teams=1, served=people, awards=awards, injured=injured
    )


def told(found: ForceFigures) -> tuple[int, int, int, int]:
    return found.merit_collectives, found.merit_people, found.praise_collectives, found.praise_people


def test_commendations_of_the_period_are_told_by_form_and_recipient() -> None:
    awards = (
        award(key=1),
        award(key=2, kind="merit"),
        award(key=3, person=None),
        award(2, key=4, kind="merit", person=None),
    )

    assert told(figures([body(*awards)], SINCE, ON)) == (2, 1, 1, 1)


@pytest.mark.parametrize(("on", "counted"), [
    ("2026-10-14", 0), ("2026-10-15", 1), ("2026-11-14", 1), ("2026-11-15", 0), ("2026-11", 1), ("2026", 0),
])  # fmt: skip
def test_only_commendations_of_the_period_count(on: str, counted: int) -> None:
    assert figures([body(award(on=on))], SINCE, ON).praise_people == counted


def test_somebody_who_left_before_the_period_does_not_count() -> None:
    gone, left = served(1, over="2025-01-01"), served(1, over="2026-11-01")

    assert figures([body(award(), people=(gone,))], SINCE, ON).praise_people == 0
    assert figures([body(award(), people=(left,))], SINCE, ON).praise_people == 1


def test_a_commendation_of_somebody_in_two_bodies_counts_once() -> None:
    assert figures([body(award()), body(award())], SINCE, ON).praise_people == 1


def test_who_was_wounded_in_the_period_counts_once() -> None:
    injured = tuple(Injured(id=number, person_id=PersonId(1), on=f"2026-11-0{number}") for number in (1, 2))
    before = (Injured(person_id=PersonId(1), on="2026-09-01"),)

    assert figures([body(injured=injured)], SINCE, ON).injured == 1
    assert figures([body(injured=before)], SINCE, ON).injured == 0


def test_the_form_has_26_columns_and_headings_that_fill_their_rows() -> None:
    covered = [
        (row, column)
        for cell in headings()
        for row in range(cell.top, cell.bottom + 1)
        for column in range(cell.first, cell.last + 1)
    ]

    assert len(list(columns())) == 26
    assert sorted(covered) == [(row, column) for row in range(DEPTH) for column in range(26)]


def test_the_columns_hold_the_figures_and_those_who_died_are_among_those_who_left() -> None:
    names = {name for column in columns() for name in column.names}
    found = cells(
        {**dict.fromkeys(names, 0), "members_decided": None, "resigned": 2, "died": 1, "members_actual": 1234}
    )

    assert len(found) == 24
    assert (found[0], found[2]) == ("", "1.234")
    assert found[15] == "3"


def test_what_nobody_knows_is_told_below_the_form() -> None:
    assert unknown(ForceFigures(education_unknown=3)) == {"education_unknown": 3}
