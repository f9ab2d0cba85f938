"""A round over thousands of models: no step of the user holds the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Order, Search
from registry_app.operations import rounds
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.rounds.close_dialog import CloseRoundDialog
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.open_dialog import OpenRoundDialog
from tests.ui import conftest
from tests.ui.conftest import THOUSANDS
from tests.ui.working import Heart

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")


def test_no_step_of_a_large_round_holds_the_window(
    large_register: Path, tmp_path: Path, heart: Heart, qtbot: QtBot
) -> None:
    session = conftest.opened(large_register, tmp_path / "large.registry")
    main = MainWindow(session, Choices())
    main.models._open()
    with qtbot.waitExposed(main):
        main.show()
    opening = OpenRoundDialog(session, Search(), main)
    heart.during("show the dialog", opening.show, lambda: not opening._counting.isActive())
    heart.during("open the round", opening._go, lambda: opening.opened is not None and not session.is_lent)
    main.turn_to("round")
    page = main.rounds
    heart.during("read the rows", page.look_again, lambda: len(page.rows.rows.all) == THOUSANDS)
    heart.during("find", lambda: page.rows.search_box.try_text("camera 77"))
    heart.during("find all", page.rows.reset)
    heart.during("sort", lambda: page.rows._sort(Order("model", descending=True)))
    heart.during("choose all", page.rows.table.selectAll)
    page.rows.table.choose_first()
    heart.during("entry screen", main.tools["enter_round"].trigger, lambda: bool(main.findChildren(EntryWindow)))
    (entry,) = main.findChildren(EntryWindow)
    heart.during("grade", lambda: QTest.keyClicks(entry.view, "1"))
    heart.during("next row", lambda: QTest.keyClick(entry.view, Qt.Key.Key_Return))
    heart.during("leave", entry.reject, lambda: not session.is_lent)
    assert page.shown is not None
    found = rounds.closing(session.registry, page.shown.round.id)
    closing = CloseRoundDialog(session, page.shown, found, main)
    heart.during("preview", closing.show)
    closing.fields["leave_out_rest"].fill("Chưa rà soát kịp")
    heart.during("close the round", closing._go, lambda: closing.closed is not None and not session.is_lent)
    heart.during("undo", main.tools["undo"].trigger, lambda: not session.is_lent)

    assert page.shown.is_open
    assert heart.late == {}
    for dialog in (opening, closing):
        dialog.done(0)
        dialog.deleteLater()
    main.close()
    main.deleteLater()
    session.close()
