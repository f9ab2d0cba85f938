"""A window on a register with something inside its first model."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from registry_app.operations import inside
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session


class Ward:
    """Writes into the register of ``session`` as forms would."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.model = int(session.registry.models.by_code("CAM-2020-001"))
        self.site = int(session.registry.inside.sites.where("model_id", self.model)[0].id)

    def team(self, name: str, **typed: str) -> int:
        return inside.save(self._session.registry, "team", 0, {"name": name, **typed}, site_id=self.site).id

    def person(self, name: str, **typed: str) -> int:
        return inside.save(self._session.registry, "person", 0, {"name": name, **typed}).id

    def household(self, head: str, **typed: str) -> int:
        return inside.save(self._session.registry, "household", 0, {"head": head, **typed}).id

    def member(self, person: int, team: int, role: str = "Tổ viên", **typed: str) -> int:
        texts = {"role": role, "valid_from": "01/01/2024", **typed}
        return inside.save(self._session.registry, "membership", 0, texts, person_id=person, team_id=team).id


@pytest.fixture
def ward(session: Session) -> Ward:
    return Ward(session)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.resize(1366, 768)
    shown.models._open()
    shown.turn_to("list")
    shown.show()
    yield shown
    for noun in ("site", "team", "person", "household", "camera_point"):
        if noun in shown.pages.made:
            shown.inside(noun).form.give_up()
    shown.close()
    shown.deleteLater()
