"""What waits until it is asked for: it does wait, and is whole when it comes."""

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry_app import loading
from registry_app.loading import Awaited, later, quickly

from .test_start import process

NAME = "loaded_later"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module that leaves a line in a file whenever it is loaded."""
    told = tmp_path / "told"
    code = f"with open({str(told)!r}, 'a') as file: file.write('x')\nimport time; time.sleep(0.05)\n"
    code = f"def early():\n    return VALUE\n{code}VALUE = 7\n"
    (tmp_path / f"{NAME}.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield told
    sys.modules.pop(NAME, None)


def test_a_module_is_loaded_when_it_is_used_and_once(module: Path) -> None:
    later(NAME)
    loaded_later = sys.modules[NAME]

    assert not module.exists()
    assert loaded_later.VALUE == 7
    assert loaded_later.VALUE == 7
    assert module.read_text() == "x"
    assert loaded_later.__name__ == NAME
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        loaded_later.nothing  # noqa: B018


def test_two_that_use_it_at_once_both_have_it_whole(module: Path) -> None:
    later(NAME)
    found: list[object] = []

    def use() -> None:
        found.append(sys.modules[NAME].early())

    users = [threading.Thread(target=use) for _number in range(4)]
    for user in users:
        user.start()
    for user in users:
        user.join()

    assert found == [7, 7, 7, 7]
    assert module.read_text() == "x"


def test_what_cannot_be_loaded_says_so_every_time(tmp_path: Path, module: Path) -> None:
    (tmp_path / f"{NAME}.py").write_text("import there_is_no_such_module\n", "utf-8")
    later(NAME)

    for _time in range(2):
        with pytest.raises(ModuleNotFoundError, match="there_is_no_such_module"):
            sys.modules[NAME].VALUE  # noqa: B018


def test_what_is_loaded_already_stays() -> None:
    later("json")
    later("there_is_no_such_module")

    assert not isinstance(sys.modules["json"], Awaited)
    assert "there_is_no_such_module" not in sys.modules


def test_quick_loading_leaves_everything_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, loading.HIDDEN, raising=False)
    collected = gc.isenabled()

    with quickly():
        assert not gc.isenabled()
        with pytest.raises(ImportError):
            __import__(loading.HIDDEN)

    assert gc.isenabled() is collected
    assert loading.HIDDEN not in sys.modules


LOADED = """
import sys
import registry_app.__main__
from registry_app.ui import app
print("inspect" in sys.modules, "dis" in sys.modules, registry_app.__main__.gc.isenabled())
parts = sys.modules["PySide6.support.signature.parser"]
print("pyside_type_init" in vars(parts))
from PySide6.QtWidgets import QApplication, QLabel
import inspect
held = QApplication([])
for wrong in (lambda: QLabel(3.5, 7), lambda: QLabel().setText(1, 2), lambda: QLabel(bogus=3)):
    try:
        wrong()
    except Exception as problem:
        print(type(problem).__name__, str(problem).splitlines()[0])
print("pyside_type_init" in vars(parts))
print(inspect.signature(registry_app.__main__.main))
import typing_extensions
"""


def test_a_start_loads_neither_the_signatures_of_qt_nor_inspect_and_both_come_when_asked_for() -> None:
    done = process("-c", LOADED, QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines() == [
        "True False True",
        "False",
        "TypeError 'PySide6.QtWidgets.QLabel.__init__' called with wrong argument types:",
        "TypeError QLabel.setText() takes exactly one argument (2 given)",
        "AttributeError PySide6.QtWidgets.QLabel.__init__(): 'bogus' is not a Qt property or a signal",
        "True",
        "() -> int",
    ]
