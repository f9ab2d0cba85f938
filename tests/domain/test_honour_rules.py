"""What keeps honours from being saved, and what is only worth a look."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from registry_app.domain.commendation import Commendation
from registry_app.domain.errors import Problem
from registry_app.domain.exemplar import Exemplar
from registry_app.domain.honour_rules import (
    commendation_problems,
    commendation_warnings,
    exemplar_problems,
    recognition_problems,
    recognition_warnings,
)
from registry_app.domain.ids import AreaId, CommendationId, FormId, PersonId, RecognitionId
from registry_app.domain.recognition import Recognition

TODAY = date(2026, 11, 22)
GOOD = Commendation(form_id=FormId(1), name="Nguyễn Văn An", on="2026-08-19")
AREA = Recognition(year=2026, area_id=AreaId(5), registered_on="2026-03-02")


def fields(problems: Iterable[Problem]) -> list[str]:
    return [problem.field for problem in problems]


@pytest.mark.parametrize(("facts", "found"), [
    ({}, []),
    ({"form_id": FormId(0)}, ["form"]),
    ({"name": ""}, ["name"]),
    ({"name": "", "person_id": PersonId(3)}, []),
    ({"number": 0}, ["number"]),
    ({"number": 14}, []),
    ({"number": 14, "recipient": "collective"}, []),
    ({"number": 2, "person_id": PersonId(3)}, ["number"]),
    ({"number": 10_001}, ["number"]),
    ({"recipient": "collective", "person_id": PersonId(3)}, ["recipient"]),
    ({"on": "2026-12"}, ["on"]),
    ({"on": "2026"}, []),
    ({"on": None}, []),
])  # fmt: skip
def test_a_commendation_says_what_by_whom_and_how_many(facts: dict[str, Any], found: list[str]) -> None:
    assert fields(commendation_problems(replace(GOOD, **facts), TODAY)) == found


def test_the_same_commendation_twice_is_worth_a_look() -> None:
    other = replace(GOOD, id=CommendationId(7), code="KT-00007")

    assert fields(commendation_warnings(GOOD, [other])) == ["name"]
    assert commendation_warnings(other, [other]) == ()
    assert commendation_warnings(GOOD, [replace(other, on="2025-08-19")]) == ()


@pytest.mark.parametrize(("facts", "found"), [
    ({"name": "Tổ dân phố 5"}, []),
    ({}, ["name"]),
    ({"person_id": PersonId(1)}, ["recipient"]),
    ({"person_id": PersonId(1), "recipient": "person"}, []),
    ({"name": "A", "valid_from": "2027"}, ["valid_from"]),
    ({"name": "A", "valid_from": "2024", "valid_to": "2023"}, ["valid_to"]),
])  # fmt: skip
def test_an_advanced_example_has_a_name_and_days_that_can_be(facts: dict[str, Any], found: list[str]) -> None:
    assert fields(exemplar_problems(Exemplar(**facts), TODAY)) == found


@pytest.mark.parametrize(("facts", "found"), [
    ({}, []),
    ({"year": 0}, ["year"]),
    ({"year": 2027, "registered_on": None}, []),
    ({"year": 2028}, ["year"]),
    ({"area_id": None}, ["area"]),
    ({"area_id": None, "subject": "school"}, ["name"]),
    ({"area_id": None, "subject": "school", "name": "THCS"}, []),
    ({"area_id": None, "subject": "ward"}, []),
    ({"households": 200, "households_registered": 200}, []),
    ({"households": 200, "households_registered": 201}, ["households_registered"]),
    ({"households_registered": 201}, []),
    ({"households": 100_001}, ["households"]),
    ({"recognised": "no"}, ["reason"]),
    ({"recognised": "no", "reason": "Có trọng án"}, []),
    ({"recognised": "no", "reason": "Không đăng ký", "registered_on": None}, []),
    ({"recognised": "yes", "registered_on": None}, ["registered_on"]),
    ({"recognised": "yes", "registered_on": "2026"}, []),
    ({"registered_on": "2026-12-01"}, ["registered_on"]),
    ({"recognised": "yes", "paper_on": "2026-03-01"}, ["paper_on"]),
    ({"recognised": "yes", "paper_on": "2026-03"}, []),
])  # fmt: skip
def test_a_recognition_is_of_somebody_who_registered_or_says_why_not(facts: dict[str, Any], found: list[str]) -> None:
    assert fields(recognition_problems(replace(AREA, **facts), [], TODAY)) == found


@pytest.mark.parametrize(("mine", "other", "found"), [
    (AREA, AREA, ["area"]),
    (AREA, replace(AREA, year=2025), []),
    (AREA, replace(AREA, area_id=AreaId(6)), []),
    (Recognition(year=2026, subject="school", name="Trường Hoa Sen"),
     Recognition(year=2026, subject="school", name="truong hoa sen"), ["name"]),
    (Recognition(year=2026, subject="school", name="Hoa Sen"),
     Recognition(year=2026, subject="agency", name="Hoa Sen"), []),
    (Recognition(year=2026, subject="ward", name="Phường A"), Recognition(year=2026, subject="ward"), ["name"]),
    (Recognition(year=2026), Recognition(year=2026), ["area"]),
])  # fmt: skip
def test_there_is_one_row_for_a_subject_and_a_year(mine: Recognition, other: Recognition, found: list[str]) -> None:
    known = replace(other, id=RecognitionId(9), code="CN-00009")

    assert fields(recognition_problems(mine, [known], TODAY)) == found


def test_a_row_is_not_held_against_itself() -> None:
    mine = replace(AREA, id=RecognitionId(9))

    assert recognition_problems(mine, [mine], TODAY) == ()


@pytest.mark.parametrize(("facts", "found"), [
    ({}, []),
    ({"registered_on": "2026-04-01"}, ["registered_on"]),
    ({"registered_on": "2026-03-31"}, []),
    ({"paper_number": "5/QĐ-UBND"}, ["recognised"]),
    ({"recognised": "yes", "reason": "Có trộm cắp"}, ["reason"]),
])  # fmt: skip
def test_what_is_odd_about_a_recognition_is_worth_a_look(facts: dict[str, Any], found: list[str]) -> None:
    assert fields(recognition_warnings(replace(AREA, **facts))) == found
