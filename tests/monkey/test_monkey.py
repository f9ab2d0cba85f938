"""A short run of the monkey, and proof that it would notice."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from registry_app.operations import models
from registry_app.store.registry import Registry
from registry_app.ui.bugs import Bugs
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from tests.ui.conftest import QUIET, asked, look, preferences_folder, sample_session  # noqa: F401 - fixtures

from . import ledger, truths
from .__main__ import one
from .watching import Watch

SEEDS, EVENTS = (1, 2), 150
SLOW_MS = 400.0
"""The machine that runs all tests has other work to do at the same time."""


@pytest.mark.parametrize("seed", SEEDS)
def test_a_monkey_finds_nothing(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clean = one(seed, EVENTS, tmp_path, SLOW_MS)

    assert clean, capsys.readouterr().out


# -- it would notice ---------------------------------------------------------------------------------------------------


@pytest.fixture
def watch(qtbot: QtBot, asked: object) -> Iterator[Watch]:  # noqa: F811
    """A watch that has the ear of Python and Qt, for the time of a test."""
    hook = sys.excepthook
    made = Watch(Bugs(), 50)
    made.install()
    yield made
    sys.excepthook = hook
    qInstallMessageHandler(None)


@pytest.fixture
def changed(sample_register: Path, tmp_path: Path) -> tuple[Path, ledger.Tables, int]:
    """A register, closed, with what it held before two changes."""
    path = Path(shutil.copyfile(sample_register, tmp_path / "a.registry"))
    start, since = ledger.tables(path), ledger.newest(path)
    with Registry.open(path, who="Lan") as registry:
        first = registry.models.by_code("CAM-2019-001")
        models.edit(registry, first, {"notes": "một"})
        models.trash(registry, [first])
    return path, start, since


def test_a_whole_register_has_no_problems(changed: tuple[Path, ledger.Tables, int]) -> None:
    assert ledger.problems(*changed) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE model SET notes = 'khác' WHERE trashed_on IS NOT NULL", "the log does not tell"),
        ("UPDATE model SET aim = 'khác' WHERE id = 3", "the log does not lead back to the start: model"),
        ("DELETE FROM change WHERE id = (SELECT max(id) FROM change)", "does not"),
        ("UPDATE model_index SET due_day = '2001-01-01' WHERE id = 2", "model_index is stale"),
        ("UPDATE model_text SET folded = ' x ' WHERE id = 2", "model_text is stale"),
        ("UPDATE row_hash SET hash = hash + 1 WHERE noun = 'area' AND row_id = 1", "row hashes of area"),
        ("DELETE FROM work_field", "foreign_key_check"),
    ],
)
def test_each_damage_is_noticed(damage: str, said: str, changed: tuple[Path, ledger.Tables, int]) -> None:
    with closing(sqlite3.connect(changed[0])) as connection:
        connection.execute(damage)
        connection.commit()

    assert any(said in problem for problem in ledger.problems(*changed))


@pytest.mark.qt_log_ignore(QUIET)
def test_a_screen_that_shows_something_else_is_noticed(sample_session: Session, qtbot: QtBot) -> None:  # noqa: F811
    window = MainWindow(sample_session, Choices(keeps=False))
    window.models._open()
    window.show()
    window.models.list.selectRow(0)
    qtbot.waitUntil(lambda: window.count_line != "" and not list(truths.broken(window, sample_session)))

    window.models.sidebar._items["view", "overdue"].setText(1, "999")
    window._count.setText("Đang hiện 1/2")
    window.models.rows._ids = window.models.rows._ids[1:]
    found = " ".join(truths.broken(window, sample_session))

    window.close()
    window.deleteLater()
    assert "of overdue" in found
    assert "other models" in found


@pytest.mark.qt_log_ignore("planted")
def test_exceptions_warnings_and_long_work_are_noticed(watch: Watch, qtbot: QtBot) -> None:
    watch.now = "event 7"
    try:
        raise ValueError("x")
    except ValueError as problem:
        sys.excepthook(ValueError, problem, problem.__traceback__)
    qWarning("planted")
    watch.mark()
    sum(range(10_000_000))
    watch.beat()

    assert {what.split(" in ")[0] for what in watch.found} >= {"exception ValueError", "Qt says: planted"}
    assert any(what.startswith("no answer") for what in watch.found)
    assert set(watch.found.values()) == {"event 7"}
