"""What is to be done today: counts of the views, and the most urgent models first, each with why."""

from datetime import date

from registry_app.domain.search import Moment
from registry_app.operations.today import MOST_URGENT, today
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 15))


def test_the_most_urgent_come_first_and_say_why(sample_ward: Registry) -> None:
    found = today(sample_ward, AT)

    days = [one.row.next_review or "" for one in found.urgent]
    assert len(days) == MOST_URGENT
    assert days == sorted(days)
    assert {one.row.due for one in found.urgent} == {"overdue"}
    assert all(one.reason for one in found.urgent)


def test_the_counts_are_those_of_the_views(sample_ward: Registry) -> None:
    assert today(sample_ward, AT).counts == sample_ward.models.view_counts(AT)


def test_nothing_is_urgent_in_an_empty_register(registry: Registry) -> None:
    assert today(registry, AT).urgent == ()
