"""What a ward is called on its papers."""

import pytest

from registry_app.domain.ward import Ward


@pytest.mark.parametrize(
    ("name", "in_text", "place"),
    [
        ("Phường An Bình", "phường An Bình", "An Bình"),
        ("phường An Bình", "phường An Bình", "An Bình"),
        ("Xã Tam Chúc", "xã Tam Chúc", "Tam Chúc"),
        ("Đặc khu Phú Quý", "đặc khu Phú Quý", "Phú Quý"),
        ("Phường 5", "Phường 5", "Phường 5"),
        ("Phường", "Phường", "Phường"),
        ("An Bình", "An Bình", "An Bình"),
        ("Xãng", "Xãng", "Xãng"),
        ("", "", ""),
    ],
)
def test_inside_a_sentence_only_the_name_itself_has_capitals(name: str, in_text: str, place: str) -> None:
    assert (Ward(name=name).name_in_text, Ward(name=name).place_name) == (in_text, place)


def test_a_ward_named_after_a_person_is_written_in_full_where_it_says_so() -> None:
    ward = Ward(name="Phường Trần Phú", place="Phường Trần Phú")

    assert (ward.name_in_text, ward.place_name) == ("Phường Trần Phú", "Phường Trần Phú")
