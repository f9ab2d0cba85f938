"""The print window: what is seen is what is saved and printed, and it follows the choices and the register."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import printing
from registry_app.reports.spec import Kind
from registry_app.ui import ask
from registry_app.ui.printing import ways
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.session import Session
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.scrolling import Scrolling
from tests.reports.reading import texts
from tests.ui.conftest import Asked, add

Opened = Callable[..., PrintWindow]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Opened:
    """Opens a print window and waits until the paper is seen."""

    def open_window(report: str = "models", words: str = "", selected: tuple[ModelId, ...] = ()) -> PrintWindow:
        window = PrintWindow(session, report, Search(words=words), selected, None)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.shown):
            window.show()
        return window

    return open_window


def press(window: QWidget, words: str) -> None:
    next(button for button in window.findChildren(QPushButton) if words in button.text().replace("&", "")).click()


def said(window: QWidget) -> list[str]:
    return [label.text for label in window.findChildren(MarkedLabel) if label.text]


def read(window: PrintWindow) -> str:
    """The text of the first page, lines joined."""
    return " ".join(texts(paper(window).printed.pdf)[0].split())


def paper(window: PrintWindow) -> ways.Paper:
    assert window.paper is not None
    return window.paper


def test_the_saved_file_is_the_paper_byte_for_byte(
    opened: Opened, session: Session, asked: Asked, tmp_path: Path
) -> None:
    file = tmp_path / "danh sách.pdf"
    asked.will(file)

    press(opened(), "Lưu PDF")

    prepared = printing.prepare(session.registry, "models", Search(), session.moment)
    assert file.read_bytes() == printing.render(prepared).pdf
    assert asked.files == [file]
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_is_gone_is_told_and_the_window_stays(
    opened: Opened, session: Session, asked: Asked, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened()
    asked.will(tmp_path / "không có" / "a.pdf")

    with qtbot.waitSignal(session.problem) as problem:
        press(window, "Lưu PDF")

    assert "a.pdf" in problem.args[0]
    assert window.isVisible()
    assert asked.files == []


def test_each_choice_of_rows_says_how_many_it_prints(opened: Opened, session: Session) -> None:
    first = session.registry.models.ids(Search(), session.moment)[0]

    window = opened(words="camera", selected=(ModelId(first),))

    assert [text.rsplit(": ", 1)[1] for text in window.panel.row_texts] == ["2", "1", "3"]


def test_a_list_that_shows_all_is_not_offered_twice(opened: Opened) -> None:
    assert [text.rsplit(": ", 1)[1] for text in opened().panel.row_texts] == ["0", "3"]


def test_selected_rows_are_printed_whole_also_as_a_due_list(opened: Opened, session: Session, qtbot: QtBot) -> None:
    chosen = tuple(ModelId(number) for number in session.registry.models.ids(Search(), session.moment))
    window = opened("due", selected=chosen)

    with qtbot.waitSignal(window.shown):
        window.panel.choose(rows="selected")

    assert paper(window).printed.rows == 3
    assert "Các mô hình được chọn" in read(window)


def test_the_count_printed_is_the_count_shown(opened: Opened) -> None:
    window = opened(words="tieng keng")

    assert paper(window).printed.rows == 1
    assert "1 dòng" in said(window)[0]
    assert "Tiếng kẻng an ninh" in read(window)


def test_choosing_the_selected_rows_sets_the_paper_anew(opened: Opened, session: Session, qtbot: QtBot) -> None:
    chosen = tuple(ModelId(number) for number in session.registry.models.ids(Search(), session.moment)[:2])
    window = opened(selected=chosen)

    with qtbot.waitSignal(window.shown):
        window.panel.choose(rows="selected")

    assert paper(window).printed.rows == 2


def test_as_an_appendix_the_paper_has_no_letterhead(opened: Opened, qtbot: QtBot) -> None:
    window = opened()

    with qtbot.waitSignal(window.shown):
        window.panel.choose(kind=Kind.APPENDIX)

    assert "Phụ lục" in read(window)
    assert "CỘNG HÒA" not in read(window)


def test_the_due_list_begins_with_the_rows_that_are_due(opened: Opened) -> None:
    window = opened("due")

    assert paper(window).printed.rows == 1
    assert "Camera an ninh tổ 5" in read(window)


def test_the_other_report_is_set_with_its_own_rows(opened: Opened, qtbot: QtBot) -> None:
    window = opened()

    with qtbot.waitSignal(window.shown):
        window.panel.choose(report="due")

    assert "Danh sách đến hạn" in window.windowTitle()
    assert paper(window).printed.rows == 1


def test_the_preview_follows_the_register(opened: Opened, session: Session, qtbot: QtBot) -> None:
    window = opened()

    with qtbot.waitSignal(window.shown):
        for number in range(60):
            add(session, name=f"Tự quản ngõ {number}", type="camera an ninh")

    assert paper(window).printed.rows == 63
    assert window.preview.pages == paper(window).pages > 1


def test_another_paper_leaves_the_reader_on_the_page(opened: Opened, session: Session, qtbot: QtBot) -> None:
    for number in range(90):
        add(session, name=f"Tự quản ngõ {number}", type="camera an ninh")
    window = opened()
    window.preview.go_to(3)

    with qtbot.waitSignal(window.shown):
        add(session, name="Thêm một", type="camera an ninh")

    assert window.preview.page == 3


def test_letters_without_a_font_are_listed(opened: Opened, session: Session) -> None:
    add(session, name="Tổ 🦉 canh đêm", type="camera an ninh")

    assert any("🦉" in text for text in said(opened()))


def test_cancel_leaves_the_old_pages_and_says_so(opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    window = opened()
    enough = threading.Event()
    monkeypatch.setattr(printing, "render", lambda _prepared, _progress=None: enough.wait(5))

    window.panel.choose(kind=Kind.APPENDIX)
    qtbot.waitUntil(lambda: bool(waiting(window)))
    buttons = waiting(window)[0].findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.buttons()[0].click()
    enough.set()

    qtbot.waitUntil(lambda: any("Đã dừng" in text for text in said(window)))
    assert window.paper is None


def waiting(window: QWidget) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_the_reader_gets_a_copy_that_cannot_be_written_to(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []

    def show(file: Path) -> bool:
        shown.append(file)
        return True

    monkeypatch.setattr(ask, "show_file", show)
    window = opened()

    press(window, "trình đọc")
    press(window, "trình đọc")

    assert [file.read_bytes() for file in shown] == [paper(window).printed.pdf] * 2
    assert len(set(shown)) == 2
    assert not any(stat.S_IMODE(file.stat().st_mode) & 0o222 for file in shown)


def test_a_computer_without_a_reader_is_told_so(opened: Opened, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "show_file", lambda _file: False)

    press(opened(), "trình đọc")

    assert "không có chương trình" in asked.texts[0]


def test_the_window_goes_with_the_register(opened: Opened, session: Session) -> None:
    window = opened()

    session.close()

    assert not window.isVisible()


def test_the_size_of_the_preview_steps_from_what_is_seen(opened: Opened) -> None:
    preview = opened().preview
    fitted = preview.size_seen()

    preview.step_size(1)

    assert preview.size_seen() == pytest.approx(fitted * 1.25)


def test_a_wish_is_kept_as_a_template_and_taken_up_again(
    opened: Opened, session: Session, asked: Asked, qtbot: QtBot
) -> None:
    window = opened()
    with qtbot.waitSignal(window.shown):
        window.panel.wish(title="Bảng kê", columns=("name", "code"))
    asked.will("Bảng kê gọn")
    window.panel.keep_wanted.emit()

    other = opened()
    assert "BẢNG KÊ" not in read(other)
    with qtbot.waitSignal(other.shown):
        other.panel.templates.setCurrentIndex(1)

    assert "BẢNG KÊ" in read(other)
    assert [one.name for one in session.registry.templates.all()] == ["Bảng kê gọn"]


def test_a_template_is_deleted_and_comes_back_by_undo(opened: Opened, session: Session, asked: Asked) -> None:
    window = opened()
    asked.will("Của tôi")
    window.panel.keep_wanted.emit()

    window.panel.drop_wanted.emit()
    assert session.registry.templates.all() == ()
    session.undo()

    assert [one.name for one in session.registry.templates.all()] == ["Của tôi"]


def test_columns_are_those_that_are_ticked_in_their_order(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    columns = window.panel.columns.columns

    with qtbot.waitSignal(window.shown):
        columns.item(1).setCheckState(Qt.CheckState.Unchecked)

    assert columns.item(1).text() == "Tên mô hình"
    assert "Tên mô hình" not in read(window).split("(1)")[0]


def test_on_a_low_screen_no_tab_scrolls_and_on_a_lower_one_only_that_which_must(opened: Opened) -> None:
    window = opened()
    scrolls = {}
    for height in (708, 560):  # the first on a screen of 1366 × 768
        window.resize(1080, height)
        for part, tab in enumerate((window.panel.rows, window.panel.columns, window.panel.paper)):
            window.panel.findChildren(QTabWidget)[0].setCurrentIndex(part)
            QApplication.processEvents()
            area = next(one for one in window.panel.findChildren(Scrolling) if one.widget() is tab)
            scrolls[height, part] = area.verticalScrollBar().maximum()

    assert [scrolls[708, part] for part in range(3)] == [0, 0, 0]
    assert scrolls[560, 0] == 0
    assert scrolls[560, 2] > 50


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_the_same_paper_is_saved_for_word_and_excel(
    opened: Opened, asked: Asked, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    window = opened()
    asked.will(tmp_path / f"a{suffix}")

    press(window, {".docx": "Word", ".xlsx": "Excel"}[suffix])

    qtbot.waitUntil(lambda: asked.files == [tmp_path / f"a{suffix}"])
    assert (tmp_path / f"a{suffix}").read_bytes().startswith(b"PK")


def test_a_day_that_is_none_is_told_and_the_paper_stays(opened: Opened) -> None:
    window = opened()
    before = read(window)

    window.panel.rows.as_of.fill("31/02/2026")
    window.panel.rows.as_of.committed.emit()

    assert any("31/02" in text for text in said(window))
    assert read(window) == before


def test_what_is_printed_of_people_is_entered(
    sample_session: Session, asked: Asked, tmp_path: Path, qtbot: QtBot
) -> None:
    registry = sample_session.registry
    team = registry.inside.teams.ids(Search(noun="team"), sample_session.moment, 1)[0]
    window = PrintWindow(sample_session, "members", Search(noun="team"), (team,), None)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.shown):
        window.show()
    asked.will(tmp_path / "a.pdf")

    press(window, "Lưu PDF")

    (given,) = registry.given_out.all()
    members = registry.inside.teams.window([team], sample_session.moment)[0].members
    assert (given.way, given.copy, given.people) == ("pdf", "full", members)


def test_what_is_printed_while_long_work_has_the_register_is_entered_afterwards(
    sample_session: Session, asked: Asked, tmp_path: Path, qtbot: QtBot
) -> None:
    team = sample_session.registry.inside.teams.ids(Search(noun="team"), sample_session.moment, 1)[0]
    window = PrintWindow(sample_session, "members", Search(noun="team"), (team,), None)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.shown):
        window.show()
    asked.will(tmp_path / "a.pdf")
    held = threading.Event()
    sample_session.run_long(None, lambda _registry: held.wait(10), title="")

    press(window, "Lưu PDF")
    lent = sample_session.is_lent
    held.set()

    assert lent
    qtbot.waitUntil(lambda: not sample_session.is_lent and bool(sample_session.registry.given_out.all()))
