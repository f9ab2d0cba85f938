"""The sample is made only once, keeps what was tried out in it, and says why when it cannot be made."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.operations import demonstration, models
from registry_app.ui.actions import registers
from registry_app.ui.actions.command import Desk
from registry_app.ui.choices import Choices
from registry_app.ui.models.screen import ModelsScreen
from registry_app.ui.session import Session
from tests.ui.conftest import Asked


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """A desk where nothing is open; the sample goes into a folder of the test's own."""
    monkeypatch.setattr(demonstration, "usual_folder", lambda: tmp_path / "mẫu")
    session = Session()
    screen = ModelsScreen(session)
    qtbot.addWidget(screen)
    return Desk(window=screen, session=session, screen=screen, choices=Choices())


def test_the_sample_is_made_once_and_keeps_what_was_tried_out(desk: Desk) -> None:
    registers.open_sample(desk)
    desk.session.run(models.trash, [ModelId(number) for number in desk.screen.rows.ids[:3]])

    registers.open_sample(desk)

    assert desk.session.registry.models.view_counts(desk.session.moment)["trash"] == 3
    desk.session.close()


def test_a_sample_that_cannot_be_made_is_told(desk: Desk, tmp_path: Path, asked: Asked) -> None:
    (tmp_path / "mẫu").write_text("a file where the folder should be")

    registers.open_sample(desk)

    assert asked.texts[0].startswith("Không tạo được sổ mẫu")
    assert not desk.session.is_open
