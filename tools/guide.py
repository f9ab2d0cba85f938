"""Draw the pictures of the task cards from the sample ward: ``python -m tools.guide [vi|en]``.

The same every time on one version of Qt: no screen, the bundled font, light colours, a day that stands still.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import time_machine
from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from registry_app.domain import words
from registry_app.domain.ids import ModelId, TeamId
from registry_app.domain.search import Search
from registry_app.operations import rounds, sample
from registry_app.operations.models import trash
from registry_app.ui import theme
from registry_app.ui.bulk.bulk_dialog import BulkDialog
from registry_app.ui.choices import Choices
from registry_app.ui.help.cards import folder
from registry_app.ui.lists.lists_dialog import ListsDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.picture import picture_application
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.status_dialog import StatusDialog
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.session import Session
from registry_app.ui.structure.team_window import TeamWindow

DAY = datetime.fromisoformat("2026-11-22T09:00:00+07:00")
WINDOW = QSize(1366, 768)
TEAM = QSize(1040, 440)
WIDEST = 660
"""Of a picture, pixels: it fits beside the list of cards."""
HIGHEST = 560
"""Of a dialog, pixels: its upper part is enough."""
SETTLE_MS, PAPER_MS = 400, 4000
SMALLEST = 0
"""How Qt is told to squeeze a picture as far as it goes."""


def main(arguments: list[str] | None = None) -> int:
    """Draw the pictures of every language, or of the one named."""
    parser = argparse.ArgumentParser(prog="python -m tools.guide", description=__doc__)
    parser.add_argument("language", nargs="?", choices=words.LANGUAGES)
    wanted = parser.parse_args(arguments).language
    app = picture_application()
    theme.apply(app, "light")
    app.setCursorFlashTime(0)
    with time_machine.travel(DAY, tick=False):
        for language in [wanted] if wanted else words.LANGUAGES:
            words.use(language)
            with tempfile.TemporaryDirectory() as place:
                draw(app, Path(place), folder(language))
    return 0


def draw(app: QApplication, place: Path, target: Path) -> None:
    """Draw the pictures in the language in use: the sample register goes into ``place``, they go to ``target``."""
    session = Session()
    choices = Choices(keeps=False)
    window = MainWindow(session, choices)
    session.adopt(sample.make(place / "so-mau.registry", who="Lan"))
    window.resize(WINDOW)
    window.show()
    window.models.list.selectRow(9)
    settle()
    keep(window, target / "window.png")
    keep(window.models.sidebar, target / "views.png", QRect(0, 0, 205, 340))
    keep(window.models.form, target / "form.png", QRect(0, 0, 480, 420))
    window.models.search_box.setText("camera to 5")
    settle()
    corner = window.models.search_box.mapTo(window, QPoint(0, 0))
    keep(window, target / "find.png", QRect(corner, QSize(WIDEST, 240)).adjusted(-2, -2, 0, 0))
    window.models.search_box.clear()
    settle()
    some = [ModelId(number) for number in window.models.rows.ids[:7]]
    modal(app, target / "review.png", lambda: ReviewDialog.mark(session, some, window))
    modal(app, target / "status.png", lambda: StatusDialog.change(session, some[:1], window))
    modal(app, target / "bulk.png", lambda: BulkDialog.edit(session, some, window))
    modal(app, target / "lists.png", lambda: ListsDialog.edit(session, window))
    modal(app, target / "areas.png", lambda: ListsDialog.edit(session, window, plural="areas"))
    modal(app, target / "settings.png", lambda: window.tools["change_settings"].trigger())
    draw_inside(window, session, target)
    beside(PrintWindow(session, "models", Search(view="overdue"), (), window), target / "print.png", PAPER_MS)
    draw_history(window, session, some, target / "history.png")
    draw_round(window, session, target / "rounds.png")
    window.close()
    window.deleteLater()


def draw_inside(window: MainWindow, session: Session, target: Path) -> None:
    """Draw the page of people, and the window of a team with its members."""
    window.turn_to("person")
    settle()
    window.inside("person").table.choose_first()
    settle()
    keep(window, target / "people.png")
    window.turn_to("list")
    (team,) = session.registry.inside.teams.ids(Search(noun="team"), session.moment, 1)
    shown = TeamWindow(session, TeamId(team), window)
    shown.resize(TEAM)
    beside(shown, target / "inside.png", SETTLE_MS)


def draw_history(window: MainWindow, session: Session, some: list[ModelId], png: Path) -> None:
    """Draw the history pane with something in it: models into the trash, taken back, one of them again."""
    window.models.list.clearSelection()
    for models in (some[:2], some[:1]):
        session.run(trash, models)
        session.undo()
    session.run(trash, some[:1])
    window.resize(960, WINDOW.height())
    window.tools["show_whole_history"].trigger()
    settle()
    for pane in window.findChildren(QDockWidget):
        keep(pane, png)


def draw_round(window: MainWindow, session: Session, png: Path) -> None:
    """Draw the entry screen of the round that is half done."""
    half = next(one for one in rounds.rounds(session.registry) if one.is_open)
    shown = EntryWindow.show_round(session, half, window)
    if shown is not None:
        shown.resize(TEAM)
        beside(shown, png, SETTLE_MS)


def modal(app: QApplication, png: Path, show: Callable[[], object]) -> None:
    """Keep a picture of the modal dialog that ``show`` brings, and go back from it."""

    def take() -> None:
        shown = app.activeModalWidget()
        if isinstance(shown, QDialog):
            keep(shown, png, shown.rect().intersected(QRect(0, 0, shown.width(), HIGHEST)))
            shown.reject()

    QTimer.singleShot(SETTLE_MS, take)
    show()


def beside(shown: QWidget, png: Path, wait: int) -> None:
    """Keep a picture of a window beside the main one once it has had ``wait`` ms to fill itself."""
    shown.show()
    settle(wait)
    keep(shown, png)
    shown.close()


def keep(widget: QWidget, png: Path, part: QRect | None = None) -> None:
    """Save a picture of ``widget``, of a ``part`` of it, no wider than WIDEST."""
    image = widget.grab(part if part is not None else widget.rect()).toImage()
    if image.width() > WIDEST:
        image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    png.parent.mkdir(parents=True, exist_ok=True)
    image.convertToFormat(QImage.Format.Format_RGB32).save(str(png), quality=SMALLEST)
    print(png.relative_to(Path.cwd()) if png.is_relative_to(Path.cwd()) else png)


def settle(wait: int = SETTLE_MS) -> None:
    """Let the window paint and load."""
    loop = QEventLoop()
    QTimer.singleShot(wait, loop.quit)
    loop.exec()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
