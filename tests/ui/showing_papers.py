"""Brings the print window with its tabs, the list of what was given out, and files beside a model onto the screen."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTabWidget, QWidget

from registry_app.domain.search import Search
from registry_app.domain.words import _
from registry_app.operations import attaching
from registry_app.store.given_out import Given
from registry_app.ui.attachments.files_tab import FilesTab
from registry_app.ui.history.given_window import GivenWindow
from registry_app.ui.printing.print_window import PrintWindow

from .showing_main import LONG_NAME
from .stage import Look, Stage, Visit, dispose, settle

DRAWN_MS = 150
PDF = b"%PDF-1.7\n% a paper\n"
AT = "2026-11-22T09:05:00+07:00"


def printing(report: str, *, noun: str = "model", chosen: tuple[int, ...] = (), tab: int = 0, copy: str = "") -> Visit:
    """The print window with its paper, the tab ``tab`` in front."""

    def visit(stage: Stage, look: Look) -> None:
        shown = PrintWindow(stage.session, report, Search(noun=noun), chosen, stage.main)
        if copy:
            shown.panel.wish(copy=copy)
        tabs = shown.panel.findChild(QTabWidget)
        assert isinstance(tabs, QTabWidget)
        tabs.setCurrentIndex(tab)
        shown.show()
        while shown.paper is None:
            settle()
        settle(DRAWN_MS)
        look(shown)
        dispose(shown)

    return visit


def of_the_team(tab: int) -> Visit:
    """The members of a team with a short name, as a posting copy."""

    def visit(stage: Stage, look: Look) -> None:
        teams = stage.session.registry.inside.teams
        known = teams.window(teams.ids(Search(noun="team"), stage.session.moment, 50), stage.session.moment)
        chosen = min(known, key=lambda one: len(one.name)).id
        printing("members", noun="team", chosen=(chosen,), tab=tab, copy="posting")(stage, look)

    return visit


def given_out(stage: Stage) -> QWidget:
    """The list with lines, one of them long."""
    shelf = stage.session.registry.given_out
    if not shelf.all(1):
        for report, criteria, copy, way in (
            (_("List of members"), LONG_NAME[:60], "full", "print"),
            (_("List of people"), LONG_NAME, "posting", "xlsx"),
        ):
            shelf.add(
                Given(
                    at=AT,
                    who="Lan",
                    computer="PC-01",
                    report=report,
                    criteria=criteria,
                    people=1204,
                    copy=copy,
                    way=way,
                )
            )
    return GivenWindow(stage.session, stage.main)


def nothing_given_out(stage: Stage) -> QWidget:
    """The list of a register out of which nothing was given."""
    made = given_out(stage)
    assert isinstance(made, GivenWindow)
    made.show_lines(())
    return made


def files(stage: Stage, look: Look) -> None:
    """A model with a paper, a photo and a file that was not taken."""
    photo, paper, film = (stage.place / name for name in ("ảnh.png", "Quyết định 12.pdf", "phim.mp4"))
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(0x3060A0)
    picture.save(str(photo))
    paper.write_bytes(PDF)
    film.write_bytes(b"no picture")
    form = stage.main.models.form
    stage.session.run(attaching.attach, "model", stage.main.models.list.current or 0, [photo, paper])
    form.fields.setCurrentIndex(6)
    settle(DRAWN_MS)
    (tab,) = form.findChildren(FilesTab)
    tab.add([film])
    settle()
    look(stage.main)
    stage.session.undo()
    stage.reset()
