"""What a user chose is kept in one INI file, and a spoilt file never keeps the program shut."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry_app.domain.errors import RegistryError
from registry_app.operations import preferences
from registry_app.operations.preferences import Preferences

CHOSEN = Preferences(
    who="Nguyễn Thị Lan", language="en", theme="dark", recent=("/tmp/Sổ [1] #2 %20;x.registry", "C:\\sổ = 2.registry")
)


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(preferences.FOLDER, str(tmp_path / "config"))


def test_without_a_file_everything_is_as_usual() -> None:
    assert preferences.load() == Preferences()


def test_what_was_saved_is_loaded() -> None:
    preferences.save(CHOSEN)

    assert preferences.load() == CHOSEN
    assert [path.name for path in preferences.path().parent.iterdir()] == ["registry_app.ini"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1), max_size=5, unique=True))
def test_paths_of_any_letters_are_kept(recent: list[str]) -> None:
    preferences.save(Preferences(recent=tuple(recent)))

    assert preferences.load().recent == tuple(recent)


def test_other_sections_are_left_as_they_are() -> None:
    preferences.path().parent.mkdir()
    preferences.path().write_text("[window]\ngeometry = @ByteArray(%\\x1)\n", "utf-8")

    preferences.save(CHOSEN)

    assert "[window]\ngeometry = @ByteArray(%\\x1)\n" in preferences.path().read_text("utf-8")


def test_recent_files_are_few_and_each_is_there_once() -> None:
    preferences.save(Preferences(recent=("a", *(str(number) for number in range(20)), "a")))

    assert preferences.load().recent == ("a", *(str(number) for number in range(9)))


@pytest.mark.parametrize("spoilt", [b"\xff\xfe", b"no section", b"[user]\nlanguage = fr\ntheme = x\nrecent = {", b""])
def test_a_spoilt_file_is_as_no_file_and_is_written_anew(spoilt: bytes) -> None:
    preferences.path().parent.mkdir()
    preferences.path().write_bytes(spoilt)

    assert preferences.load() == Preferences()
    preferences.save(CHOSEN)
    assert preferences.load() == CHOSEN


def test_a_folder_that_cannot_be_made_is_a_known_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(preferences.FOLDER, str(tmp_path / "file" / "config"))

    with pytest.raises(RegistryError, match="file"):
        preferences.save(CHOSEN)
