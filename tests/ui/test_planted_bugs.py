"""A bug in a slot, a model or a thread: the log names no value, the window goes on, nothing that was saved is lost."""

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.operations import files
from registry_app.ui import bugs
from registry_app.ui.background import Progress, run_aside
from registry_app.ui.bugs import Bugs
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from tests.ui.conftest import Asked

SECRET = "Nguyễn Văn Mật 001094012345"

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def window(session: Session, asked: Asked, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as the program runs it: bugs are caught."""
    hooks = sys.excepthook, threading.excepthook
    hook = Bugs()
    hook.install()
    shown = MainWindow(session, Choices())
    shown.models.show_search(Search())
    shown.show()
    shown.models.list.selectRow(0)
    yield shown
    sys.excepthook, threading.excepthook = hooks
    shown.models.form.give_up()
    shown.close()
    shown.deleteLater()


def fail(*_arguments: Any) -> Any:
    """The bug."""
    raise ValueError(f"cannot read {SECRET}")


def in_slot(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.models.saved_views.save_new = fail  # type: ignore[method-assign]
    window.tools["save_view"].trigger()


def in_model(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(window.models.rows), "row", fail)
    window.models.list.viewport().update()


def in_thread(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_go_on: Progress) -> None:
        fail()

    run_aside(window, work, fail, lambda _problem: None, title="…")


@pytest.mark.parametrize("plant", [in_slot, in_model, in_thread])
def test_the_window_goes_on_and_what_was_saved_is_there(
    plant: Callable[[MainWindow, pytest.MonkeyPatch], None],
    window: MainWindow,
    session: Session,
    asked: Asked,
    preferences_folder: Any,
) -> None:
    form = window.models.form
    form.fields.fill({"notes": "Lưu trước"})
    assert window.models.save()

    with pytest.MonkeyPatch.context() as planting:
        plant(window, planting)
        while not asked.said:
            QApplication.processEvents()
    form.fields.fill({"notes": "Lưu sau"})
    saved = window.models.save()

    model, path = form.model, session.registry.path
    assert saved
    assert model is not None
    assert "ValueError" in bugs.log_file().read_text("utf-8")
    assert not any(part in bugs.log_file().read_text("utf-8") for part in SECRET.split())
    with files.open_register(path, who="") as again:
        assert again.models.one(model).notes == "Lưu sau"
