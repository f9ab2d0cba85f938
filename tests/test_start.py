"""The start of the program: a window where one can be shown, a picture or a sentence where not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from registry_app import __main__ as start
from registry_app.cli.command import Window
from registry_app.domain.errors import RegistryError

ROOT = Path(__file__).parent.parent
NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
HIDE_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "PySide6":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory", name=name)
sys.meta_path.insert(0, NoQt())
sys.argv = ["registry-app", *sys.argv[1:]]
from registry_app.__main__ import main
sys.exit(main())
"""


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A Python of its own in the checkout, without a display."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **NO_DISPLAY, **environment},
        cwd=ROOT,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="where a display may be missing")
@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal:x"}, False),
        ({"QT_QPA_PLATFORM": "linuxfb"}, True),
    ],
)
def test_a_display_is_known_by_its_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], shown: bool
) -> None:
    for name, value in {**NO_DISPLAY, **environment}.items():
        monkeypatch.setenv(name, value)

    assert start.has_display() is shown


def test_without_a_display_the_window_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "has_display", lambda: False)

    with pytest.raises(RegistryError, match="màn hình"):
        start.show(Window())


def test_the_demo_without_a_display_says_so_and_leaves_a_picture(tmp_path: Path) -> None:
    answer = process("-m", "registry_app", "demo", "--dir", tmp_path)

    (picture,) = tmp_path.glob("*.png")
    assert answer.returncode == 0, answer.stderr.decode()
    assert "không có màn hình" in answer.stdout.decode()
    assert str(picture) in answer.stdout.decode()
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert answer.stderr == b""


def test_without_qts_libraries_the_demo_prints_names_the_missing_one_and_is_done(tmp_path: Path) -> None:
    answer = process("-c", HIDE_QT, "demo", "--dir", tmp_path)

    assert answer.returncode == 0, answer.stderr.decode()
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert "libEGL.so.1" in answer.stderr.decode()


def test_without_qts_libraries_open_is_a_known_problem(tmp_path: Path) -> None:
    answer = process("-c", HIDE_QT, "open", DISPLAY=":0")

    assert answer.returncode == 1
    assert "libEGL.so.1" in answer.stderr.decode()
    assert len(answer.stderr.decode().splitlines()) == 1


def test_the_demo_without_a_window_never_looks_for_one(tmp_path: Path) -> None:
    answer = process("-c", HIDE_QT, "demo", "--dir", tmp_path, "--no-window")

    assert (answer.returncode, answer.stderr) == (0, b"")
    assert not list(tmp_path.glob("*.png"))


def test_a_display_that_is_not_there_is_noticed_before_qt_ends_the_process(tmp_path: Path) -> None:
    done = process("-m", "registry_app", "demo", "--dir", tmp_path, DISPLAY=":7654")

    assert done.returncode == 0
    assert "không có màn hình" in done.stdout.decode()
    assert len(list(tmp_path.glob("*.pdf"))) == 2
