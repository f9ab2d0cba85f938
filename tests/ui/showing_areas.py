"""Brings the acts on areas and the people entered twice onto the screen."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.area_changes import Act
from registry_app.domain.entries import Area
from registry_app.domain.ids import AreaId
from registry_app.domain.person import Person
from registry_app.operations import areas
from registry_app.ui.lists.area_acts import RenameAreaDialog
from registry_app.ui.lists.area_history import AreaHistoryDialog
from registry_app.ui.lists.area_merge import MergeAreasDialog
from registry_app.ui.lists.area_renumber import RenumberAreasDialog
from registry_app.ui.lists.area_split import SplitAreaDialog
from registry_app.ui.twins.twins_dialog import TwinsDialog

from .showing_main import LONG_NAME
from .stage import Stage, settle

NEW, OTHER = "Khu phố Hoa Sen", "Khu phố Hoa Súng"
RENUMBERED = "Khu phố Chánh Lộc 7"
"""What the first area is to be called after the number is typed."""
PAPER = {"on": "01/07/2026", "paper_number": "12/NQ-HĐND"}


def some(stage: Stage) -> list[Area]:
    """The areas of the ward."""
    return [one for one in stage.session.registry.lists.areas.values() if not one.whole_ward and not one.retired]


def rename(stage: Stage) -> QWidget:
    return RenameAreaDialog(stage.session, some(stage)[0], stage.main)


def renumber(stage: Stage) -> QWidget:
    dialog = RenumberAreasDialog(stage.session, None, stage.main)
    dialog.table.type_number(some(stage)[0], "7")
    return dialog


def merge(stage: Stage) -> MergeAreasDialog:
    one, other = some(stage)[:2]
    dialog = MergeAreasDialog(stage.session, one, stage.main)
    dialog.fields.fill({"areas": (one.name, other.name), "name": NEW, "on": "01/07/2026"})
    dialog.show_preview()
    return dialog


def merge_refused(stage: Stage) -> QWidget:
    dialog = merge(stage)
    dialog.fields.fill({"name": some(stage)[2].name[:-1] + "?", "on": "31/02/2026"})
    dialog.yes_button.click()
    settle()
    return dialog


def split_undivided(stage: Stage) -> SplitAreaDialog:
    dialog = SplitAreaDialog(stage.session, some(stage)[0], stage.main)
    dialog.fields.fill({"into": (NEW, OTHER), **PAPER})
    dialog.show_preview()
    return dialog


def split(stage: Stage) -> QWidget:
    dialog = split_undivided(stage)
    dialog.table.selectRow(0)
    dialog._to.fill("1")
    dialog.send()
    return dialog


def history(stage: Stage) -> QWidget:
    act = Act(on="01/07/2026", paper_number="12/NQ-HĐND", notes="")
    areas.rename(stage.session.registry, AreaId(some(stage)[0].id), LONG_NAME, act)
    dialog = AreaHistoryDialog(stage.session, None, stage.main)
    stage.session.undo()
    return dialog


def no_history(stage: Stage) -> QWidget:
    return AreaHistoryDialog(stage.session, some(stage)[0], stage.main)


def _beside(stage: Stage, one: Person, other: Person) -> QWidget:
    """The window with these two added, who are taken back afterwards."""
    people = stage.session.registry.inside.people
    with stage.session.registry.change("two"):
        numbers = [people.insert(one), people.insert(other)]
    dialog = TwinsDialog(stage.session, stage.main)
    place = next(place for place, pair in enumerate(dialog._pairs) if [pair.one, pair.other] == numbers)
    dialog.table.choose(place)
    stage.session.undo()
    return dialog


def twins(stage: Stage) -> QWidget:
    one = Person(name="Nguyễn Văn An", born="1980", phone="0912345678", notes=LONG_NAME, address=LONG_NAME)
    other = Person(name="NGUYỄN VĂN AN", born="1980", phone="0987654321", notes=LONG_NAME[:60], address="Số 5")
    return _beside(stage, one, other)


def twins_apart(stage: Stage) -> QWidget:
    one = Person(name="Nguyễn Văn Yên", born="1980", id_number="031080000001")
    return _beside(stage, one, Person(name="Nguyễn Văn Yên", born="1980", id_number="031080000002"))


def no_twins(stage: Stage) -> QWidget:
    dialog = TwinsDialog(stage.session, stage.main)
    dialog._show_pairs([])
    return dialog
