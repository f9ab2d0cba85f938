"""Contact sheets of every window, to be looked at: ``python -m tools.sheets OUTDIR``.

One PNG for each of light and dark, Vietnamese and English, 100 and 150 %; the pictures it is made of lie beside it.
"""

import argparse
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageReader, QPainter

from registry_app.ui.picture import FONT, picture_application
from tests.ui.visiting import in_a_folder

COLOURS, LANGUAGES, SCALES = ("light", "dark"), ("vi", "en"), (1.0, 1.5)
WIDTH, WIDEST = 4200, 820
"""Of a sheet and of a picture on it, dots."""
GAP, CAPTION = 16, 22
GROUND = "#8a8f98"


class Placed(Struct, frozen=True, kw_only=True):
    """One picture and where it stands on the sheet, its caption above it."""

    name: str
    image: QImage
    place: QRect


def main(arguments: Sequence[str] | None = None) -> int:
    """Paint the sheets of every combination, or of those asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.sheets", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--colours", choices=COLOURS)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--scale", type=float, choices=SCALES)
    parser.add_argument("--points", type=int, default=10)
    parser.add_argument("--only", nargs="+", default=[], metavar="WINDOW")
    wanted = parser.parse_args(arguments)
    picture_application()
    for colours, language, scale in itertools.product(
        [wanted.colours] if wanted.colours else COLOURS,
        [wanted.language] if wanted.language else LANGUAGES,
        [wanted.scale] if wanted.scale else SCALES,
    ):
        name = f"{colours}-{language}-{round(scale * 100)}"
        pictures = wanted.folder / name
        pictures.mkdir(parents=True, exist_ok=True)
        look = ["--language", language, "--colours", colours, "--points", str(wanted.points)]
        only = ["--only", *wanted.only] if wanted.only else []
        found = in_a_folder(*look, "--pictures", str(pictures.absolute()), *only, scale=scale)
        sheet = wanted.folder / f"{name}.png"
        composed([pictures / f"{window}.png" for window in found["windows"]]).save(str(sheet))
        print(sheet)
    return 0


def composed(pictures: Sequence[Path]) -> QImage:
    """One image of all ``pictures`` that are there, in rows, each under its name."""
    placed = list(_placed([picture for picture in pictures if picture.is_file()]))
    height = max((one.place.bottom() for one in placed), default=0) + GAP
    sheet = QImage(QSize(WIDTH, height), QImage.Format.Format_RGB32)
    sheet.fill(QColor(GROUND))
    painter = QPainter(sheet)
    painter.setFont(QFont(FONT, 10))
    painter.setPen(Qt.GlobalColor.white)
    for one in placed:
        painter.drawText(one.place.topLeft() - QPoint(0, 6), one.name)
        painter.drawImage(one.place, one.image)
    painter.end()
    return sheet


def _placed(pictures: Sequence[Path]) -> Iterator[Placed]:
    """Shelves from left to right, each as high as its highest picture."""
    left, top, shelf = GAP, GAP + CAPTION, 0
    for picture in pictures:
        image = _shrunk(picture)
        if left + image.width() + GAP > WIDTH:
            left, top, shelf = GAP, top + shelf + GAP + CAPTION, 0
        yield Placed(name=picture.stem, image=image, place=QRect(QPoint(left, top), image.size()))
        left += image.width() + GAP
        shelf = max(shelf, image.height())


def _shrunk(picture: Path) -> QImage:
    image = QImageReader(str(picture)).read()
    image.setDevicePixelRatio(1.0)
    if image.width() > WIDEST:
        return image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    return image


if __name__ == "__main__":
    code = main()
    QGuiApplication.processEvents()
    sys.stdout.flush()
    os._exit(code)
