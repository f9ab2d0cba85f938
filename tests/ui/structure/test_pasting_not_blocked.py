"""Pasting a whole roster into a team never holds the window, however long it is, in a register of 10,000 people."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import TeamId
from registry_app.operations import files
from registry_app.ui.session import Session
from registry_app.ui.structure.paste_dialog import PasteDialog
from registry_app.ui.structure.team_window import TeamWindow
from tests.benchmarks.inside import FAMILY, GIVEN, MIDDLE, fill
from tests.ui.conftest import opened
from tests.ui.working import Heart

pytestmark = pytest.mark.xdist_group("pasting")
"""What is made once for all of them is made in one process."""

PEOPLE, IN_SAMPLE = 10_000, 4_000
TEAM = TeamId(10_000)
HEADING = "STT\tHọ và tên\tNgày sinh\tChức vụ\tSố điện thoại\tSố CCCD\tĐịa chỉ\n"


@pytest.fixture(scope="module")
def crowded(sample_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample ward with 10,000 people, to be copied."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.registry"
    shutil.copyfile(sample_register, path)
    with files.open_register(path) as registry:
        fill(registry, PEOPLE - IN_SAMPLE)
    return path


@pytest.fixture
def session(crowded: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    one = opened(crowded, tmp_path / "crowded.registry")
    yield one
    one.close()


def block(count: int) -> str:
    """People with names and years that many of the register have."""
    chance = random.Random(count)
    names = (FAMILY, MIDDLE, GIVEN)
    lines = [
        f"{row}\t{' '.join(map(chance.choice, names))}\t{chance.randint(1945, 2006)}\tTổ viên\t09{77_000_000 + row}\t"
        f"0310{70_000_000 + row}\tSố {row} Lê Lợi\n"
        for row in range(1, count + 1)
    ]
    return HEADING + "".join(lines)


def wait_for_check(dialog: PasteDialog) -> None:
    loop = QEventLoop()
    dialog.checked.connect(loop.quit)
    loop.exec()


def another_meaning(dialog: PasteDialog) -> None:
    dialog.choices[6].setCurrentIndex(dialog.choices[6].findData("notes"))
    wait_for_check(dialog)


@pytest.mark.parametrize("count", [40, 500, 2000])
def test_a_roster_is_pasted_checked_and_added_while_the_window_paints(
    session: Session, monkeypatch: pytest.MonkeyPatch, heart: Heart, qtbot: QtBot, count: int
) -> None:
    window = TeamWindow(session, TEAM)
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    table = window.members.sheet.view
    table.go_to(0, 0, typing=False)
    before, asked, over = len(table.sheet.filled), [], []

    def use(dialog: PasteDialog) -> int:
        dialog.show()
        wait_for_check(dialog)
        another_meaning(dialog)
        asked.append(dialog.sheet.twins.question)
        dialog.yes_button.click()
        return dialog.result()

    def paste() -> None:
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        over.append(True)

    monkeypatch.setattr(PasteDialog, "exec", use)
    QGuiApplication.clipboard().setText(block(count))

    heart.during("paste, check, add", paste, until=lambda: bool(over))

    assert heart.late == {}
    assert "NB-" in asked[0]
    assert len(window.members.sheet.now.filled) == before + count
