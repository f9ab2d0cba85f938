"""Brings the pages of what is inside models onto the screen, and the dialogs that they open."""

from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain.membership import Course
from registry_app.domain.search import Search
from registry_app.ui.attachments.files_dialog import FilesDialog
from registry_app.ui.counting.force_dialog import ForceDialog
from registry_app.ui.nouns.course_dialog import CourseDialog
from registry_app.ui.nouns.join_dialog import JoinDialog
from registry_app.ui.nouns.page import NounPage

from .stage import Look, Stage, Visit, settle

PAGE_MS = 150


def shown(stage: Stage, noun: str, *, place: int = 0) -> NounPage:
    """The page of ``noun`` with its first row in the form."""
    stage.main.turn_to(noun)
    page = stage.main.inside(noun)
    settle(PAGE_MS)
    page.table.choose_first()
    page.form.fields.setCurrentIndex(place)
    settle()
    return page


def page(noun: str, *, place: int = 0) -> Visit:
    """The whole window on the page of ``noun``, the tab ``place`` of its form in front."""

    def visit(stage: Stage, look: Look) -> None:
        made = shown(stage, noun, place=place)
        look(stage.main)
        made.form.fields.setCurrentIndex(0)
        stage.reset()

    return visit


def new_row(noun: str) -> Visit:
    """A new row, saved without anything in it: what is missing is said."""

    def visit(stage: Stage, look: Look) -> None:
        made = shown(stage, noun)
        made.start_new()
        made.save()
        settle()
        look(stage.main)
        made.form.give_up()
        stage.reset()

    return visit


def another_day(stage: Stage, look: Look) -> None:
    made = shown(stage, "team")
    made.filters.day_wanted.emit(date(2024, 6, 30))
    settle()
    look(stage.main)
    made.filters.day_wanted.emit(None)
    stage.reset()


def nothing_found(stage: Stage, look: Look) -> None:
    made = shown(stage, "person")
    made.show_search(Search(words="khong co nguoi nay", noun="person"))
    settle()
    look(made)
    made.show_search(Search(noun="person"))
    stage.reset()


def _person(stage: Stage) -> int:
    return int(stage.session.registry.inside.people.ids(Search(noun="person"), stage.session.moment, 1)[0])


def course(stage: Stage) -> QWidget:
    return CourseDialog(stage.session, _person(stage), Course(), stage.main)


def join(stage: Stage) -> QWidget:
    return JoinDialog(stage.session, _person(stage), stage.main)


def force(stage: Stage) -> QWidget:
    return ForceDialog(stage.session, stage.main)


def files_of_a_review(stage: Stage) -> QWidget:
    return FilesDialog(stage.session, "review", 1, "05/03/2026", stage.main)
