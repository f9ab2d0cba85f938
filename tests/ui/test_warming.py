"""What is opened first is loaded before it is asked for."""

import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.ui import warming


def test_all_is_loaded_step_by_step_and_then_it_rests(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "FIRST_MS", 1)
    monkeypatch.setattr(warming, "STEP_MS", 1)
    found = warming.Warming(qapp)
    qtbot.waitUntil(lambda: not found._timer.isActive())
    assert set(warming.MODULES) <= set(sys.modules)
    found.deleteLater()
