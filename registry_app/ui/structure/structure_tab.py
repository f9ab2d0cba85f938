"""What is inside one model: the tree of its sites, and the buttons that add to it, open, end and delete."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.ids import CameraId, ModelId, SiteId, TeamId
from registry_app.domain.words import N_, _
from registry_app.operations import inside
from registry_app.ui import ask
from registry_app.ui.session import Session
from registry_app.ui.widgets.flow import GAP, FlowLayout
from registry_app.ui.widgets.prose import Prose

from .structure_tree import Branch, Node, StructureTree, branches

NOTHING = N_(
    "Nothing has been entered yet. Add a site first – a place where the model works – then the teams in it, and their "
    "members."
)
DELETE = N_("Delete “{name}”? Delete only what was entered by mistake; what is over is ended from a day on.")


class StructureTab(QWidget):
    """Shows ``model`` of the session's register; writes only through dialogs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "inside")
        self._session = session
        self._model: ModelId | None = None
        self._writable = False
        self.tree = StructureTree()
        self.tree.copied_from = self._called
        self.ended = QCheckBox(_("&Ended ones, too"))
        self.nothing = Prose(_(NOTHING))
        self.add_site, self.add_team = QPushButton(_("Add &site…")), QPushButton(_("Add &team…"))
        self.open_button, self.add_camera = QPushButton(_("Open &it…")), QPushButton(_("Add &camera…"))
        self.end_button, self.delete_button = QPushButton(_("E&nd…")), QPushButton(_("Delete…"))
        self._lay_out()
        self._join()
        self._allow()

    def show_model(self, model: ModelId | None, *, writable: bool) -> None:
        """Show what is inside ``model`` now; None shows nothing."""
        self._model, self._writable = model, writable
        self._look()

    def _called(self) -> str:
        """The model by its code."""
        return self._session.registry.models.one(self._model).code if self._model is not None else ""

    def _look(self) -> None:
        at = self._session.moment
        found: tuple[Branch, ...] = ()
        if self._model is not None:
            found = branches(self._session.registry, self._model, at, ended=self.ended.isChecked())
        self.nothing.setVisible(not found and self._model is not None)
        self.tree.show_branches(found, at)
        self._allow()

    def _lay_out(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.addWidget(_together(self.add_site, self.add_team, self.add_camera))
        line.addWidget(_together(self.open_button, self.end_button, self.delete_button))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(buttons)
        rows.addWidget(self.nothing)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self.ended)

    def _join(self) -> None:
        self.tree.chosen.connect(self._allow)
        self.tree.opened.connect(self.open)
        self.ended.toggled.connect(lambda _on: self._look())
        self.add_site.clicked.connect(self._add_site)
        self.add_team.clicked.connect(self._add_team)
        self.add_camera.clicked.connect(self._add_camera)
        self.open_button.clicked.connect(self._open_current)
        self.end_button.clicked.connect(self._end)
        self.delete_button.clicked.connect(self._delete)

    def _allow(self) -> None:
        """Allow what can be done with what is chosen."""
        node = self.tree.current
        here = self._writable and self._model is not None
        sites = bool(self.tree.topLevelItemCount())
        self.add_site.setEnabled(here)
        for button in (self.add_team, self.add_camera):
            button.setEnabled(here and sites)
        self.open_button.setEnabled(node is not None)
        for button in (self.end_button, self.delete_button):
            button.setEnabled(here and node is not None)

    # -- deeds -----------------------------------------------------------------------------------------------------

    def open(self, node: Node) -> None:
        """Open what a row of the tree stands for."""
        owner = self.window()
        if node.noun == "team":
            from .team_window import TeamWindow

            TeamWindow.show_team(self._session, TeamId(node.number), owner)
        elif not self._writable and not self._session.registry.read_only:
            return
        elif node.noun == "site":
            from .site_dialog import SiteDialog

            SiteDialog.edit(self._session, SiteId(node.number), owner)
        else:
            from .camera_dialog import CameraDialog

            CameraDialog.edit(self._session, CameraId(node.number), owner)

    def _open_current(self) -> None:
        if self.tree.current:
            self.open(self.tree.current)

    def _add_site(self) -> None:
        from .site_dialog import SiteDialog

        if self._model is not None:
            self._choose("site", SiteDialog.add(self._session, self._model, self.window()))

    def _add_team(self) -> None:
        from .team_dialog import TeamDialog

        if self._model is None:
            return
        team = TeamDialog.add(self._session, self._model, self._site(), self.window())
        self._choose("team", team)
        if team is not None:
            self.open(Node("team", team, ""))

    def _add_camera(self) -> None:
        from .camera_dialog import CameraDialog

        if self._model is not None:
            camera = CameraDialog.add(self._session, self._model, self._site(), self.window())
            self._choose("camera_point", camera)

    def _end(self) -> None:
        from .end_dialog import EndDialog

        node = self.tree.current
        if node:
            EndDialog.end(self._session, node.noun, [node.number], [node.name], self.window())

    def _delete(self) -> None:
        node = self.tree.current
        if node is None:
            return
        question = _(DELETE).format(name=node.name)
        if not ask.confirm(self, question, yes=_("&Delete"), no=_("&Keep it")):
            return
        try:
            self._session.run(inside.remove, node.noun, [node.number])
        except Refused as refused:
            ask.tell(self, str(refused))

    def _site(self) -> SiteId | None:
        return SiteId(self.tree.site) if self.tree.site else None

    def _choose(self, noun: str, number: int | None) -> None:
        if number is not None:
            self.tree.choose(noun, number)


def _together(*buttons: QPushButton) -> QWidget:
    """Buttons that stay in one line."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    for button in buttons:
        button.setAutoDefault(False)
        line.addWidget(button)
    return made
