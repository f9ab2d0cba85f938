"""Search box, chips, headings and list are one question: what one asks for, the others show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.search import ANY, Filter, Search
from registry_app.operations import lists
from registry_app.ui.choices import Choices
from registry_app.ui.filters.query_help import EXAMPLES, QueryHelp
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models.filtering import MOST_RECENT, highlighted
from registry_app.ui.models.screen import ModelsScreen
from registry_app.ui.models.search_bar import complaints
from registry_app.ui.session import Session
from tests.ui.conftest import type_text

Key = Qt.Key


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the sample ward."""
    shown = MainWindow(sample_session, Choices())
    shown.models._open()
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def screen(window: MainWindow) -> ModelsScreen:
    """Its list of models."""
    return window.models


def search(screen: ModelsScreen, text: str) -> None:
    """Type ``text`` and wait for nothing."""
    screen.search_box.setFocus()
    type_text(screen.search_box, text)
    screen.search_box.close_offers()
    screen.search_box._tell()


def test_a_typed_term_is_a_chip_and_goes_out_of_the_text_with_it(screen: ModelsScreen) -> None:
    search(screen, "tổ loại:camera 5")
    assert screen.filtering.chips.texts == ("Loại: có chứa “camera”",)

    screen.filtering.chips.removed.emit(screen.asking.search.filters[0])

    assert screen.search_box.text() == "tổ 5"
    assert screen.search == Search(words="tổ 5")
    assert not screen.filtering.chips.isVisible()


def test_all_filters_and_words_go_at_once_and_the_view_stays(screen: ModelsScreen) -> None:
    screen.show_search(Search(view="overdue", filters=(Filter("kind", ("model",)),)))
    search(screen, "tổ cấp:xã")
    assert len(screen.filtering.chips.texts) == 2

    screen.filtering.chips.emptied.emit()

    assert screen.search == Search(view="overdue")
    assert screen.search_box.text() == ""


def test_a_filter_below_a_heading_takes_the_place_of_what_was_typed_for_its_field(screen: ModelsScreen) -> None:
    search(screen, "tổ loại:camera cấp:xã")

    screen.open_filter("type")
    assert screen.filtering.popup
    screen.filtering.popup.applied.emit(Filter("type", (2,)))
    screen.filtering.popup.close()

    assert screen.search_box.text() == "tổ cấp:xã"
    assert set(screen.search.filters) == {Filter("level", ("ward",)), Filter("type", (2,))}


def test_the_filter_of_the_current_column_opens_by_the_keyboard(window: MainWindow, screen: ModelsScreen) -> None:
    screen.list.setFocus()
    screen.list.setCurrentIndex(screen.rows.index(0, 3))

    window.tools["filter_column"].trigger()

    popup = screen.filtering.popup
    assert popup
    assert popup.tree.accessibleName() == "Các giá trị của Trạng thái"
    assert popup.letters.hasFocus()
    popup.close()


def test_sorting_in_the_popup_sorts_the_list(screen: ModelsScreen) -> None:
    screen.open_filter("name")
    assert screen.filtering.popup
    screen.filtering.popup.sort_wanted.emit(True)
    screen.filtering.popup.close()

    assert [(one.field, one.descending) for one in screen.search.order] == [("name", True)]


def test_the_headings_show_what_is_filtered(screen: ModelsScreen) -> None:
    search(screen, "hạn:tháng-này")

    assert screen.list.heads._filtered == {"due", "next_review"}


def test_the_state_of_a_review_and_its_day_are_dropped_together(screen: ModelsScreen) -> None:
    search(screen, "quá-hạn hạn:năm-nay cấp:xã")

    screen.open_filter("due")
    assert screen.filtering.popup
    screen.filtering.popup.drop.click()

    assert screen.search.filters == (Filter("level", ("ward",)),)


def test_the_status_line_counts_shown_of_all_of_the_view(
    window: MainWindow, screen: ModelsScreen, qtbot: QtBot, sample_session: Session
) -> None:
    total = sample_session.registry.models.count(Search(view="overdue"), sample_session.moment)
    shown = sample_session.registry.models.count(
        Search(view="overdue", filters=(Filter("level", ("ward",)),)), sample_session.moment
    )
    screen.show_search(Search(view="overdue"))
    search(screen, "cấp:xã")

    qtbot.waitUntil(lambda: window.count_line.startswith(f"Đang hiện {shown}/{total}"))


def test_what_cannot_be_read_is_said_once_typing_rests_and_the_words_are_found(
    screen: ModelsScreen, qtbot: QtBot
) -> None:
    search(screen, "camera rà-soát<13/2026")
    bar = screen.filtering.search_bar
    assert bar.complaint == ""

    QTest.keyClick(screen.search_box, Key.Key_Return)

    assert "không có tháng 13" in bar.complaint
    assert bar.complaint == screen.search_box.accessibleDescription()
    assert screen.search == Search(words="camera")
    screen.search_box.try_text("camera rà-soát<12/2026")
    assert bar.complaint == ""


def test_a_complaint_quotes_what_it_is_about_once() -> None:
    assert complaints([("13/2026", "“13/2026”: không có tháng 13.")]).count("13/2026") == 1
    assert complaints([("", "Thiếu.")]).startswith("Thiếu.")
    assert "x…" in complaints([("x" * 300, "Lỗi.")])


def test_words_and_letters_are_marked_in_the_list() -> None:
    asked = Search(words="camera tổ", filters=(Filter("name", holds="an ninh"), Filter(ANY, holds="no", negated=True)))

    assert highlighted(asked) == ("camera", "tổ", "an ninh")


def test_recent_searches_are_kept_for_the_next_start_newest_first(window: MainWindow, screen: ModelsScreen) -> None:
    for number in range(MOST_RECENT + 5):
        search(screen, f"tổ {number}")
        QTest.keyClick(screen.search_box, Key.Key_Return)
        screen.search_box.clear()
    search(screen, "tổ 20")
    QTest.keyClick(screen.search_box, Key.Key_Return)

    screen.filtering.keep_with(Choices())

    assert len(screen.filtering.recent) == MOST_RECENT
    assert screen.filtering.recent[:2] == ("tổ 20", "tổ 24")


def test_recent_searches_that_are_damaged_are_forgotten(screen: ModelsScreen, preferences_folder: Path) -> None:
    choices = Choices()
    for damaged in (b"{", b'{"a": 1}', b"\xff\xfe", b"7"):
        choices.keep_shape("recent_searches", QByteArray(damaged))

        screen.filtering.keep_with(choices)

        assert screen.filtering.recent == ()


def test_the_size_of_the_popup_is_kept(screen: ModelsScreen) -> None:
    screen.open_filter("type")
    assert screen.filtering.popup
    screen.filtering.popup.resize(402, 377)
    screen.filtering.popup.close()

    screen.open_filter("lead")

    assert (screen.filtering.popup.width(), screen.filtering.popup.height()) == (402, 377)
    screen.filtering.popup.close()


@pytest.mark.parametrize("place", range(3))
def test_every_example_of_the_card_is_read_without_complaint(screen: ModelsScreen, place: int) -> None:
    for example in EXAMPLES[place::3]:
        for text in example[:2]:
            screen.search_box.try_text(text)
            assert screen.asking.query.troubles == (), text


def test_an_example_that_is_clicked_is_searched_for(screen: ModelsScreen) -> None:
    screen.filtering.search_bar.explain()
    (card,) = screen.filtering.search_bar.findChildren(QueryHelp)

    card.chosen.emit("quá-hạn")
    card.close()

    assert screen.search_box.text() == "quá-hạn"
    assert screen.search.filters == (Filter("due", ("overdue",)),)


def test_chips_follow_a_renamed_entry(screen: ModelsScreen, sample_session: Session) -> None:
    types = sample_session.registry.lists.types
    number = next(iter(types))
    screen.asking.filter(Filter("type", (number,)))

    lists.save_entry(sample_session.registry, replace(types[number], name="Loại mới"))

    assert screen.filtering.chips.texts == ("Loại: Loại mới",)
