"""Which names a few typed words mean."""

from registry_app.ui.widgets.matching import matching, same_name

NAMES = ("Công an phường", "Hội Phụ nữ phường", "Đoàn Thanh niên", "Tổ dân phố 5", "Tổ dân phố 15")


def test_words_are_found_without_marks_inside_words_and_in_any_order() -> None:
    assert matching("phuong hoi", NAMES) == ["Hội Phụ nữ phường"]
    assert matching("oan", NAMES) == ["Đoàn Thanh niên"]


def test_names_that_begin_with_what_is_typed_come_first() -> None:
    assert matching("cong", ("Ban công tác", "Công an")) == ["Công an", "Ban công tác"]


def test_exact_accents_come_before_others() -> None:
    assert matching("tô", ("Tổ 1", "Tô Hiệu")) == ["Tô Hiệu", "Tổ 1"]


def test_nothing_typed_offers_everything_in_its_own_order() -> None:
    assert matching("  ", NAMES) == list(NAMES)


def test_a_name_spelled_without_marks_is_the_same_name() -> None:
    assert same_name("cong an phuong", NAMES) == "Công an phường"
    assert same_name("Công an", NAMES) is None
    assert same_name("", NAMES) is None
