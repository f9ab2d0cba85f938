"""Why a model looks outdated: each reason with its evidence, by the ward's weights and limits."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain import words
from registry_app.domain.ids import ModelId
from registry_app.domain.outdated import RULES, Facts, Judge, weight

ON = date(2026, 11, 22)


def keys(changes: tuple[tuple[str, int, int], ...] = (), **facts: Any) -> list[str]:
    """The keys of the reasons, the gravest first."""
    return [one.key for one in Judge(ON, changes).reasons(Facts(ModelId(1), **facts))]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"due_day": "2026-10-22"}, ["overdue"]),
        ({"due_day": "2026-10-23"}, []),
        ({"began_on": "2025-11-21", "scheduled": True}, ["never_reviewed"]),
        ({"began_on": "2025-11-22", "scheduled": True}, []),
        ({"began_on": "2020-01-01"}, []),
        ({"began_on": "2020-01-01", "scheduled": True, "last_review": "2020-02-02"}, []),
        ({"weak_run": 2, "weak_since": "2025-01-01"}, ["weak"]),
        ({"weak_run": 1, "weak_since": "2025-01-01"}, []),
        ({"last_activity": "2024-11-21"}, ["inactive"]),
        ({"last_activity": "2024-11-22"}, []),
        ({"period_day": "2026-11-21"}, ["period_over"]),
        ({"period_day": "2026-11-22"}, []),
        ({"vacant": True}, ["vacant"]),
        ({"vacant": True, "served": 4, "serving": 2}, ["vacant"]),
        ({"vacant": True, "served": 4, "serving": 0, "served_until": "2025-05-01"}, ["members_ended"]),
        ({"sites": 2, "gone": ("Tổ 1", "Tổ 2")}, ["area_gone"]),
        ({"sites": 2, "gone": ("Tổ 1",)}, []),
        ({"twins": ("CAM-2020-001",)}, ["same_name"]),
        ({"served": 10, "serving": 10, "shared": ("CAM-2020-001", 8)}, ["same_members"]),
        ({"served": 10, "serving": 10, "shared": ("CAM-2020-001", 7)}, []),
        ({"served": 2, "serving": 2, "shared": ("CAM-2020-001", 2)}, []),
    ],
)
def test_each_reason_begins_where_its_limit_says(facts: dict[str, Any], found: list[str]) -> None:
    assert keys(**facts) == found


def test_the_gravest_reason_comes_first_and_weights_are_added() -> None:
    facts = Facts(ModelId(1), due_day="2026-01-01", period_day="2025-12-31", twins=("A-1",))

    found = Judge(ON).reasons(facts)

    assert [one.key for one in found] == ["period_over", "overdue", "same_name"]
    assert weight(found) == 4 + 2 + 1


def test_the_ward_changes_weights_and_limits_and_turns_reasons_off() -> None:
    late: dict[str, Any] = {"due_day": "2026-10-01", "twins": ("A-1",)}

    assert keys((("same_name", 9, 0), ("overdue", 2, 40)), **late) == ["same_name", "overdue"]
    assert keys((("same_name", 0, 0), ("overdue", 2, 60)), **late) == []


@pytest.fixture
def english() -> Iterator[None]:
    """Sentences in English."""
    words.use("en")
    yield
    words.use(words.DEFAULT)


@pytest.mark.usefixtures("english")
def test_the_evidence_is_a_sentence_with_days_as_people_write_them() -> None:
    facts = Facts(ModelId(1), due_day="2026-10-01", weak_run=3, weak_since="2024-05-06", twins=tuple("ABCDE"))

    assert [str(one) for one in Judge(ON).reasons(facts)] == [
        "weak at 3 reviews running, since 06/05/2024",
        "review overdue by 52 days",
        "the same name as A, B, C…",
    ]


def test_an_unknown_rule_of_a_newer_program_is_left_alone() -> None:
    assert keys((("of_tomorrow", 5, 5),), due_day="2026-01-01") == ["overdue"]


@given(
    st.builds(
        Facts,
        st.just(ModelId(1)),
        began_on=st.none() | st.dates().map(str),
        due_day=st.none() | st.dates().map(str),
        weak_run=st.integers(0, 9),
        weak_since=st.just("2020-01-01"),
        served=st.integers(0, 9),
        serving=st.integers(0, 9),
        vacant=st.booleans(),
        shared=st.tuples(st.just("A-1"), st.integers(0, 9)),
        last_review=st.none() | st.dates().map(str),
        period_day=st.none() | st.dates().map(str),
        last_activity=st.none() | st.dates().map(str),
        served_until=st.none() | st.dates().map(str),
        gone=st.just(()),
        twins=st.just(("B-1",)),
    )
)
def test_any_facts_give_reasons_whose_evidence_can_be_read(facts: Facts) -> None:
    found = Judge(ON).reasons(facts)

    assert {one.key for one in found} <= {rule.key for rule in RULES}
    assert all("{" not in str(one) for one in found)
