"""The page of commendations, the tabs of a person, and form BM1 saved from its window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from registry_app.domain.search import Search
from registry_app.operations import injuries, inside
from registry_app.ui.counting.force_dialog import ForceDialog
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.honours.commend_dialog import CommendDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.courses_tab import CoursesTab
from registry_app.ui.nouns.honours_tab import HonoursTab
from registry_app.ui.nouns.injury_dialog import InjuryDialog
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.session import Session
from registry_app.ui.widgets.linked import NUMBER
from tests.ui.conftest import Asked


def serving(session: Session) -> int:
    """Somebody who serves in a team and has no honours."""
    query = """SELECT x.person_id FROM membership x WHERE x.valid_to IS NULL AND x.person_id NOT IN
        (SELECT person_id FROM commendation WHERE person_id IS NOT NULL) ORDER BY x.id LIMIT 1"""
    return int(session.registry.connection.execute(query).fetchone()[0])


def commended(session: Session) -> int:
    query = "SELECT person_id FROM commendation WHERE person_id IS NOT NULL ORDER BY id LIMIT 1"
    return int(session.registry.connection.execute(query).fetchone()[0])


def agree(monkeypatch: pytest.MonkeyPatch, dialog: type[FormDialog], **typed: str) -> None:
    """The next dialog of that class is filled in so, and agreed to."""

    def run(shown: FormDialog) -> bool:
        shown.fields.fill(typed)
        done = shown.attempt()
        shown.deleteLater()
        return done

    monkeypatch.setattr(dialog, "run", run)


def test_the_newest_commendation_is_the_first(commendations: NounPage) -> None:
    days = [row.on or "" for row in commendations._session.registry.inside.commendations.window(
        commendations.rows.ids, commendations.at
    )]  # fmt: skip

    assert days == sorted(days, reverse=True)


def test_a_person_who_is_chosen_brings_name_and_post(commendations: NounPage, sample_session: Session) -> None:
    person = serving(sample_session)
    commendations.start_new()
    fields = commendations.form.fields
    fields.fill({"person": f"{NUMBER}{person}", "recipient": "collective"})

    fields.committed.emit("person")

    (row,) = sample_session.registry.inside.people.window([person], sample_session.moment)
    assert fields.one("name") == row.name
    assert fields.one("recipient") == "person"
    assert row.teams[0] in str(fields.one("post"))


def test_a_commendation_is_written_on_its_page(commendations: NounPage, sample_session: Session) -> None:
    commendations.start_new()
    fields = commendations.form.fields
    typed = {"name": "Tổ dân phố 3", "recipient": "collective", "form": "Giấy khen", "on": "19/8/2026"}
    fields.fill(typed)
    for name in typed:
        fields.edited.emit(name)

    assert commendations.save()

    number = commendations.form.number
    assert number is not None
    assert sample_session.registry.inside.commendations.one(number).on == "2026-08-19"


def test_what_is_missing_is_said_at_its_field(commendations: NounPage) -> None:
    commendations.start_new()

    assert not commendations.save()

    assert commendations.form.fields.problem("form")
    assert commendations.form.fields.problem("name")


def test_commendations_do_not_end_from_a_day(window: MainWindow, commendations: NounPage) -> None:
    commendations.table.choose_first()
    assert not window.tools["end_rows"].isEnabled()

    window.turn_to("exemplar")
    window.inside("exemplar").table.choose_first()
    assert window.tools["end_rows"].isEnabled()


# -- a person ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def person(window: MainWindow, sample_session: Session) -> NounPage:
    window.turn_to("person")
    page = window.inside("person")
    page.show_number(commended(sample_session))
    return page


def test_a_persons_commendations_lead_to_their_page(window: MainWindow, person: NounPage) -> None:
    tab = next(one for one in person.form.records if isinstance(one, HonoursTab))
    assert tab.table.rowCount() == 1
    tab.table.setCurrentCell(0, 0)

    tab.open_button.click()

    assert window.inside("commendation").isVisible()
    assert window.inside("commendation").form.number is not None


def test_a_person_is_commended_from_the_form(
    person: NounPage, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = next(one for one in person.form.records if isinstance(one, HonoursTab))
    agree(monkeypatch, CommendDialog, form="Bằng khen", on="1/9/2026")

    tab.add_button.click()

    assert tab.table.rowCount() == 2
    (newest, *_others) = inside_commendations(sample_session, person.form.number or 0)
    assert newest == ("2026-09-01", person.form.number)


def inside_commendations(session: Session, who: int) -> list[tuple[str | None, int | None]]:
    found = session.registry.inside.commendations.where("person_id", who)
    return sorted(((one.on, one.person_id) for one in found), key=lambda one: one[0] or "", reverse=True)


def test_that_a_person_was_wounded_is_written_down_and_taken_away(
    person: NounPage, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = next(one for one in person.form.records if isinstance(one, CoursesTab)).injuries
    agree(monkeypatch, InjuryDialog, on="21/10/2026", notes="Bắt cướp")
    number = person.form.number or 0

    tab.add_button.click()
    assert [one.on for one in injuries.injuries(sample_session.registry, number)] == ["2026-10-21"]

    tab.table.setCurrentCell(0, 0)
    tab.remove_button.click()
    assert injuries.injuries(sample_session.registry, number) == []


def test_an_advanced_example_is_a_collective_or_an_individual(window: MainWindow) -> None:
    window.turn_to("exemplar")
    page = window.inside("exemplar")
    columns = range(page.table.model().columnCount())
    headings = [page.table.model().headerData(place, Qt.Orientation.Horizontal) for place in columns]

    assert "Tập thể, cá nhân" in headings
    assert not any("khen" in str(heading) for heading in headings)


def test_an_advanced_example_ends_and_leaves_the_list(window: MainWindow, sample_session: Session) -> None:
    window.turn_to("exemplar")
    page = window.inside("exemplar")
    before = page.rows.rowCount()

    inside.end(sample_session.registry, "exemplar", [page.rows.ids[0]], "1/1/2026")
    page.look_again()

    assert page.rows.rowCount() == before - 1
    assert sample_session.registry.models.count(Search(), sample_session.moment) > 0


# -- form BM1 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_form_bm1_is_saved_from_its_window(sample_session: Session, asked: Asked, tmp_path: Path, suffix: str) -> None:
    dialog = ForceDialog(sample_session)
    asked.will(tmp_path / f"bm1{suffix}")

    dialog.form_button.click()

    assert asked.files == [tmp_path / f"bm1{suffix}"]
    assert (tmp_path / f"bm1{suffix}").stat().st_size > 2_000
    dialog.deleteLater()


def test_a_form_that_cannot_be_written_is_told(sample_session: Session, asked: Asked, tmp_path: Path) -> None:
    dialog = ForceDialog(sample_session)
    asked.will(tmp_path / "nowhere" / "bm1.pdf")

    dialog.form_button.click()

    assert "bm1.pdf" in dialog.notice
    dialog.deleteLater()
