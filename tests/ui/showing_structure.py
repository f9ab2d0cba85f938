"""Brings the tab of what is inside a model, the window of a team and its dialogs onto the screen."""

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from registry_app.domain.camera_point import CameraPoint
from registry_app.domain.ids import ModelId, SiteId, TeamId
from registry_app.domain.membership import MemberRow
from registry_app.domain.site import Site
from registry_app.operations import pasting_members
from registry_app.ui.structure import roster
from registry_app.ui.structure.camera_dialog import CameraDialog
from registry_app.ui.structure.end_dialog import EndDialog
from registry_app.ui.structure.leader_dialog import LeaderDialog
from registry_app.ui.structure.member_sheet import MemberSheet
from registry_app.ui.structure.paste_dialog import PasteDialog
from registry_app.ui.structure.site_dialog import SiteDialog
from registry_app.ui.structure.team_dialog import TeamDialog
from registry_app.ui.structure.team_window import TeamWindow

from .stage import Stage

BLOCK = (
    "STT\tHọ và tên\tNgày sinh\tChức vụ\tSố điện thoại\tSố CCCD\n"
    "1\t{0}\t32/3/1968\tTổ phó\t912345678\t31168000123\n2\t{1}\t1970\tTổ viên\tabc\t031070000124\n"
)
TEAM = TeamId(1)
"""The team of the sample that was entered first."""
TYPED = {"role": "tv", "born": "31/02/1968", "id_number": "31168000123"}


def model(stage: Stage) -> ModelId:
    """A model that has teams."""
    return stage.session.registry.inside.sites.one(site(stage)).model_id


def site(stage: Stage) -> SiteId:
    """Its site."""
    return stage.session.registry.inside.teams.one(TEAM).site_id


def known_people(stage: Stage) -> list[MemberRow]:
    """Two people of another team."""
    return roster.members(stage.session.registry, TeamId(2), stage.session.moment)[:2]


def window(stage: Stage) -> TeamWindow:
    """The window of the team."""
    return TeamWindow(stage.session, TEAM, stage.main)


def wrong(stage: Stage) -> QWidget:
    """The same with a line that cannot be saved, and a question about another."""
    made = window(stage)
    known, other = known_people(stage)
    page = made.members.sheet
    assert isinstance(page, MemberSheet)
    page.now.add([{**TYPED, "name": other.name}, {"name": known.name, "born": known.born or ""}])
    page.view.rows.refresh()
    page.twins.look(page.now, *page.now.new)
    made.save()
    return made


def households(stage: Stage) -> QWidget:
    """Its other tab."""
    made = window(stage)
    made.tabs.setCurrentWidget(made.households)
    return made


def past(stage: Stage) -> QWidget:
    """The roster of another day."""
    made = window(stage)
    made.members.day.fill("1/1/2024")
    made.members.day.committed.emit()
    return made


def new_site(stage: Stage) -> QWidget:
    return SiteDialog(stage.session, Site(model_id=model(stage)), stage.main)


def edited_team(stage: Stage) -> QWidget:
    return TeamDialog(stage.session, stage.session.registry.inside.teams.one(TEAM), model(stage), stage.main)


def camera(page: int, stage: Stage) -> QWidget:
    made = CameraDialog(stage.session, CameraPoint(site_id=site(stage)), model(stage), stage.main)
    made.pages.tabs.setCurrentIndex(page)
    return made


def leader(stage: Stage) -> QWidget:
    return LeaderDialog(stage.session, TEAM, stage.main)


def end(noun: str, stage: Stage) -> QWidget:
    return EndDialog(stage.session, noun, [1, 2], [one.name for one in known_people(stage)], stage.main)


def paste(stage: Stage) -> QWidget:
    text = BLOCK.format(*(one.name for one in known_people(stage)))
    made = PasteDialog(stage.session, TEAM, pasting_members.recognise(text), stage.main)
    loop = QEventLoop()
    made.checked.connect(loop.quit)
    loop.exec()
    return made
