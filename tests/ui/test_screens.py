"""Key screens that a person has looked at: every pixel must stay as it was, on the version of Qt that drew them.

``poe golden`` rewrites them; look at the pictures before keeping them.
"""

from pathlib import Path

import pytest
from PySide6 import __version__ as qt_version
from PySide6.QtGui import QImage, QPainter

from .visiting import visited

pytestmark = pytest.mark.xdist_group("screens")
"""What is made once for all of them is made in one process."""

FOLDER = Path(__file__).parent.parent / "golden" / "screens"
VERSION = FOLDER / "VERSION"
SCREENS = {
    "list": "list",
    "form": "form 1",
    "filter": "filter of days",
    "grouped": "grouped list",
    "bulk-preview": "bulk preview",
    "review": "review",
    "print": "print list",
    "settings": "settings ward",
}
"""File and the name of the window in ``every_window``."""
SMALLEST = 0
"""How Qt is told to squeeze a picture as far as it goes."""

_drawn: dict[str, QImage] = {}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """The screens as they are now: light, Vietnamese, 100 %, the bundled font, a day that stands still."""
    if not _drawn:
        place, pictures = tmp_path_factory.mktemp("visit"), tmp_path_factory.mktemp("pictures")
        visited(place, "--pictures", str(pictures), "--only", *SCREENS.values(), only_our_fonts=True)
        for name, window in SCREENS.items():
            _drawn[name] = QImage(str(pictures / f"{window}.png")).convertToFormat(QImage.Format.Format_RGB32)
    return _drawn


@pytest.fixture
def reviewed_version(rewrite_golden: bool) -> str:
    """The version of Qt that drew what was reviewed; on another one there is nothing to compare with."""
    if rewrite_golden:
        FOLDER.mkdir(parents=True, exist_ok=True)
        VERSION.write_text(f"{qt_version}\n", encoding="utf-8", newline="\n")
    version = VERSION.read_text("utf-8").strip()
    if version != qt_version:
        pytest.skip(f"the screens were drawn by Qt {version}, this is {qt_version}")
    return version


@pytest.mark.golden
@pytest.mark.usefixtures("reviewed_version")
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_as_it_was_reviewed(
    name: str, drawn: dict[str, QImage], tmp_path: Path, rewrite_golden: bool
) -> None:
    path = FOLDER / f"{name}.png"
    if rewrite_golden:
        drawn[name].save(str(path), quality=SMALLEST)

    reviewed = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)

    assert reviewed == drawn[name], f"look at {kept(name, reviewed, drawn[name], tmp_path)}"


def test_every_reviewed_screen_is_compared() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == set(SCREENS)


def test_a_difference_is_drawn_where_it_is(tmp_path: Path) -> None:
    before = QImage(20, 10, QImage.Format.Format_RGB32)
    before.fill(0xFFFFFF)
    now = before.copy()
    now.setPixel(3, 4, 0x000000)

    found = kept("one", before, now, tmp_path)

    shown = QImage(str(found / "one-difference.png"))
    assert shown.pixelColor(3, 4).lightness() == 255
    assert shown.pixelColor(4, 4).lightness() == 0
    assert (found / "one-now.png").is_file()


def kept(name: str, reviewed: QImage, now: QImage, folder: Path) -> Path:
    """Keep ``now`` in ``folder`` and what differs, white on black; the folder."""
    difference = reviewed.copy()
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, now)
    painter.end()
    now.save(str(folder / f"{name}-now.png"))
    difference.save(str(folder / f"{name}-difference.png"))
    return folder
