"""Brings the windows of commendations and of recognition onto the screen."""

from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain.force import Injured
from registry_app.domain.search import Search
from registry_app.operations import injuries
from registry_app.ui.honours.commend_dialog import CommendDialog
from registry_app.ui.honours.outcome_dialog import COLUMNS, OutcomeDialog
from registry_app.ui.honours.year_dialog import YearDialog
from registry_app.ui.nouns.injury_dialog import InjuryDialog

from .showing_inside import shown
from .stage import Look, Stage, settle

YEAR = 2026


def register_year(stage: Stage) -> QWidget:
    return YearDialog(stage.session, date.today().year + 1, stage.main)


def outcome(stage: Stage) -> QWidget:
    return OutcomeDialog(stage.session, YEAR, stage.main)


def outcome_refused(stage: Stage) -> QWidget:
    """Half the year is not recognised, and nobody says why."""
    dialog = OutcomeDialog(stage.session, YEAR, stage.main)
    for place in range(dialog.table.rowCount()):
        dialog.table.type(place, COLUMNS.index("recognised"), "k")
    dialog.yes_button.click()
    return dialog


def _commended(stage: Stage) -> int:
    query = "SELECT person_id FROM commendation WHERE person_id IS NOT NULL ORDER BY id LIMIT 1"
    return int(stage.session.registry.connection.execute(query).fetchone()[0])


def commend(stage: Stage) -> QWidget:
    return CommendDialog(stage.session, _commended(stage), stage.main)


def injury(stage: Stage) -> QWidget:
    return InjuryDialog(stage.session, _commended(stage), Injured(on="2026-10-21", notes="Bắt cướp"), stage.main)


def honours_of_a_person(stage: Stage, look: Look) -> None:
    """Somebody who was commended and wounded: both tabs."""
    person = _commended(stage)
    stage.session.run(injuries.save, person, 0, {"on": "21/10/2026", "notes": "Bị thương khi bắt giữ đối tượng"})
    page = shown(stage, "person")
    page.show_number(person)
    for place in (3, 4):
        page.form.fields.setCurrentIndex(place)
        settle()
        look(page.form)
    page.form.fields.setCurrentIndex(0)
    stage.session.run(lambda registry: registry.undo())
    stage.reset()


def a_past_year(stage: Stage, look: Look) -> None:
    """What was missing in a year that did not meet the conditions."""
    page = shown(stage, "recognition")
    page.show_search(Search(noun="recognition", view="all"))
    page.filters.choose("year", "2023")
    settle()
    look(stage.main)
    page.begin()
    stage.reset()
