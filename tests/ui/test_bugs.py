"""A bug is written down without what was typed, and told once, however often it comes."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from registry_app.ui import bugs
from registry_app.ui.bugs import Bugs
from tests.ui.conftest import Asked


def planted(secret: str) -> ValueError:
    try:
        raise ValueError(f"cannot read {secret}")
    except ValueError as problem:
        return problem


def take(hook: Bugs, problem: BaseException) -> None:
    hook.take(type(problem), problem, problem.__traceback__)


def test_the_log_says_what_and_where_and_no_value(asked: Asked, qtbot: QtBot) -> None:
    hook = Bugs()

    take(hook, planted("012345678901 Nguyễn Văn An"))
    qtbot.waitUntil(lambda: len(asked.texts) == 1)

    log = bugs.log_file().read_text("utf-8")
    assert "ValueError" in log
    assert "test_bugs.py" in log
    assert "planted" in log
    assert "012345678901" not in log
    assert "Nguyễn" not in log


def test_the_user_is_told_once_where_the_log_is(asked: Asked, qtbot: QtBot) -> None:
    hook = Bugs()

    for _cell in range(50):
        take(hook, planted("x"))
    qtbot.waitUntil(lambda: len(asked.texts) == 1)

    assert str(bugs.log_file()) in asked.texts[0]
    assert bugs.log_file().read_text("utf-8").count("ValueError") == 50


def test_a_bug_in_a_thread_is_told_on_the_thread_of_the_window(asked: Asked, qtbot: QtBot) -> None:
    hook = Bugs()
    worker = threading.Thread(target=take, args=(hook, planted("x")))

    worker.start()
    worker.join()
    before = list(asked.texts)
    qtbot.waitUntil(lambda: len(asked.texts) == 1)

    assert before == []


def test_a_full_log_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bugs, "LOG_LIMIT", 10)

    for _time in range(3):
        bugs.write(ValueError, planted("x").__traceback__)

    assert bugs.log_file().read_text("utf-8").count("ValueError") == 1
    assert bugs.log_file().with_suffix(".old.log").is_file()


def test_a_log_that_cannot_be_written_still_lets_the_user_know(asked: Asked, qtbot: QtBot) -> None:
    hook = Bugs()
    bugs.log_file().parent.write_text("a file where the folder should be")

    take(hook, planted("x"))

    qtbot.waitUntil(lambda: len(asked.texts) == 1)
