"""The questions about a new register: each has its answer already, what is wrong is told at its field."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ward import Ward
from registry_app.reports import heading
from registry_app.ui.choices import Choices
from registry_app.ui.first_run import letterhead, place
from registry_app.ui.first_run.new_register_dialog import NewRegister, NewRegisterDialog
from tests.ui.conftest import type_text


@pytest.fixture(autouse=True)
def documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's documents are a folder of the test's own."""
    folder = tmp_path / "Tài liệu"
    folder.mkdir()
    monkeypatch.setattr(place, "documents", lambda: folder)
    return folder


@pytest.fixture
def dialog(qtbot: QtBot) -> NewRegisterDialog:
    made = NewRegisterDialog(Choices())
    qtbot.addWidget(made)
    return made


def agree(dialog: NewRegisterDialog) -> NewRegister | None:
    """Press the button; None when it was refused."""
    dialog.yes_button.click()
    return dialog.answer if dialog.result() == QDialog.DialogCode.Accepted else None


def test_only_the_wards_own_name_has_to_be_written(dialog: NewRegisterDialog, documents: Path) -> None:
    type_text(dialog.fields["name"].control, "An Bình")

    answer = agree(dialog)

    assert answer is not None
    assert answer.ward == "Phường An Bình"
    assert answer.path == documents / "Sổ mô hình Phường An Bình.registry"
    assert answer.who
    assert not answer.sample


def test_a_ward_without_its_own_name_is_told_at_the_field(dialog: NewRegisterDialog) -> None:
    assert agree(dialog) is None
    assert "Phường An Bình" in dialog.fields.problem("name")


def test_a_file_that_is_there_is_told_at_the_field_and_keeps_what_was_typed(
    dialog: NewRegisterDialog, documents: Path
) -> None:
    (documents / "a.registry").touch()
    dialog.fields["name"].fill("Phường An Bình")
    dialog.fields["path"].control.clear()
    type_text(dialog.fields["path"].control, "a")

    assert agree(dialog) is None
    assert "“a.registry”" in dialog.fields.problem("path")
    assert dialog.fields["path"].typed() == "a"


def test_the_file_follows_the_name_until_it_was_written_by_hand(dialog: NewRegisterDialog, documents: Path) -> None:
    type_text(dialog.fields["name"].control, "Một")
    followed = dialog.fields["path"].typed()
    type_text(dialog.fields["path"].control, "x")
    type_text(dialog.fields["name"].control, " Hai")

    assert followed == str(documents / "Sổ mô hình Phường Một.registry")
    assert dialog.fields["path"].typed() == "x" + followed


def test_the_sample_needs_no_ward(dialog: NewRegisterDialog, documents: Path) -> None:
    dialog._sample.click()

    answer = agree(dialog)

    assert answer is not None
    assert answer.sample
    assert answer.path.parent == documents


def test_the_letterhead_says_what_will_stand_on_paper(dialog: NewRegisterDialog) -> None:
    type_text(dialog.fields["name"].control, "An Bình")
    type_text(dialog.fields["superior"].control, "Thành phố Đông Bình")

    assert dialog._letterhead.accessibleName().endswith("THÀNH PHỐ ĐÔNG BÌNH. ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH")


def test_the_letterhead_has_the_words_of_the_paper() -> None:
    assert (letterhead.STATE, letterhead.MOTTO) == (heading.STATE, heading.MOTTO)


def test_the_name_beside_changes_is_the_one_chosen_before(qtbot: QtBot) -> None:
    choices = Choices()
    choices.change(who="Trần Thị Lan")

    dialog = NewRegisterDialog(choices)
    qtbot.addWidget(dialog)

    assert dialog.fields["who"].typed() == "Trần Thị Lan"


def test_asked_again_it_has_what_was_answered(qtbot: QtBot, documents: Path) -> None:
    before = NewRegister(ward="Phường Một", superior="", path=documents / "một.registry", who="Lan", sample=False)

    dialog = NewRegisterDialog(Choices(), before=before)
    qtbot.addWidget(dialog)

    assert agree(dialog) == before


def test_the_rule_under_the_motto_is_as_long_as_the_motto(qtbot: QtBot) -> None:
    shown = letterhead.Letterhead()
    qtbot.addWidget(shown)
    shown.resize(640, 100)
    shown.show_ward(Ward(name="Phường An Bình"))
    font = shown._font(bold=True)

    image = shown.grab().toImage()

    right = range(round(image.width() * letterhead.LEFT_PART) + letterhead.MARGIN, image.width() - letterhead.MARGIN)
    dark = [sum(image.pixelColor(x, y).lightness() < 128 for x in right) for y in range(image.height())]
    assert max(dark) == pytest.approx(QFontMetricsF(font, shown).horizontalAdvance(letterhead.MOTTO), abs=3)
