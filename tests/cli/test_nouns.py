"""The commands that list what is inside models."""

from pathlib import Path

import pytest

from registry_app.domain.search import Moment, Search
from registry_app.store.registry import Registry

from .. import peopled
from ..making import TODAY
from .conftest import Add, Run

KEYS = ["code", "name", "birth", "sex", "phone", "id_number", "address", "area", "teams"]


@pytest.fixture
def team(file: Path, add: Add) -> Path:
    """A register with one team, in which An led until 2024 and is a member since."""
    add("Camera an ninh")
    with Registry.open(file) as registry:
        model = registry.models.by_code("CAM-2026-001")
        site = peopled.site(registry, model, peopled.area(registry, "Tổ dân phố 5"))
        tổ = peopled.team(registry, site, "Tổ 1")
        an = peopled.person(registry, "Nguyễn Văn An", born="1968-03-05", sex="male", phone="0912345678")
        peopled.person(registry, "Trần Bình")
        peopled.member(registry, tổ, an, "Tổ trưởng", valid_from="2023-01-01", valid_to="2024-06-01")
        peopled.member(registry, tổ, an, "Tổ viên", valid_from="2024-06-01")
    return file


def test_a_person_is_given_out_with_all_service(run: Run, team: Path) -> None:
    an, binh = run("people", team, "--format", "json").json

    assert list(an) == KEYS
    assert (an["code"], an["name"], an["birth"], an["sex"]) == ("NG-00001", "Nguyễn Văn An", "1968-03-05", "male")
    assert an["phone"] == "0912345678"
    assert an["teams"] == [
        {"team": "Tổ 1", "model": "Camera an ninh", "role": "Tổ trưởng", "from": "2023-01-01", "to": "2024-06-01"},
        {"team": "Tổ 1", "model": "Camera an ninh", "role": "Tổ viên", "from": "2024-06-01", "to": None},
    ]
    assert (binh["birth"], binh["sex"], binh["phone"], binh["teams"]) == (None, None, "", [])


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("nguyen van an", 1),
        ("binh", 1),
        ("giới-tính:nam", 1),
        ("sđt:0912", 1),
        ("sinh:1968", 1),
        ("sinh<1960", 0),
        ("zork", 0),
        ('tổ:"Tổ 1"', 1),
        ("", 2),
    ],
)
def test_people_are_found_by_words_and_by_terms_of_their_fields(run: Run, team: Path, search: str, found: int) -> None:
    assert len(run("people", team, "--search", search, "--format", "json").json) == found


def test_a_word_that_is_a_term_among_models_is_a_word_here(run: Run, team: Path) -> None:
    answer = run("people", team, "--search", "quá-hạn", "--format", "json")

    assert (answer.outcome, answer.json) == (0, [])


def test_what_cannot_be_read_of_a_query_is_said(run: Run, team: Path) -> None:
    answer = run("people", team, "--search", "zork:1", "--format", "json")

    assert answer.outcome == 0
    assert "zork" in answer.problems[0]


@pytest.mark.parametrize(("view", "found"), [("all", 2), ("serving", 1), ("unassigned", 1), ("several", 0)])
def test_views_are_those_of_the_noun(run: Run, team: Path, view: str, found: int) -> None:
    assert len(run("people", team, "--view", view, "--format", "json").json) == found


@pytest.mark.parametrize("command", ["people", "teams", "sites", "households", "cameras"])
@pytest.mark.parametrize("wrong", [("--view", "zork"), ("--sort", "zork"), ("--format", "zork"), ("--as-of", "zork")])
def test_an_unknown_view_field_or_form_is_a_known_problem(
    run: Run, team: Path, command: str, wrong: tuple[str, str]
) -> None:
    answer = run(command, team, *wrong)

    assert answer.outcome == 1
    assert len(answer.problems) == 1


@pytest.mark.parametrize(
    ("command", "noun"),
    [
        ("people", "person"),
        ("teams", "team"),
        ("sites", "site"),
        ("households", "household"),
        ("cameras", "camera_point"),
    ],
)
def test_each_command_lists_every_row_once(run: Run, ward: Path, command: str, noun: str) -> None:
    with Registry.open(ward, read_only=True) as registry:
        rows = registry.inside.of(noun).count(Search(noun=noun), Moment(TODAY))

    listed = run(command, ward, "--format", "json").json
    sheet = run(command, ward, "--format", "csv").out
    table = run(command, ward).out

    assert len(listed) == rows > 0
    assert sheet.count("\r\n") == rows + 1
    assert table.splitlines()[-1].startswith(f"{rows:,}".replace(",", ".")) or command == "teams"


def test_the_state_of_a_past_day_is_listed(run: Run, team: Path) -> None:
    (now,) = run("teams", team, "--format", "json").json
    (then,) = run("teams", team, "--as-of", "01/02/2024", "--format", "json").json

    assert (now["leader"], then["leader"]) == ("", "Nguyễn Văn An")


def test_a_site_is_listed_with_its_counts(run: Run, team: Path) -> None:
    (site,) = run("sites", team, "--format", "json").json

    assert (site["title"], site["model_code"], site["teams"], site["members"]) == ("Tổ dân phố 5", "CAM-2026-001", 1, 1)


def test_a_register_without_households_lists_none(run: Run, team: Path) -> None:
    answer = run("households", team)

    assert (answer.outcome, answer.out.strip()) == (0, "0 hộ, 0 nhân khẩu")


def test_sensitive_facts_are_not_in_the_sheet(run: Run, team: Path) -> None:
    heading = run("people", team, "--format", "csv").out.splitlines()[0]

    assert "Họ và tên" in heading
    assert "Tôn giáo" not in heading


@pytest.mark.parametrize(("form", "way"), [("json", "json"), ("csv", "csv"), ("table", "terminal")])
def test_what_programs_sheets_and_the_screen_get_is_entered(run: Run, team: Path, form: str, way: str) -> None:
    run("people", team, "--format", form)

    given = run("given", team, "--format", "json").json
    assert [(one["way"], one["people"], one["copy"]) for one in given] == [(way, 2, "full")]


@pytest.mark.parametrize(
    ("command", "entered"), [(("teams",), 1), (("cameras",), 0), (("people", "--search", "zork"), 0)]
)
def test_a_table_on_the_screen_is_entered_only_if_it_shows_people(
    run: Run, file: Path, team: Path, command: tuple[str, ...], entered: int
) -> None:
    with Registry.open(file) as registry:
        peopled.member(registry, registry.inside.teams.by_code("TO-00001"), 2, "Tổ trưởng")  # type: ignore[arg-type]

    run(command[0], team, *command[1:])

    assert len(run("given", team, "--format", "json").json) == entered


def test_a_table_is_shown_while_a_window_writes_and_says_that_it_is_not_entered(run: Run, team: Path) -> None:
    with Registry.open(team):
        answer = run("people", team)

    assert (answer.outcome, len(answer.problems)) == (0, 1)
    assert "Nguyễn Văn An" in answer.out
    assert "không ghi được vào danh sách" in answer.err
    assert run("given", team, "--format", "json").json == []


def test_people_are_listed_while_a_window_writes(run: Run, team: Path) -> None:
    with Registry.open(team):
        answer = run("people", team, "--format", "json")

    assert len(answer.json) == 2
    assert "không ghi được vào danh sách" in answer.err
