"""What a user chose is kept in one INI file, and a spoilt file never keeps the program shut."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry_app.domain.cleaning import line
from registry_app.domain.errors import RegistryError
from registry_app.operations import preferences
from registry_app.operations.preferences import Preferences

CHOSEN = Preferences(
    who="Nguyễn Thị Lan",
    language="en",
    theme="dark",
    recent=("/tmp/Sổ [1] #2 %20;x.registry", "C:\\sổ = 2.registry"),
    font_points=14,
    start_on="overview",
    tour_seen=True,
    shortcuts={"new": "Ctrl+Shift+N", "save": ""},
)
ANY = st.builds(
    Preferences,
    who=st.text().map(line),
    language=st.sampled_from(preferences.LANGUAGES),
    theme=st.sampled_from(preferences.THEMES),
    recent=st.lists(st.text(min_size=1), max_size=5, unique=True).map(tuple),
    font_points=st.sampled_from((preferences.AS_SYSTEM, *preferences.FONT_POINTS)),
    start_on=st.sampled_from(preferences.STARTS),
    tour_seen=st.booleans(),
    shortcuts=st.dictionaries(st.text(), st.text(), max_size=4),
)
NEWER = """[user]
who = Lan
language = fr
theme = sepia
font_points = 40
start_on = map
tour_seen = twice
shortcuts = {"new": "Ctrl+M", "fly": "Ctrl+Y", "odd": 3}
wishes = many

[cloud]
account = lan
"""


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(preferences.FOLDER, str(tmp_path / "config"))


def write(content: str) -> None:
    preferences.path().parent.mkdir(exist_ok=True)
    preferences.path().write_text(content, "utf-8")


def test_without_a_file_everything_is_as_usual() -> None:
    assert preferences.load() == Preferences()


def test_what_was_saved_is_loaded() -> None:
    preferences.save(CHOSEN)

    assert preferences.load() == CHOSEN
    assert [path.name for path in preferences.path().parent.iterdir()] == ["registry_app.ini"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY, ANY)
def test_whatever_is_chosen_is_kept_also_over_what_was_chosen_before(first: Preferences, then: Preferences) -> None:
    preferences.save(first)
    preferences.save(then)

    assert preferences.load() == then


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_file_whatever_is_in_it_keeps_the_program_shut(content: bytes) -> None:
    preferences.path().parent.mkdir(exist_ok=True)
    preferences.path().write_bytes(content)

    preferences.load()
    preferences.save(CHOSEN)

    assert preferences.load() == CHOSEN


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(min_value=0, max_value=400))
def test_a_file_cut_anywhere_gives_what_is_left_of_it(length: int) -> None:
    preferences.save(CHOSEN)
    preferences.path().write_bytes(preferences.path().read_bytes()[:length])

    found = preferences.load()

    for name in ("language", "theme", "font_points", "start_on", "tour_seen"):
        assert getattr(found, name) in (getattr(CHOSEN, name), getattr(Preferences(), name))


def test_a_newer_file_is_read_as_far_as_it_can_be() -> None:
    write(NEWER)

    assert preferences.load() == Preferences(who="Lan", shortcuts={"new": "Ctrl+M", "fly": "Ctrl+Y"})


def test_what_a_newer_program_wrote_stays_unless_it_is_chosen_anew() -> None:
    write(NEWER)

    preferences.save(structs.replace(preferences.load(), theme="dark"))

    kept = preferences.path().read_text("utf-8")
    lines = set(NEWER.replace("theme = sepia", "theme = dark").split("\n"))
    assert lines - set(kept.split("\n")) == set()


@pytest.mark.parametrize(
    "damaged", [b"\xff\xfe\x00", b"no section", b"\0" * 400, b"[user]\nwho = L" + b"x" * 1_100_000]
)
def test_a_file_that_is_no_settings_file_is_set_aside_whole(damaged: bytes) -> None:
    write("")
    preferences.path().write_bytes(damaged)

    aside = preferences.set_damaged_aside()

    assert aside is not None
    assert aside.name == "registry_app.ini.damaged"
    assert aside.read_bytes() == damaged
    assert not preferences.path().exists()
    assert preferences.set_damaged_aside() is None


@pytest.mark.parametrize(
    "whole", [b"", b"[user]\nlanguage\nwho = Lan\nwho = Mai\n", "\ufeff[user]\nwho = Mai\n".encode()]
)
def test_a_file_written_by_hand_is_not_damaged(whole: bytes) -> None:
    write("")
    preferences.path().write_bytes(whole)

    assert preferences.set_damaged_aside() is None
    assert preferences.load().who == ("Mai" if whole else "")


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
