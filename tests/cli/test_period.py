"""The command that reports on a period."""

from pathlib import Path

import pytest

from registry_app.operations import files

from ..making import add
from .conftest import Run


@pytest.fixture
def built(file: Path) -> Path:
    """A register with a model built in 2025."""
    with files.open_register(file, who="Lan") as registry:
        add(registry, "Camera an ninh", founded_on="1/2/2025")
    return file


def test_the_figures_stand_beside_those_of_the_period_before(run: Run, built: Path) -> None:
    found = run("report", built, "--from", "1/1/2025", "--to", "31/12/2025", "--format", "json").json

    assert found["built"] == {"now": 1, "kept": 1, "effective": 0}
    assert found["figures"]["models"] == {"now": 1, "before": 0}
    assert found["before"] == {"from": "2024-01-01", "to": "2024-12-31"}
    said = run("report", built, "--period", "năm 2025").out
    assert said.splitlines()[0] == "năm 2025, so với năm 2024"
    assert "1 (còn duy trì 1, hiệu quả 0)" in said
    assert run("report", built, "--period", "2025", "--format", "csv").out.startswith('\ufeff"Nội dung"')


@pytest.mark.parametrize(("suffix", "begins"), [(".pdf", b"%PDF"), (".docx", b"PK"), (".xlsx", b"PK")])
def test_the_paper_is_written_in_the_form_that_its_name_asks_for(
    run: Run, built: Path, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    out = tmp_path / f"bao-cao{suffix}"

    assert run("report", built, "--period", "2025", "--out", out).outcome == 0
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("--from", "1/1/2025"),
        ("--from", "2/1/2025", "--to", "1/1/2025"),
        ("--period", "vovan"),
        ("--period", "2090"),
        ("--period", "2025", "--against", "zork"),
        ("--period", "2025", "--out", "bao-cao.zork"),
    ],
)
def test_what_is_no_period_or_no_form_is_told_and_nothing_is_written(
    run: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = run("report", built, *asked)

    assert answer.outcome == 1
    assert answer.problems
    assert not list(tmp_path.glob("*.zork"))
