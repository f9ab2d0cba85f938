"""The monthly round, through the window only: what is overdue is reviewed, the rest printed, a slip taken back."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.session import Session
from tests.ui.conftest import Asked


@pytest.fixture
def window(sample_session: Session) -> Iterator[MainWindow]:
    """The window on the sample ward, its overdue models in the list."""
    shown = MainWindow(sample_session, Choices())
    shown.show()
    shown.models.show_search(Search(view="overdue"))
    yield shown
    shown.close()
    shown.deleteLater()


def in_dialog(work: Callable[[ReviewDialog], None]) -> None:
    """Do ``work`` in the dialog that the next command opens."""

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReviewDialog)
        work(dialog)

    QTimer.singleShot(0, meet)


def press(window: QWidget, words: str) -> None:
    next(button for button in window.findChildren(QPushButton) if words in button.text().replace("&", "")).click()


def test_a_round_of_reviews_from_the_overdue_list_to_the_signed_paper(
    window: MainWindow, sample_session: Session, qtbot: QtBot, asked: Asked, tmp_path: Path
) -> None:
    registry, at = sample_session.registry, sample_session.moment
    before = registry.models.view_counts(at)
    rows = window.models.rows.rows()[:2]

    def fill(dialog: ReviewDialog) -> None:
        good = next(grade for grade in registry.lists.grades.values() if grade.name == "Tốt")
        dialog.fields.fill({"grade": str(good.id), "effective": "yes"})
        dialog.yes_button.click()

    selection = window.models.list.selectionModel()
    for place in range(2):
        selection.select(
            window.models.rows.index(place, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        )
    in_dialog(fill)
    window.tools["mark_reviewed"].trigger()
    reviewed = registry.models.window([row.id for row in rows], at)
    assert {(row.last_review, row.grade, row.due != "overdue") for row in reviewed} == {
        (at.on.isoformat(), "Tốt", True)
    }
    assert registry.models.view_counts(at)["overdue"] == before["overdue"] - 2
    assert len(window.models.rows.rows()) == before["overdue"] - 2

    file = tmp_path / "đến hạn.pdf"
    asked.will(file)
    window.tools["print_due"].trigger()
    (paper,) = window.findChildren(PrintWindow)
    with qtbot.waitSignal(paper.shown):
        pass
    press(paper, "Lưu PDF")
    printed = " ".join(page.extract_text() for page in PdfReader(BytesIO(file.read_bytes())).pages)
    codes = set(re.findall(r"\b[A-Z]+-\d{4}-\d{3}\b", printed))
    assert len(codes) == registry.models.view_counts(at)["due"] == before["due"] - 2
    assert rows[0].code not in codes
    paper.close()

    window.tools["undo"].trigger()
    assert registry.models.view_counts(at) == before
    assert len(window.models.rows.rows()) == before["overdue"]
