"""What nobody should type, paste or leave behind: it works, or the window says what became of it, and nothing is lost.

Beside this: ``widgets/test_pasting`` (each editor), ``models/test_search_box``, ``models/test_saved_views`` (entries
that are retired or gone), ``test_placing`` (screens), ``operations/test_preferences`` (settings).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import models, preferences
from registry_app.ui import app as program
from registry_app.ui import ask
from registry_app.ui.bulk.replace_dialog import ReplaceDialog
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import SHAPE, MainWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, add, type_text
from tests.ui.working import work_of

MEGABYTE = "Tổ dân phố số 5.\tCó dòng\r\n" * 40_000
QUICK_S = 0.5
NO_DATES = ("31/02/2026", "29/02/2027", "00/00/0000", "32/1/26", "13/2026")


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on three models, the first one in its form."""
    shown = MainWindow(session, Choices())
    shown.models.show_search(Search())
    shown.show()
    shown.models.list.selectRow(0)
    shown.models.form.show()
    yield shown
    if session.is_open:
        shown.models.form.give_up()
    shown.close()
    shown.deleteLater()


def paste(widget: QWidget, text: str) -> float:
    """Press the keys that paste; how long the window worked at it."""
    QGuiApplication.clipboard().setText(text)
    (took,) = work_of(lambda: QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier))
    return took


def control(window: MainWindow, field: str) -> QWidget:
    """Where one types into a field of the form."""
    grid = window.models.form.fields._grid_of(field)
    assert grid is not None
    found: QWidget = grid[field].control
    return found


# -- pasted ------------------------------------------------------------------------------------------------------------


def test_a_megabyte_in_the_search_box_finds_nothing_at_once_and_escape_shows_all(
    window: MainWindow, qtbot: QtBot
) -> None:
    box, rows = window.models.search_box, window.models.rows

    took = paste(box, MEGABYTE)
    qtbot.waitUntil(lambda: len(rows.ids) == 0)
    qtbot.waitUntil(lambda: window.models.search.words != "")
    said = window.models.filtering.search_bar.complaint
    QTest.keyClick(box, Qt.Key.Key_Escape)
    QTest.keyClick(box, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: len(rows.ids) == 3)
    assert took < QUICK_S
    assert said != ""


def test_a_table_pasted_into_the_search_box_is_one_line_of_words(window: MainWindow, qtbot: QtBot) -> None:
    paste(window.models.search_box, "camera\tan ninh\r\ntổ 5\n")

    qtbot.waitUntil(lambda: len(window.models.rows.ids) == 1)


@pytest.mark.parametrize("field", ["name", "funding", "notes", "type", "areas", "founded_on"])
def test_a_megabyte_in_any_field_of_the_form_is_refused_at_the_field_and_what_stood_there_stays(
    field: str, window: MainWindow
) -> None:
    form = window.models.form
    before = form.fields.one(field)

    took = paste(control(window, field), MEGABYTE)

    assert took < QUICK_S
    assert form.fields.one(field) == before
    assert form.fields.problem(field) != ""


def test_lines_pasted_into_notes_are_saved_as_lines_and_tabs_as_spaces(window: MainWindow, session: Session) -> None:
    form = window.models.form
    assert form.model is not None
    paste(control(window, "notes"), "Một\r\nHai\tBa")

    assert window.models.save()

    assert session.registry.models.one(form.model).notes == "Một\nHai Ba"


def test_a_megabyte_in_the_findings_of_a_review_is_said_and_the_review_can_still_be_recorded(
    window: MainWindow, session: Session
) -> None:
    dialog = ReviewDialog(session, window.models.chosen, None, window)

    took = paste(dialog.fields["findings"].control, MEGABYTE)
    dialog.yes_button.click()

    assert took < QUICK_S
    assert dialog.result() == ReviewDialog.DialogCode.Accepted
    dialog.deleteLater()


def test_lines_pasted_into_find_and_replace_are_one_line(window: MainWindow, session: Session) -> None:
    dialog = ReplaceDialog(session, window.models.chosen, (), window)

    paste(dialog.fields["find"].control, "an\r\nninh\t")

    assert dialog.fields["find"].typed() == "an ninh"
    dialog.deleteLater()


def test_a_megabyte_as_the_name_of_a_view_is_no_view_and_is_asked_again(window: MainWindow, session: Session) -> None:
    answers = [MEGABYTE, None]
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QInputDialog):
            text = answers.pop(0)
            if text is None:
                box.reject()
            else:
                box.setTextValue(text)
                box.accept()
        elif box is not None:
            told.append(box.windowTitle())
            box.close()
        if answers or box is None:
            QTimer.singleShot(5, answer)

    QTimer.singleShot(0, answer)
    window.tools["save_view"].trigger()

    assert told != []
    assert session.registry.views.all() == ()


# -- dates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", NO_DATES)
def test_a_day_that_there_is_not_is_said_at_its_field_nothing_is_saved_and_it_stays_typed(
    typed: str, window: MainWindow, session: Session
) -> None:
    form, newest = window.models.form, session.registry.undoable
    form.fields.fill({"founded_on": typed, "notes": "Thêm một dòng"})

    saved = window.models.save()

    assert not saved
    assert form.fields.problem("founded_on") != ""
    assert (form.fields.one("founded_on"), form.fields.one("notes")) == (typed, "Thêm một dòng")
    assert session.registry.undoable == newest


@pytest.mark.parametrize("typed", NO_DATES)
def test_such_a_day_in_a_review_keeps_the_dialog_open(typed: str, window: MainWindow, session: Session) -> None:
    dialog = ReviewDialog(session, window.models.chosen, None, window)
    dialog.fields.fill({"on": typed})

    dialog.yes_button.click()

    assert dialog.result() == ReviewDialog.DialogCode.Rejected
    assert dialog.fields.problem("on") != ""
    dialog.deleteLater()


def test_such_a_day_in_a_query_is_said_and_the_words_are_still_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    type_text(window.models.search_box, "camera rà-soát<31/02/2026")

    qtbot.waitUntil(lambda: len(window.models.rows.ids) == 2)
    qtbot.waitUntil(lambda: window.models.filtering.search_bar.complaint != "")


# -- what was left behind ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"\0\xff\x00", b"[user\nwho=", "who: Lan".encode("utf-16"), b"x" * 2_000_000])
def test_damaged_settings_are_said_once_and_the_register_opens(
    content: bytes, session: Session, preferences_folder: Path, qapp: QApplication, asked: Asked, qtbot: QtBot
) -> None:
    path = session.registry.path
    session.close()
    preferences_folder.mkdir(exist_ok=True)
    (preferences_folder / preferences.FILE).write_bytes(content)

    windows = program.windows(qapp, path)
    windows.now.show()
    qtbot.waitUntil(lambda: len(asked.said) == 1)

    assert preferences.DAMAGED in asked.texts[0]
    assert windows.session.is_open
    windows.now.close()
    windows.now.deleteLater()
    windows.deleteLater()


def test_settings_of_a_newer_version_are_read_as_far_as_they_are_known(
    session: Session, preferences_folder: Path, qapp: QApplication, asked: Asked
) -> None:
    path = session.registry.path
    session.close()
    preferences_folder.mkdir(exist_ok=True)
    newer = "[user]\nwho = Lan\ntheme = sepia\nlanguage = vi\nfont_points = 400\nhover = yes\n[cloud]\nkey = 1\n"
    (preferences_folder / preferences.FILE).write_text(newer, "utf-8")

    windows = program.windows(qapp, path)
    windows.choices.change(who="Hoa")

    kept = (preferences_folder / preferences.FILE).read_text("utf-8")
    assert (windows.choices.now.theme, windows.choices.now.font_points) == ("system", preferences.AS_SYSTEM)
    assert all(line in kept for line in ("who = Hoa", "theme = sepia", "hover = yes", "key = 1"))
    assert asked.said == []
    windows.session.close()
    windows.now.deleteLater()
    windows.deleteLater()


def test_a_window_whose_screen_is_gone_comes_back_in_sight(qtbot: QtBot) -> None:
    far = QWidget()
    far.setGeometry(QRect(7000, 5000, 900, 600))
    Choices().keep_shape(SHAPE, far.saveGeometry())
    far.deleteLater()

    window = MainWindow(Session(), Choices())

    assert window.screen().availableGeometry().contains(window.geometry())
    window.deleteLater()


# -- two windows -------------------------------------------------------------------------------------------------------


def test_of_two_windows_on_one_register_the_second_reads_says_why_and_writes_once_the_first_has_closed(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    path, other = session.registry.path, Session()
    second = MainWindow(other, Choices())
    second.show()
    other.open(path)
    add(session, name="Thêm ở cửa sổ thứ nhất", type="camera an ninh")
    refused = second.notice.text, second.tools["new"].isEnabled()
    again = second.notice.findChildren(QPushButton)[0]

    again.click()
    still = second.notice.text
    window.close()
    again.click()
    saved = models.edit(other.registry, models_of(other)[0], {"notes": "Sửa ở cửa sổ thứ hai"})

    assert "Lan" in refused[0]
    assert not refused[1]
    assert "Lan" in still
    assert not second.notice.isVisible()
    assert len(models_of(other)) == 4
    assert saved.ids
    second.close()
    second.deleteLater()


def models_of(session: Session) -> list[ModelId]:
    """All models as this session finds them."""
    return [ModelId(one) for one in session.registry.models.ids(Search(), session.moment)]


def test_a_question_with_any_letters_is_plain_text(qtbot: QtBot) -> None:
    seen: list[object] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        seen.append(box.property("textFormat"))
        box.close()

    QTimer.singleShot(0, look)
    ask.tell(None, "<img src=x><b>&amp;\n\t\u202e")

    assert seen == [Qt.TextFormat.PlainText]
