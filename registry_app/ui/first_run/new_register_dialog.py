"""What a new register is asked about: ward and letterhead, what it begins with, where the file lies, who writes.

Every question has an answer already, but for the ward's own name.
"""

from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.operations import files
from registry_app.ui.choices import Choices
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.widgets.lines import OneLine

from . import place
from .file_field import FileField
from .letterhead import Letterhead

NO_NAME = N_("Write the ward's own name too, such as “Phường An Bình”.")


class NewRegister(Struct, frozen=True, kw_only=True):
    """What was answered. With ``sample`` the ward is the invented one, and ``ward`` and ``superior`` are not used."""

    ward: str
    superior: str
    path: Path
    who: str
    sample: bool


class NewRegisterDialog(FormDialog):
    """Only asks; nothing is made here."""

    def __init__(self, choices: Choices, parent: QWidget | None = None, before: NewRegister | None = None) -> None:
        super().__init__(parent, _("New register"), yes=_("&Make the register"), width=640)
        self.setProperty("guide", "start")
        self.answer = before
        self._follows = before is None
        self._empty = QRadioButton(_("&Empty, with the usual lists filled in"))
        self._sample = QRadioButton(_("&Invented sample ward, to try everything out"))
        self._letterhead = Letterhead()
        self._add_ward()
        self._add_rest()
        self.fields.finish()
        self._fill(choices, before)
        self._join()
        self._show_letterhead()
        self.lay_out()
        name = self.fields["name"].control
        name.setFocus(Qt.FocusReason.OtherFocusReason)
        name.end(False)

    @classmethod
    def ask(
        cls, choices: Choices, parent: QWidget | None = None, *, before: NewRegister | None = None, told: str = ""
    ) -> NewRegister | None:
        """What the user wants; None when they went back. ``before`` are answers to begin with, ``told`` why the
        register could not be made with them."""
        dialog = cls(choices, parent, before)
        dialog.say(told)
        return dialog.answer if dialog.run() else None

    def attempt(self) -> bool:
        """Take the answers. Raises Refused."""
        typed = {name: str(self.fields[name].typed()) for name in self.fields.names}
        problems = list(self._ward_problems()) if self._empty.isChecked() else []
        wrong_place = place.problem(typed["path"], place.documents(), "path")
        if wrong_place:
            problems.append(wrong_place)
        if problems:
            raise Refused(problems)
        self.answer = NewRegister(
            ward=line(typed["name"]),
            superior=line(typed["superior"]),
            path=place.typed_path(typed["path"], place.documents()),
            who=line(typed["who"]),
            sample=self._sample.isChecked(),
        )
        return True

    def _ward_problems(self) -> tuple[Problem, ...]:
        try:
            name = self.read({"name": kinds.TEXT, "superior": kinds.TEXT})["name"]
        except Refused as refused:
            return refused.problems
        return () if name and name != files.WARD_KIND else (Problem("name", NO_NAME),)

    # -- parts -----------------------------------------------------------------------------------------------------

    def _add_ward(self) -> None:
        self._head(_("1. The ward and its letterhead"))
        self.fields.add("name", _("&Name of the ward"), OneLine(), required=True)
        hint = _("Only where your papers name one")
        self.fields.add("superior", _("Body &above"), OneLine(hint=hint))
        self.fields.add_wide(self._letterhead)

    def _add_rest(self) -> None:
        self._head(_("2. What it begins with"))
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._sample)
        self.fields.add_wide(both)
        self._head(_("3. Where it is kept"))
        note = _("One file holds the whole register: copy it to keep it safe.")
        self.fields.add("path", _("&File"), FileField(), required=True, note=note)
        note = _("Stands beside each change in the history.")
        self.fields.add("who", _("&Your name"), OneLine(hint=files.user_name()), note=note)

    def _head(self, text: str) -> None:
        heading = QLabel(text)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.fields.add_wide(heading)

    def _fill(self, choices: Choices, before: NewRegister | None) -> None:
        who = choices.now.who or files.user_name()
        self.fields.fill({"name": f"{files.WARD_KIND} ", "who": who})
        if before is not None:
            named = {"name": before.ward, "superior": before.superior, "path": str(before.path), "who": before.who}
            self.fields.fill(named)
        (self._sample if before and before.sample else self._empty).setChecked(True)
        self._suggest()

    def _join(self) -> None:
        self.fields.edited.connect(self._edited)
        self.fields["path"].chosen_by_hand.connect(self._keep_path)
        self._sample.toggled.connect(self._switch)

    # -- what happens ----------------------------------------------------------------------------------------------

    def _edited(self, field: str) -> None:
        if field in ("name", "superior"):
            self._show_letterhead()
            self._suggest()

    def _keep_path(self) -> None:
        self._follows = False

    def _switch(self, sample: bool) -> None:
        self.fields.clear_problems()
        self.fields.lock(sample, ("name", "superior"))
        for name in ("name", "superior"):
            self.fields[name].setEnabled(not sample)
        self._show_letterhead()
        self._suggest()

    def _suggest(self) -> None:
        if self._follows:
            name = _("the sample ward") if self._sample.isChecked() else line(str(self.fields["name"].typed()))
            self.fields.fill({"path": str(place.suggested(name, place.documents()))})

    def _show_letterhead(self) -> None:
        if self._sample.isChecked():
            facts: dict[str, Any] = files.data("sample", "ward.json")["ward"]
            ward = Ward(name=facts["name"], superior=facts["superior"], issuer=facts["issuer"], place=facts["place"])
        else:
            name, superior = (line(str(self.fields[field].typed())) for field in ("name", "superior"))
            ward = Ward(name=name, superior=superior)
        self._letterhead.show_ward(ward)
