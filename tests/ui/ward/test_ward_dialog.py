"""The ward's own facts."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.ui.session import Session
from registry_app.ui.ward.ward_dialog import WardDialog

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def asking(session: Session, qtbot: QtBot) -> WardDialog:
    made = WardDialog(session)
    qtbot.addWidget(made)
    return made


def test_the_facts_are_saved_as_typed_and_cleaned(asking: WardDialog, session: Session) -> None:
    asking.fields.fill(
        {
            "committee": "Ban Chỉ đạo  138",
            "recipients": "Như trên;\n\n  Lưu: VT.",
            "within": "45",
            "needed": ("lead", "aim"),
        }
    )

    asking.yes_button.click()

    ward = session.registry.settings.ward()
    assert asking.result() == ACCEPTED
    assert (ward.committee, ward.within, ward.needed) == ("Ban Chỉ đạo 138", 45, ("lead", "aim"))
    assert ward.recipients == ("Như trên;", "Lưu: VT.")
    assert session.moment.within == 45


def test_nothing_changed_writes_nothing(asking: WardDialog, session: Session) -> None:
    before = session.registry.undoable

    asking.yes_button.click()

    assert asking.result() == ACCEPTED
    assert session.registry.undoable == before


@pytest.mark.parametrize(("field", "typed"), [("name", "  "), ("within", "0"), ("within", "nhiều")])
def test_what_is_wrong_is_told_at_its_field(asking: WardDialog, field: str, typed: str) -> None:
    asking.fields.fill({field: typed})

    asking.yes_button.click()

    assert asking.fields.problem(field)
    assert asking.result() != ACCEPTED


def test_a_field_needed_by_the_ward_makes_models_miss_information(asking: WardDialog, session: Session) -> None:
    asking.fields.fill({"needed": ()})
    asking.yes_button.click()

    assert session.registry.models.view_counts(session.moment)["missing"] == 0
