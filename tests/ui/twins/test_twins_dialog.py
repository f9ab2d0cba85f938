"""People entered twice, in the window: compared side by side, joined, said to be two, left for later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import PersonId
from registry_app.domain.search import Search
from registry_app.operations import twins
from registry_app.ui.session import Session
from registry_app.ui.twins.twins_dialog import TwinsDialog

from ...peopled import person


@pytest.fixture
def people(session: Session) -> tuple[PersonId, ...]:
    """Two pairs: one with the same name and year, one with the same phone."""
    registry = session.registry
    return (
        person(registry, born="1980", phone="0912345678", notes="Cũ"),
        person(registry, "NGUYỄN VĂN AN", born="1980-05-02", phone="0987654321", sex="male"),
        person(registry, "Lê Bình", phone="0900000001"),
        person(registry, "Trần Cúc", phone="0900000001"),
    )


@pytest.fixture
def dialog(session: Session, people: tuple[PersonId, ...], qtbot: QtBot) -> TwinsDialog:
    """All pairs."""
    made = TwinsDialog(session)
    qtbot.addWidget(made)
    return made


def left(session: Session) -> list[int]:
    """Who is in the list of people."""
    return sorted(session.registry.inside.people.ids(Search(noun="person"), session.moment))


def test_pairs_are_listed_with_their_reasons_the_likeliest_first(dialog: TwinsDialog) -> None:
    assert dialog.summary.text() == "2 cặp cần xem"
    why = dialog.table.model()
    reasons = [why.index(row, 2).data() for row in range(2)]
    assert reasons == ["cùng tên và năm sinh", "cùng số điện thoại"]


def test_two_are_joined_as_chosen_and_the_next_pair_is_shown(
    session: Session, dialog: TwinsDialog, people: tuple[PersonId, ...]
) -> None:
    dialog.panel.choose("name", 1)
    dialog.panel.choose("phone", 2)

    dialog.join_button.click()

    assert left(session) == [people[0], *people[2:]]
    kept = session.registry.inside.people.one(people[0])
    assert (kept.name, kept.born, kept.sex) == ("NGUYỄN VĂN AN", "1980-05-02", "male")
    assert (kept.phone, kept.notes) == ("0912345678 / 0987654321", "Cũ")
    assert dialog.pair is not None
    assert (dialog.pair.one, dialog.pair.other) == people[2:]
    session.undo()
    assert left(session) == list(people)


def test_a_double_click_joins_one_pair_not_the_next_as_well(
    session: Session, dialog: TwinsDialog, people: tuple[PersonId, ...], qtbot: QtBot
) -> None:
    with qtbot.waitExposed(dialog):
        dialog.show()

    QTest.mouseClick(dialog.join_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(dialog.join_button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(dialog.join_button, Qt.MouseButton.LeftButton)

    assert left(session) == [people[0], *people[2:]]
    assert dialog.pair is not None


def test_the_other_can_be_the_one_who_stays(
    session: Session, dialog: TwinsDialog, people: tuple[PersonId, ...]
) -> None:
    dialog.panel.choose("code", 1)

    dialog.join()

    assert left(session) == list(people[1:])
    assert session.registry.inside.people.one(people[1]).name == "Nguyễn Văn An"


def test_arrows_choose_between_the_values(dialog: TwinsDialog, qtbot: QtBot) -> None:
    with qtbot.waitExposed(dialog):
        dialog.show()
    button = dialog.panel._groups["name"].button(0)
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_Right)

    assert dialog.panel.fields["name"] == "drop"
    assert dialog.panel.fields["born"] == "drop"


def test_who_are_two_are_not_shown_again(session: Session, dialog: TwinsDialog) -> None:
    dialog.two_button.click()
    dialog.two_button.click()

    assert dialog.summary.text() == "Không thấy ai được nhập hai lần."
    assert not dialog.join_button.isEnabled()
    assert not twins.pairs(session.registry)


def test_what_is_left_for_later_comes_last(dialog: TwinsDialog, people: tuple[PersonId, ...]) -> None:
    dialog.later_button.click()

    assert dialog.pair is not None
    assert dialog.pair.one == people[2]
    assert dialog.summary.text() == "2 cặp cần xem, 1 cặp để sau"


def test_somebody_who_was_joined_meanwhile_is_told(
    session: Session, dialog: TwinsDialog, people: tuple[PersonId, ...]
) -> None:
    twins.merge(session.registry, people[0], people[1])

    dialog.join()

    assert "NG-00001" in dialog._notice.text


def test_two_identity_numbers_that_differ_are_said(session: Session, qtbot: QtBot) -> None:
    one = person(session.registry, born="1980", id_number="031080000001")
    other = person(session.registry, born="1980", id_number="031080000002")

    dialog = TwinsDialog(session)
    qtbot.addWidget(dialog)

    assert "12 số" in dialog._warning.text
    assert (dialog.panel.keep, dialog.panel.drop) == (one, other)
