"""The commands about models that look outdated."""

from pathlib import Path

import pytest

from registry_app.operations import files

from ..making import add
from .conftest import Run


@pytest.fixture
def old(file: Path) -> Path:
    """A register with one model that nobody has looked at for years."""
    with files.open_register(file, who="Lan") as registry:
        add(registry, "Tiếng kẻng an ninh", founded_on="2010", interval_months="12")
    return file


def test_models_that_look_outdated_are_listed_with_the_evidence(run: Run, old: Path) -> None:
    (found,) = run("outdated", old, "--format", "json").json

    assert [reason["key"] for reason in found["reasons"]] == ["never_reviewed", "inactive", "overdue"]
    assert found["weight"] == sum(reason["weight"] for reason in found["reasons"])
    assert found["excused_until"] is None
    said = run("--lang", "en", "outdated", old).out
    assert "never reviewed since it began on 2010" in said
    assert said.splitlines()[-1] == "1 model looks outdated"
    assert "Tiếng kẻng" in run("outdated", old, "--format", "csv").out


def test_one_is_excused_with_a_reason_and_the_excuse_is_taken_back(run: Run, old: Path) -> None:
    code = run("outdated", old, "--format", "json").json[0]["code"]

    assert run("excuse", old, code, "--until", "31/12/2099", "--reason", "chờ sáp nhập").outcome == 0
    assert run("outdated", old, "--format", "json").json == []
    (excused,) = run("outdated", old, "--excused", "--format", "json").json
    assert (excused["excused_until"], excused["excuse"]) == ("2099-12-31", "chờ sáp nhập")

    assert run("excuse", old, code, "--withdraw").outcome == 0
    assert len(run("outdated", old, "--format", "json").json) == 1


def test_an_excuse_without_a_day_is_refused_and_nothing_is_written(run: Run, old: Path) -> None:
    code = run("outdated", old, "--format", "json").json[0]["code"]

    answer = run("--lang", "en", "excuse", old, code, "--until", "1/1/2000")

    assert answer.outcome == 1
    assert any("This day is over already" in line for line in answer.problems)
    assert len(run("outdated", old, "--format", "json").json) == 1
