"""A register is only made where it can lie, and what is suggested always can."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.ui.first_run import place


@given(st.text())
def test_a_suggested_name_has_no_letter_that_some_system_forbids(name: str) -> None:
    made = place.safe_name(name)

    assert not set(made) & set(place.FORBIDDEN)
    assert made == made.strip(" .")


def test_what_is_suggested_is_free(tmp_path: Path) -> None:
    first = place.suggested("Phường An Bình", tmp_path)
    first.touch()

    second = place.suggested("Phường An Bình", tmp_path)

    assert second != first
    assert place.problem(str(second), tmp_path, "path") is None


def test_a_bare_name_lies_in_the_usual_folder_and_gets_our_ending(tmp_path: Path) -> None:
    assert place.typed_path("sổ của tôi", tmp_path) == tmp_path / "sổ của tôi.registry"
    assert place.typed_path(f'"{tmp_path}/a.registry"', Path("/")) == tmp_path / "a.registry"
    assert place.typed_path("bản 2.1", tmp_path).name == "bản 2.1.registry"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("  ", "Ghi nơi đặt tệp"),
        ("có rồi", "Đã có tệp “có rồi.registry”"),
        ("không có/sổ", "Không có thư mục"),
        ("có rồi.registry/sổ", "Không có thư mục"),
        ("a\0b", "Tên tệp không được có"),
        ("a?b", "Tên tệp không được có"),
        ("ố" * 300, "tên quá dài"),
    ],
)
def test_a_place_where_nothing_can_be_made_says_why(typed: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "có rồi.registry").touch()

    found = place.problem(typed, tmp_path, "path")

    assert found is not None
    assert said in str(found)
    assert found.field == "path"


def test_a_folder_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    found = place.problem("/proc/sổ", tmp_path, "path")

    assert found is not None
    assert str(found).startswith("Không ghi được vào “/proc”")


def test_looking_whether_a_folder_can_be_written_leaves_nothing_there(tmp_path: Path) -> None:
    place.problem("sổ", tmp_path, "path")

    assert list(tmp_path.iterdir()) == []
