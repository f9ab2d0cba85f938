"""What tests of the window may ask for: a screen that is not there, a small register, a recorder of questions."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from registry_app import resources
from registry_app.domain import words
from registry_app.domain.ids import ModelId
from registry_app.operations import files, models
from registry_app.ui import ask, theme
from registry_app.ui.garbage import Garbage
from registry_app.ui.session import Session
from tests.ui.working import Heart

QUIET = "This plugin does not support "
"""What the screen that is not there says of every window and popup; nothing is wrong."""

THOUSANDS = 3000
ANSWERED = ("confirm", "save_discard_stay", "choose_save", "choose_open", "choose_files", "line")
TOLD = ("tell", "finished")


def pytest_configure(config: pytest.Config) -> None:
    """Let the harmless messages of the offscreen platform pass."""
    config.addinivalue_line("qt_log_ignore", QUIET)


class Asked(msgspec.Struct):
    """What the user was asked and told, and what the user will answer next."""

    said: list[tuple[str, str]] = []
    """(function of ask, text), oldest first."""
    files: list[Path] = []
    """Files that were said to be finished."""
    _answers: list[Any] = []

    def will(self, *answers: Any) -> None:
        """Answer the next questions with ``answers``, in order; a question too many fails the test."""
        self._answers += answers

    @property
    def texts(self) -> list[str]:
        """All texts, oldest first."""
        return [text for _function, text in self.said]

    def answer(self, function: str, text: str) -> Any:
        """What the stand-ins of ``ask`` call."""
        self.said.append((function, text))
        if function in TOLD:
            return None
        assert self._answers, f"nobody was to be asked: {function}, “{text}”"
        return self._answers.pop(0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """No question reaches the screen: they are recorded, and answered as the test said."""
    recorder = Asked()

    def stand_in(function: str) -> Any:
        def answer(_parent: QWidget | None, text: str, *others: Any, **_named: Any) -> Any:
            recorder.files += [other for other in others if function == "finished"]
            return recorder.answer(function, text)

        return answer

    for function in (*ANSWERED, *TOLD):
        monkeypatch.setattr(ask, function, stand_in(function))
    yield recorder
    assert not recorder._answers, "questions that were expected did not come"


@pytest.fixture(autouse=True)
def preferences_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's own settings are not touched by tests."""
    folder = tmp_path / "config"
    monkeypatch.setenv("REGISTRY_APP_CONFIG", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The name of the program, and nothing from pytest's own command line."""
    return ["registry-app"]


@pytest.fixture(scope="session")
def garbage(qapp: QApplication) -> Garbage:
    """No widget is destroyed on another thread here either."""
    return Garbage(qapp)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Vietnamese words, Fusion, the bundled font and our light colours, as the program itself has them; other letters,
    colours and ways of writing numbers end with the test that chose them."""
    if "Liberation Sans" not in QFontDatabase.families():
        for file in sorted((resources.folder() / "fonts").glob("LiberationSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    font, locale = qapp.font(), QLocale()
    words.use("vi")
    qapp.setStyle("fusion")
    theme.apply(qapp, "light")
    yield
    words.use("vi")
    QLocale.setDefault(locale)
    if qapp.font() != font:
        qapp.setFont(font)


@pytest.fixture(autouse=True)
def no_windows_left(qapp: QApplication, garbage: Garbage, look: None, preferences_folder: Path) -> Iterator[None]:
    """A test closes what it opens, and the next one finds nothing of it: no window, no key held down."""
    yield
    whole = [one for one in qapp.topLevelWidgets() if not one.parent()]
    left = [one for one in whole if one.isVisible()]
    for one in whole:
        one.hide()
        one.deleteLater()
    let_go_of_the_keys()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.look()
    assert not left, f"left open: {left}"


def let_go_of_the_keys() -> None:
    """After a key was pressed with Ctrl, Qt takes Ctrl for held down until somebody presses a key without it."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        nowhere = QWidget()
        QTest.keyClick(nowhere, Qt.Key.Key_unknown)
        nowhere.deleteLater()
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture
def session(new_register: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session with three models: overdue, never due, and one whose name is long and full of marks."""
    one = opened(new_register, tmp_path / "phường thử.registry")
    add(one, name="Camera an ninh tổ 5", type="camera an ninh", areas="Tổ dân phố 5", founded_on="31/01/2020")
    add(one, name="Tiếng kẻng an ninh", type="tiếng kẻng an ninh", areas="Tổ dân phố 10; Tổ dân phố 2")
    add(one, name="Tổ liên gia an toàn phòng cháy, chữa cháy và cứu nạn, cứu hộ " * 3, type="camera an ninh")
    yield one
    one.close()


@pytest.fixture
def heart() -> Heart:
    """Measures how long the thread of the window works at a stretch."""
    return Heart()


@pytest.fixture
def sample_session(sample_register: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session on a copy of the sample ward."""
    one = opened(sample_register, tmp_path / "sample.registry")
    yield one
    one.close()


@pytest.fixture(scope="session")
def large_register(new_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of THOUSANDS of models, to be copied."""
    path = tmp_path_factory.mktemp("large") / "large.registry"
    shutil.copyfile(new_register, path)
    with files.open_register(path, who="Lan") as registry:
        new = [models.NewModel(typed={"name": f"Camera số {n}", "type": "CAM"}) for n in range(THOUSANDS)]
        models.add(registry, new)
    return path


def opened(source: Path, path: Path) -> Session:
    """A session on a copy of ``source``."""
    shutil.copyfile(source, path)
    session = Session()
    session.adopt(files.open_register(path, who="Lan"))
    return session


def add(session: Session, **typed: str) -> ModelId:
    """Add a model as the form would."""
    saved = models.add(session.registry, [models.NewModel(typed=typed)], create=True)
    return saved.ids[0]


def type_text(widget: QWidget, text: str) -> None:
    """Type Vietnamese as an input method does (QTest.keyClicks aborts on non-ASCII letters)."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
