"""Commands about register files: new, demo, open."""

from pathlib import Path

import pytest

from registry_app.cli.command import Window
from registry_app.operations import demonstration, preferences
from registry_app.operations.preferences import Preferences

from .conftest import Run


def test_new_makes_a_register_of_the_ward(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "Phường Đông – 2026.registry"

    answer = run("new", path, "--ward", "Phường Đông")

    assert answer.outcome == 0
    assert str(path) in answer.out
    assert "Phường Đông" in run("area", path, "list").out


def test_new_leaves_a_file_that_is_there_alone(run: Run, file: Path) -> None:
    before = file.read_bytes()

    answer = run("new", file, "--ward", "Khác")

    assert answer.outcome == 1
    assert "đã có" in answer.err
    assert file.read_bytes() == before


def test_new_without_a_ward_name_is_refused_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "a.registry", "--ward", "  ")

    assert answer.outcome == 1
    assert answer.problems == ["Tên phường: Không được để trống."]
    assert not (tmp_path / "a.registry").exists()


def test_who_made_it_is_the_name_in_the_preferences(run: Run, tmp_path: Path) -> None:
    preferences.save(Preferences(who="Nguyễn Thị Lan"))

    run("new", tmp_path / "a.registry", "--ward", "Phường A")

    assert run("history", tmp_path / "a.registry", "--format", "json").json[0]["who"] == "Nguyễn Thị Lan"


def test_demo_makes_the_register_and_both_papers_and_wants_the_window(run: Run, tmp_path: Path) -> None:
    answer = run("demo", "--dir", tmp_path / "thử")

    made = sorted(path for path in (tmp_path / "thử").iterdir())
    assert [path.suffix for path in made] == [".pdf", ".pdf", ".registry"]
    assert all(str(path) in answer.out for path in made)
    assert isinstance(answer.outcome, Window)
    assert answer.outcome.register == made[-1]
    assert answer.outcome.picture is not None
    assert answer.outcome.picture.parent == tmp_path / "thử"


def test_demo_twice_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    run("demo", "--dir", tmp_path, "--no-window")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    answer = run("demo", "--dir", tmp_path, "--no-window")

    assert answer.outcome == 0
    assert {path: path.read_bytes() for path in before} == before
    assert len([path for path in tmp_path.iterdir() if path.is_file()]) == len(before) + 2


def test_demo_beside_a_file_that_is_no_sample_takes_another_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "so-mau.registry").write_text("của tôi", "utf-8")

    answer = run("demo", "--dir", tmp_path, "--no-window")

    assert answer.outcome == 0
    assert (tmp_path / "so-mau.registry").read_text("utf-8") == "của tôi"
    assert (tmp_path / "so-mau-2.registry").is_file()


def test_demo_where_no_folder_can_be_is_a_known_problem(run: Run, file: Path) -> None:
    answer = run("demo", "--dir", file / "x")

    assert answer.outcome == 1
    assert len(answer.problems) == 1


def test_demo_without_a_folder_takes_the_one_of_documents(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "Tài liệu"))

    assert run("demo", "--no-window").outcome == 0
    assert demonstration.usual_folder() == tmp_path / "Tài liệu" / "registry-app demo"
    assert len(list(demonstration.usual_folder().iterdir())) == 3


def test_open_wants_the_window_on_the_file(run: Run, file: Path) -> None:
    assert run("open", file).outcome == Window(register=file)
    assert run("open").outcome == Window(register=None)
