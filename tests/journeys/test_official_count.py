"""The official count is one number: in the list's footer, at the left, on paper and on the command line."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from registry_app.cli.main import main
from registry_app.domain.search import Search
from registry_app.operations import counting, printing
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models.sidebar import COUNT
from registry_app.ui.session import Session


@pytest.fixture
def window(sample_session: Session) -> Iterator[MainWindow]:
    """The window on the sample ward."""
    shown = MainWindow(sample_session, Choices())
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def tip(window: MainWindow) -> str:
    """What the first line at the left says when the mouse rests on it."""
    return str(window.models.sidebar.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_footer_sidebar_paper_and_command_line_say_the_same(
    window: MainWindow, sample_session: Session, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    registry, at = sample_session.registry, sample_session.moment
    count = counting.official(registry, at.on)
    notation = re.compile(r"[0-9.]+ mô hình / [0-9.]+ điểm / [0-9.]+ tổ")
    search = printing.default_search("models")
    paper = printing.render(printing.prepare(registry, "models", search, at))
    printed = " ".join(PdfReader(BytesIO(paper.pdf)).pages[-1].extract_text().split())

    qtbot.waitUntil(lambda: str(count) in window.count_line)
    qtbot.waitUntil(lambda: str(count) in tip(window))
    main(["count", str(registry.path), "--as-of", at.on.isoformat()])

    said = (window.count_line, tip(window), printed, capsys.readouterr().out)
    assert {match for text in said for match in notation.findall(text)} == {str(count)}
    assert all(str(count.models.people // 1000) + "." in text for text in said)


def test_the_footer_counts_what_the_list_shows(window: MainWindow, sample_session: Session, qtbot: QtBot) -> None:
    search = Search(words="camera an ninh")
    ids = sample_session.registry.models.ids(search, sample_session.moment)
    count = counting.official(sample_session.registry, sample_session.moment.on, ids)

    window.models.search_box.setText("camera an ninh")

    qtbot.waitUntil(lambda: window.count_line.endswith(count.said))
    assert count.models.camera_points > 0


def test_statutory_bodies_have_a_view_of_their_own(window: MainWindow, sample_session: Session, qtbot: QtBot) -> None:
    window.models.sidebar.choose("statutory")

    qtbot.waitUntil(lambda: "tổ chức theo luật định" in window.count_line)
    assert len(window.models.rows.ids) == 6
    assert all(row.statutory for row in window.models.rows.rows())
    item = window.models.sidebar.currentItem()
    assert item is not None
    assert item.text(COUNT) == "6"


def test_what_ended_is_said_by_kind_since_it_does_not_count(window: MainWindow, qtbot: QtBot) -> None:
    window.models.sidebar.choose("ended")

    qtbot.waitUntil(lambda: "mô hình, " in window.count_line)
    assert " / 0 " not in window.count_line


def test_a_change_is_counted_at_once(window: MainWindow, sample_session: Session, qtbot: QtBot) -> None:
    before = str(counting.official(sample_session.registry, sample_session.moment.on))
    qtbot.waitUntil(lambda: before in window.count_line)
    registry = sample_session.registry

    with registry.change("t"):
        registry.models.trash([registry.models.by_code("CAM-2019-001")], "2026-11-15")

    after = str(counting.official(registry, sample_session.moment.on))
    assert after != before
    qtbot.waitUntil(lambda: after in window.count_line)
    qtbot.waitUntil(lambda: after in tip(window))
