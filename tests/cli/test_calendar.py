"""The days on which reviews are due, written as a calendar."""

from pathlib import Path

from .conftest import Add, Run


def written(path: Path) -> str:
    return path.read_bytes().decode().replace("\r\n ", "")


def test_it_writes_the_models_asked_for(run: Run, file: Path, add: Add, tmp_path: Path) -> None:
    add("Camera chợ", founded_on="2020-03-05")
    add("Camera trường", founded_on="2026-11-05")
    out = tmp_path / "a.ics"

    answer = run("calendar", file, "--out", out)

    count = written(out).count("BEGIN:VEVENT")
    assert (answer.outcome, answer.out) == (0, f"{count} hạn trong lịch: {out}\n")
    assert written(out).count("SUMMARY:Đến hạn rà soát: ") == 2
    assert "SUMMARY:Tổng kết: " in written(out)
    assert run("calendar", file, "--out", out, "--within", 5).outcome == 0
    assert written(out).count("BEGIN:VEVENT") == 1
    assert run("calendar", file, "--out", out, "--search", "truong").outcome == 0
    assert "Camera trường" in written(out)
    assert run("calendar", file, "--out", out, "--view", "overdue").outcome == 0
    assert "Camera chợ" in written(out)


def test_nothing_else_is_written_over(run: Run, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "thư.ics"
    other.write_text("không phải lịch", encoding="utf-8")

    answers = [run("calendar", file, "--out", other), run("calendar", file, "--out", tmp_path / "a.pdf")]

    assert [answer.outcome for answer in answers] == [1, 1]
    assert other.read_text(encoding="utf-8") == "không phải lịch"
    assert not (tmp_path / "a.pdf").exists()


def test_an_unknown_view_is_told(run: Run, file: Path, tmp_path: Path) -> None:
    answer = run("calendar", file, "--out", tmp_path / "a.ics", "--view", "zork")

    assert answer.outcome == 1
    assert "zork" in answer.err
