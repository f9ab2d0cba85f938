"""What all dialogs about acts on areas have – day, paper, remark, a preview that follows what is typed –, and the
simplest of them: another name or number."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.area_changes import Act
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Area
from registry_app.domain.errors import Problem, Refused, RegistryError
from registry_app.domain.ids import AreaId
from registry_app.domain.words import N_, _
from registry_app.operations import areas
from registry_app.operations.typed import Unknown, find
from registry_app.store.registry import Registry
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

CALM_MS = 200
"""How long nothing must be typed before the preview is made anew."""
SHORT = 12
NOTHING_YET = N_("Fill in the fields above to see beforehand what would be done.")


class ActDialog(FormDialog):
    """``previewed`` says what would be done; it is asked again whenever something was typed."""

    def __init__(self, session: Session, parent: QWidget | None, title: str, *, yes: str, width: int = 600) -> None:
        super().__init__(parent, title, yes=yes, width=width)
        self.setProperty("guide", "areas")
        self.session = session
        self.preview = Prose(quiet=False)
        self.notes = MarkedLabel()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.show_preview)

    def add_act(self, *, paper: bool) -> None:
        """Add the fields of the act itself; ``paper``: there must be one."""
        self.fields.add("on", _("In force &from"), DateField(kinds.DATE), required=True)
        self.fields.add("paper_number", _("Number of the &paper"), OneLine(), required=paper)
        self.fields.add("notes", _("Re&marks"), OneLine())
        self.fields.fill({"on": show_date(date.today().isoformat())})

    def follow(self) -> None:
        """Show the preview from now on, beneath the fields."""
        self.preview.setText(_(NOTHING_YET))
        self.fields.add_wide(self.preview)
        self.fields.add_wide(self.notes)
        self.fields.edited.connect(lambda _name: self._calm.start())

    @property
    def act(self) -> Act:
        """The act as it stands in the fields."""
        on, paper, notes = (one_text(self.fields[name].typed()) for name in ("on", "paper_number", "notes"))
        return Act(on=on, paper_number=paper, notes=notes)

    def show_preview(self) -> None:
        """Say what would be done with what stands in the fields; where that cannot be said yet, that it cannot."""
        self._calm.stop()
        try:
            text, notes = self.previewed()
        except RegistryError:
            text, notes = _(NOTHING_YET), ()
        self.preview.setText(text)
        self.notes.say("\n".join(map(str, notes)), marks.NOTICE)
        self._grow()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each at its field; the preview is about what was refused, not about what stood there before."""
        super().show_problems(problems)
        if self._calm.isActive():
            self.show_preview()

    def carried_out(self, rows: int, deed: Callable[[Registry], object]) -> bool:
        """Whether ``deed``, which touches so many ``rows``, was done. Raises Refused."""
        return self.tried_on(rows, self.session, deed)

    def previewed(self) -> tuple[str, Sequence[Problem]]:
        """What would be done, and what is worth a look. Raises RegistryError while it cannot be said."""
        raise NotImplementedError


class RenameAreaDialog(ActDialog):
    """Another name, another number or both; one that only has another number is renumbered."""

    def __init__(self, session: Session, area: Area, parent: QWidget | None = None) -> None:
        title = _("Rename “{area}”").format(area=area.name)
        super().__init__(session, parent, title, yes=_("&Rename"))
        self._area = area
        self.fields.add("name", _("&New name"), OneLine(), required=True)
        self.fields.add("number", _("N&umber"), OneLine(width=SHORT))
        self.add_act(paper=False)
        self.fields.finish()
        self.fields.fill({"name": area.name, "number": area.number})
        about = _("The area is still found by the old name, and rosters of days before keep it.")
        self.lay_out(Prose(about))
        self.fields["name"].control.setFocus()

    @classmethod
    def rename(cls, session: Session, area: Area, parent: QWidget | None = None) -> bool:
        """Ask for the name, day and paper and do it; whether it was done."""
        return cls(session, area, parent).run()

    def attempt(self) -> bool:
        """Do it. Raises Refused."""
        typed = self.read({"name": kinds.TEXT, "number": kinds.TEXT})
        area = AreaId(self._area.id)
        return self.tried(self.session, areas.rename, area, typed["name"], self.act, number=typed["number"])


def known_areas(session: Session) -> list[Area]:
    """The areas that may be acted upon: in use, and not the ward itself."""
    every = session.registry.lists.areas.values()
    return [area for area in every if not area.retired and not area.whole_ward]


def area_named(session: Session, field: str, name: str) -> AreaId:
    """The area of that name. Raises Refused at ``field``."""
    try:
        return AreaId(find(known_areas(session), name).id)
    except Unknown as unknown:
        raise Refused([Problem(field, unknown.text, unknown.values)]) from None


NO_AREA = N_("Choose the areas.")
