"""Words that were searched for are found in what is shown, whatever their accents."""

from registry_app.ui.models.highlighting import Highlighting


def test_words_are_found_without_accents_and_overlaps_are_one() -> None:
    marks = Highlighting(("canh giac", "giác", "đỏ"))

    assert marks.spans("Cảnh giác, do đó") == ((0, 9), (11, 13), (14, 16))


def test_blank_words_mark_nothing() -> None:
    assert not Highlighting(("", "  "))
    assert Highlighting(("",)).spans("abc") == ()
