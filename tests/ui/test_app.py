"""The program starts lean, on the register it should, and can be pictured without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from registry_app.domain.errors import CannotOpen, RegistryError
from registry_app.operations import preferences
from registry_app.ui import app
from registry_app.ui.choices import Choices
from registry_app.ui.picture import save_picture

HEAVY = (
    "sqlite_utils",
    "reportlab",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "registry_app.ui.models.form",
    "registry_app.ui.models.empty_list",
    "registry_app.ui.overview.overview_page",
    "registry_app.ui.help.help_window",
    "registry_app.ui.first_run.new_register_dialog",
    "registry_app.ui.tour.tour",
    "registry_app.ui.start_page",
    "registry_app.operations.printing",
    "openpyxl",
    "numpy",
    "subprocess",
    "registry_app.cli.every_command",
    "registry_app.cli.values",
    "registry_app.store.facets",
)
AT_FIRST_PAINT = """
import sys
from registry_app.__main__ import command_line
wanted = command_line.main(["open", sys.argv[1]])
assert "PySide6" not in sys.modules
from registry_app.ui import app as program
from PySide6.QtCore import QEvent, QObject


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.models.rows.ids:
            print(*sys.modules)
            app.quit()
        return False


app = program.application()
window = program.start(app, wanted.register)
watch = Watch()
window.models.list.viewport().installEventFilter(watch)
window.show()
app.exec()
window.close()
"""


@pytest.fixture
def at_first_paint(sample_register: Path, preferences_folder: Path) -> list[str]:
    """The modules that are loaded when the first rows are painted."""
    done = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT, str(sample_register)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.split()


def test_nothing_heavy_is_imported_before_the_first_rows_are_painted(
    at_first_paint: list[str],
) -> None:
    assert "PySide6.QtWidgets" in at_first_paint
    assert sorted(set(HEAVY) & set(at_first_paint)) == []


def test_the_register_opened_last_is_opened_again(sample_register: Path, qapp: QApplication) -> None:
    Choices().remember(sample_register)

    window = app.start(qapp, None)

    assert sample_register.name in window.windowTitle()
    window.close()


def test_a_last_register_that_is_gone_is_no_reason_to_complain(tmp_path: Path, qapp: QApplication) -> None:
    Choices().remember(tmp_path / "mất.registry")

    window = app.start(qapp, None)
    window.show()

    assert window.start_page.isVisible()
    window.close()


def test_a_picture_needs_no_screen_and_leaves_no_trace(sample_register: Path, tmp_path: Path) -> None:
    png = tmp_path / "cửa sổ.png"

    save_picture(sample_register, png)

    image = QImage(str(png))
    assert (image.width(), image.height()) == (1366, 768)
    assert preferences.load().recent == ()
    assert list(sample_register.parent.iterdir()) == [sample_register]
    assert list(tmp_path.glob("*.part")) == []


def test_a_picture_of_what_is_no_register_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        save_picture(tmp_path / "không có.registry", tmp_path / "a.png")


def test_a_picture_that_cannot_be_written_says_so(sample_register: Path, tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="Không ghi được ảnh"):
        save_picture(sample_register, tmp_path / "không có" / "a.png")


def test_calls_that_answer_nothing_do_not_wear_the_interpreter_out(qapp: QApplication) -> None:
    """PySide6 6.12.0 gave away a reference to None with each such call; some thousands of them ended the process."""
    label = QLabel()

    for number in range(20_000):
        label.setText(str(number))

    assert label.text() == "19999"
    label.deleteLater()
