"""The popup below a heading: sort, ticks, periods, from – to, letters; by keyboard; leaving changes nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from registry_app.domain.fields import listed
from registry_app.domain.search import Filter, Search
from registry_app.domain.words import _
from registry_app.ui.filters.header_filter import OVERDUE, USUAL, HeaderFilter
from registry_app.ui.session import Session
from tests.ui.conftest import type_text

Open = Callable[..., HeaderFilter]
Key = Qt.Key


@pytest.fixture
def open_filter(sample_session: Session, qtbot: QtBot) -> Open:
    """Opens the filter of a field on the sample ward, with the filters in force."""

    def opened(field: str, *filters: Filter) -> HeaderFilter:
        registry, at = sample_session.registry, sample_session.moment
        search = Search(filters=filters)
        popup = HeaderFilter(
            listed(registry.lists)[field],
            registry.lists,
            lambda letters: registry.facets.of(search, field, at, letters=letters),
            filters,
        )
        qtbot.addWidget(popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        popup.show_below(QRect(100, 100, 80, 20), USUAL)
        return popup

    return opened


def lines(popup: HeaderFilter) -> dict[str, QTreeWidgetItem]:
    """The lines of the first level, by their words."""
    items = (popup.tree.topLevelItem(number) for number in range(popup.tree.topLevelItemCount()))
    return {item.text(0): item for item in items if item}


def tick(item: QTreeWidgetItem, ticked: bool = True) -> None:
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def applied(qtbot: QtBot, popup: HeaderFilter, key: Qt.Key = Key.Key_Return) -> Filter:
    """What Enter applies."""
    with qtbot.waitSignal(popup.applied) as told:
        QTest.keyClick(popup.letters, key)
    assert not popup.isVisible()
    one: Filter = told.args[0]
    return one


def test_it_shows_every_value_with_its_count_all_ticked(open_filter: Open) -> None:
    popup = open_filter("status")

    shown = lines(popup)

    assert next(iter(shown)) == "(Chọn tất cả)"
    assert shown["Tạm dừng"].text(1) == "6"
    assert all(item.checkState(0) == Qt.CheckState.Checked for item in shown.values())


def test_ticking_one_value_alone_filters_by_it(open_filter: Open, qtbot: QtBot, sample_session: Session) -> None:
    popup = open_filter("status")

    tick(lines(popup)["(Chọn tất cả)"], ticked=False)
    assert not popup.ok.isEnabled()
    tick(lines(popup)["Tạm dừng"])

    (paused,) = [number for number, one in sample_session.registry.lists.statuses.items() if one.name == "Tạm dừng"]
    assert lines(popup)["(Chọn tất cả)"].checkState(0) == Qt.CheckState.PartiallyChecked
    assert applied(qtbot, popup) == Filter("status", (paused,))


def test_ticking_all_again_is_no_filter(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("kind", Filter("kind", ("theme",)))
    assert lines(popup)["Mô hình"].checkState(0) == Qt.CheckState.Unchecked

    tick(lines(popup)["(Chọn tất cả)"])

    assert applied(qtbot, popup) == Filter("kind")


def test_ok_without_a_touch_leaves_all_as_it_was(open_filter: Open, qtbot: QtBot) -> None:
    for field, one in (("founded_on", Filter("founded_on", ("this-year",))), ("type", Filter("type", holds="camera"))):
        popup = open_filter(field, one)

        with qtbot.assertNotEmitted(popup.applied):
            QTest.keyClick(popup.letters, Key.Key_Return)

        assert not popup.isVisible()


def test_escape_leaves_all_as_it_was(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("kind")
    tick(lines(popup)["Chuyên đề"], ticked=False)

    with qtbot.assertNotEmitted(popup.applied):
        QTest.keyClick(popup.letters, Key.Key_Escape)

    assert not popup.isVisible()


def test_letters_find_values_without_accents_and_enter_takes_those_found(
    open_filter: Open, qtbot: QtBot, sample_session: Session
) -> None:
    popup = open_filter("type")
    type_text(popup.letters, "tieng keng")

    one = applied(qtbot, popup)

    types = sample_session.registry.lists.types
    assert [types[number].name for number in one.values] == ["Tiếng kẻng an ninh"]  # type: ignore[index]


def test_letters_in_a_text_look_into_it(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("name")
    type_text(popup.letters, "camera")

    assert applied(qtbot, popup) == Filter("name", holds="camera")


HINT = "Gõ vài chữ để tìm trong các giá trị."


def says_to_type(popup: HeaderFilter) -> bool:
    return any(one.isVisible() and one.text() == HINT for one in popup.findChildren(QLabel))


def test_long_texts_are_not_listed_until_letters_are_typed(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("aim")
    at_first = list(lines(popup))
    hinted = says_to_type(popup)

    type_text(popup.letters, "an ninh")
    qtbot.waitUntil(lambda: not says_to_type(popup))

    assert hinted
    assert at_first == ["(Chọn tất cả)", "(Đã điền)", "(Trống)"]
    assert len(lines(popup)) > 1
    assert "(Trống)" not in lines(popup)
    assert applied(qtbot, popup) == Filter("aim", holds="an ninh")


def test_taking_the_letters_away_shows_no_long_texts_again(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("notes", Filter("notes", holds="a"))
    assert not says_to_type(popup)

    popup.letters.clear()
    qtbot.waitUntil(lambda: says_to_type(popup))

    assert list(lines(popup)) == ["(Chọn tất cả)", "(Đã điền)", "(Trống)"]
    popup.close()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("(Trống)", Filter("notes", (None,), negated=True)), ("(Đã điền)", Filter("notes", (None,)))],
)
def test_long_texts_are_left_out_where_filled_in_or_blank(
    open_filter: Open, qtbot: QtBot, words: str, wanted: Filter
) -> None:
    popup = open_filter("notes")

    tick(lines(popup)[words], ticked=False)

    assert applied(qtbot, popup) == wanted


def test_other_fields_list_their_values_at_once(open_filter: Open) -> None:
    for field in ("name", "funding", "paper_signer"):
        popup = open_filter(field)

        assert not says_to_type(popup)
        assert len(lines(popup)) > 2
        popup.close()


def test_letters_that_nothing_holds_cannot_be_applied(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("type")
    type_text(popup.letters, "xyz")

    with qtbot.assertNotEmitted(popup.applied):
        QTest.keyClick(popup.letters, Key.Key_Return)

    assert popup.isVisible()
    assert not popup.ok.isEnabled()
    popup.close()


def test_days_stand_by_year_and_month_and_a_year_ticks_its_months(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("last_review")
    tick(lines(popup)["(Chọn tất cả)"], ticked=False)
    year = lines(popup)["2025"]
    assert year.childCount() > 1

    tick(year)
    month = year.child(0)
    assert month
    assert month.checkState(0) == Qt.CheckState.Checked
    tick(month, ticked=False)
    assert year.checkState(0) == Qt.CheckState.PartiallyChecked
    tick(month)

    assert applied(qtbot, popup) == Filter("last_review", ("2025",))


def test_the_count_of_a_year_is_that_of_its_filter(open_filter: Open, sample_session: Session) -> None:
    popup = open_filter("founded_on")

    for words, item in lines(popup).items():
        if words.isdigit():
            search = Search(filters=(Filter("founded_on", (words,)),))
            assert int(item.text(1)) == sample_session.registry.models.count(search, sample_session.moment), words
    popup.close()


@pytest.mark.parametrize(
    ("field", "words", "wanted"),
    [
        ("next_review", "Tháng này", Filter("next_review", ("this-month",))),
        ("next_review", "Quá hạn", OVERDUE),
        ("next_review", "30 ngày tới", Filter("next_review", ("next-30",))),
        ("due", "Quý này", Filter("next_review", ("this-quarter",))),
        ("founded_on", "Năm trước", Filter("founded_on", ("last-year",))),
    ],
)
def test_a_named_period_applies_at_once(
    open_filter: Open, qtbot: QtBot, field: str, words: str, wanted: Filter
) -> None:
    popup = open_filter(field)
    (button,) = [one for one in popup.findChildren(QToolButton) if one.text() == words]

    with qtbot.waitSignal(popup.applied) as told:
        QTest.keyClick(button, Key.Key_Space)

    assert told.args == [wanted]


def test_a_period_in_force_is_pressed_and_goes_when_it_is_pressed_again(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("next_review", Filter("next_review", ("this-month",)))
    (button,) = [one for one in popup.findChildren(QToolButton) if one.isChecked()]
    assert button.text() == "Tháng này"

    with qtbot.waitSignal(popup.applied) as told:
        button.click()

    assert told.args == [Filter("next_review")]


@pytest.mark.parametrize(
    ("field", "low", "high", "wanted"),
    [
        ("founded_on", "2020", "3/2022", Filter("founded_on", low="2020-01-01", high="2022-03-31")),
        ("founded_on", "3/2022", "2020", Filter("founded_on", low="2020-01-01", high="2022-03-31")),
        ("founded_on", "", "5/3/26", Filter("founded_on", high="2026-03-05")),
        ("interval_months", "6", "", Filter("interval_months", low="6")),
        ("interval_months", "12", "6", Filter("interval_months", low="6", high="12")),
        ("extra.length", "0,6", "1,1", Filter("extra.length", low="0.6", high="1.1")),
    ],
)
def test_from_and_to_are_a_range(
    open_filter: Open, qtbot: QtBot, field: str, low: str, high: str, wanted: Filter
) -> None:
    popup = open_filter(field)
    assert popup.range
    type_text(popup.range.low, low)
    type_text(popup.range.high, high)

    assert applied(qtbot, popup) == wanted


def test_a_range_that_cannot_be_read_is_complained_of_at_its_place(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("founded_on")
    assert popup.range
    type_text(popup.range.low, "31/02/2026")

    with qtbot.assertNotEmitted(popup.applied):
        QTest.keyClick(popup.range.low, Key.Key_Return)

    assert "31/02/2026" in popup.range.complaint
    assert popup.range.low.text() == "31/02/2026"
    popup.close()


def test_the_range_in_force_is_shown_and_ticks_take_its_place(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("founded_on", Filter("founded_on", low="2020-01-01"))
    assert popup.range
    assert popup.range.low.text() == "01/01/2020"

    tick(lines(popup)["(Chọn tất cả)"], ticked=False)
    tick(lines(popup)["2022"])

    assert popup.range.is_blank
    assert applied(qtbot, popup) == Filter("founded_on", ("2022",))


def test_the_keyboard_goes_from_the_letters_to_the_values_and_space_ticks(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("kind")

    QTest.keyClick(popup.letters, Key.Key_Down)
    assert popup.tree.hasFocus()
    QTest.keyClick(popup.tree, Key.Key_Space)
    assert popup.tree.ticked == set()
    QTest.keyClick(popup.tree, Key.Key_Down)
    QTest.keyClick(popup.tree, Key.Key_Space)
    with qtbot.waitSignal(popup.applied) as told:
        QTest.keyClick(popup.tree, Key.Key_Return)

    assert told.args == [Filter("kind", ("model",))]


def test_sorting_is_offered_first(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("name")
    buttons = {one.text(): one for one in popup.findChildren(QPushButton)}

    with qtbot.waitSignal(popup.sort_wanted) as told:
        buttons[_("Sort &descending")].click()

    assert told.args == [True]
    assert not popup.isVisible()


def test_it_stays_on_the_screen_at_its_edges_and_tells_its_size(open_filter: Open, qtbot: QtBot) -> None:
    popup = open_filter("type")
    room = popup.screen().availableGeometry()

    popup.show_below(QRect(room.right() - 10, room.bottom() - 10, 100, 20), QSize(5000, 380))

    assert room.contains(popup.geometry())
    with qtbot.waitSignal(popup.resized) as told:
        popup.close()
    assert told.args == [popup.size()]


def test_every_place_of_the_popup_has_a_name(open_filter: Open) -> None:
    for field in ("type", "founded_on", "interval_months", "name"):
        popup = open_filter(field)
        for one in (popup, popup.letters, popup.tree, *([popup.range.low, popup.range.high] if popup.range else [])):
            assert one.accessibleName()
        popup.close()
