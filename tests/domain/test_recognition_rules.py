"""Where the ward stands by TT 124, Điều 5: all register, 70% are recognised, one model works well."""

import pytest

from registry_app.domain.recognition import Recognition
from registry_app.domain.recognition_rules import Standing, percent, sentence, standing


def rows(recognised: int, refused: int = 0, waiting: int = 0, unregistered: int = 0) -> list[Recognition]:
    """So many subjects of a year."""
    registered = [
        *[Recognition(registered_on="2026", recognised="yes")] * recognised,
        *[Recognition(registered_on="2026", recognised="no", reason="?")] * refused,
        *[Recognition(registered_on="2026")] * waiting,
    ]
    return [*registered, *[Recognition(recognised="no", reason="?")] * unregistered]


def fields(found: Standing) -> list[str]:
    return [problem.field for problem in found.why]


def test_everybody_is_counted_once() -> None:
    found = standing(rows(20, refused=3, waiting=1, unregistered=2), 5)

    assert (found.subjects, found.registered, found.recognised, found.refused, found.waiting) == (26, 24, 20, 5, 1)
    assert (found.registered_percent, found.recognised_percent) == ("92,3%", "76,9%")


def test_the_ward_itself_is_none_of_its_subjects() -> None:
    ward = Recognition(subject="ward", registered_on="2026", recognised="yes")

    assert standing([*rows(1), ward], 1).subjects == 1


@pytest.mark.parametrize(("recognised", "refused", "models", "missing"), [
    (7, 3, 1, []),
    (70, 30, 1, []),
    (69, 31, 1, ["recognised"]),
    (699, 301, 1, ["recognised"]),
    (10, 0, 0, ["model"]),
    (10, 0, None, []),
    (0, 0, 0, ["year"]),
])  # fmt: skip
def test_the_line_is_70_percent_exactly_and_one_effective_model(
    recognised: int, refused: int, models: int | None, missing: list[str]
) -> None:
    found = standing(rows(recognised, refused), models)

    assert fields(found) == missing
    assert found.meets == (not missing)


def test_one_who_did_not_register_is_enough_to_miss_the_condition() -> None:
    found = standing(rows(23, unregistered=1), 3)

    assert fields(found) == ["registered_on"]
    assert found.why[0].values == {"count": 1}


def test_how_many_are_needed_is_said() -> None:
    assert standing(rows(22, waiting=14), 9).why[0].values["count"] == 26


def test_only_subjects_that_say_both_figures_count_for_households() -> None:
    told = Recognition(registered_on="2026", households=200, households_registered=190)
    half = Recognition(registered_on="2026", households=300)

    found = standing([told, half], 1)

    assert (found.households, found.households_registered, found.households_percent) == (200, 190, "95%")


@pytest.mark.parametrize(("part", "whole", "shown"), [
    (0, 0, ""), (0, 24, "0%"), (22, 24, "91,7%"), (24, 24, "100%"), (7, 10, "70%"), (2999, 3000, "99,9%"),
    (1, 3, "33,3%"), (2, 3, "66,7%"),
])  # fmt: skip
def test_a_percentage_reads_as_the_office_writes_it_and_100_is_all(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


def test_the_sentence_names_year_figures_and_the_line() -> None:
    text = sentence(2026, standing(rows(22, waiting=14), 9))

    assert text.startswith("Năm 2026: 36/36 đối tượng đăng ký (100%); 22/36 được công nhận (61,1%)")
    assert "Chưa đạt điều kiện" in text
    assert "cần 26/36" in text
