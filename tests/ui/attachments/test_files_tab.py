from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from registry_app.ui.attachments.files_tab import FilesTab
from registry_app.ui.session import Session

from ..conftest import Asked

PDF = b"%PDF-1.7\n% a paper\n"


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> FilesTab:
    tab = FilesTab(session)
    qtbot.addWidget(tab)
    tab.show_row("model", 1, writable=True)
    return tab


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Quyết định 12.pdf"
    path.write_bytes(PDF)
    return path


def shown(tab: FilesTab) -> list[str]:
    return [tab.files.item(row).text().partition("\n")[0] for row in range(tab.files.count())]


def dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    dropped.kept = data  # type: ignore[attr-defined]
    nothing = Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing)


def test_files_chosen_by_the_button_are_shown_and_undone(
    tab: FilesTab, session: Session, asked: Asked, paper: Path
) -> None:
    asked.will([paper])

    tab.add_button.click()
    assert shown(tab) == ["Quyết định 12.pdf"]
    session.undo()

    assert shown(tab) == []


def test_what_is_dropped_is_kept_with_a_small_picture(tab: FilesTab, paper: Path, tmp_path: Path) -> None:
    photo = tmp_path / "ảnh.jpg"
    Image.new("RGB", (300, 200), "blue").save(photo)

    tab.dropEvent(dropped(paper, photo))

    assert shown(tab) == ["Quyết định 12.pdf", "ảnh.jpg"]
    colour = tab.files.item(1).icon().pixmap(64, 64).toImage().pixelColor(32, 20)
    assert colour.blue() > 200 > colour.red()


def test_what_is_not_taken_is_said_and_nothing_is_lost(
    tab: FilesTab, asked: Asked, paper: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "phim.mp4"
    wrong.write_bytes(b"no")
    asked.will([paper, wrong])

    tab.add_button.click()

    assert "phim.mp4" in tab.notice
    assert shown(tab) == []


def test_a_copy_is_saved_where_one_says(tab: FilesTab, asked: Asked, paper: Path, tmp_path: Path) -> None:
    tab.add([paper])
    asked.will(tmp_path / "bản sao.pdf")

    tab.copy_button.click()

    assert (tmp_path / "bản sao.pdf").read_bytes() == PDF
    assert asked.files == [tmp_path / "bản sao.pdf"]


def test_a_file_is_renamed_and_taken_away(tab: FilesTab, asked: Asked, paper: Path) -> None:
    tab.add([paper])
    asked.will("QĐ thành lập")

    tab.name_button.click()
    assert shown(tab) == ["QĐ thành lập.pdf"]
    tab.remove_button.click()

    assert shown(tab) == []
    assert not tab.remove_button.isEnabled()


def test_nothing_can_be_added_where_nothing_can_be_written(tab: FilesTab) -> None:
    tab.show_row("model", 1, writable=False)

    assert not tab.add_button.isEnabled()
