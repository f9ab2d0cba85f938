"""What is opened first is loaded before it is asked for."""

import sys
from importlib.util import find_spec

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.ui import warming

SELDOM = "colorsys"
"""A module that nothing else here loads."""


def test_all_is_loaded_step_by_step_and_then_it_rests(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, SELDOM, raising=False)
    monkeypatch.setattr(warming, "MODULES", (*warming.MODULES, SELDOM))
    monkeypatch.setattr(warming, "FIRST_MS", 1)
    monkeypatch.setattr(warming, "STEP_MS", 1)

    found = warming.Warming(qapp)

    assert SELDOM not in sys.modules
    qtbot.waitUntil(lambda: not found._timer.isActive())
    assert SELDOM in sys.modules
    found.deleteLater()


def test_what_is_to_be_loaded_is_there() -> None:
    assert all(find_spec(module) for module in warming.MODULES)
