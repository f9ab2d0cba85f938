"""The facts of one team over its tables: what it is called, where it belongs, who leads, how many belong to it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.identity import PHONE
from registry_app.domain.team import TeamRow
from registry_app.domain.words import _
from registry_app.ui.widgets.prose import Prose


class TeamHead(QWidget):
    """To be read; ``edit_button`` opens the dialog that changes it."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._place = QLabel(wordWrap=True), Prose()
        self._leader, self._facts = Prose(quiet=False), Prose()
        for label in (self._name, self._leader):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self._name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._name.setFont(font)
        self.edit_button = QPushButton(_("Edit the &team…"))
        self.edit_button.setAutoDefault(False)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._name, self._place, self._leader, self._facts):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)

    def show_team(self, team: TeamRow, on: date | None = None) -> None:
        """Show the facts of ``team`` as they were ``on`` a day; None: as they are."""
        self._name.setText(f"{team.code}  {team.name}")
        places = dict.fromkeys(place for place in (team.site, team.area, team.model) if place)
        self._place.setText(" · ".join(places))
        self._leader.setText(_leader(team))
        day = [_("As of {day}").format(day=show_date(on.isoformat()))] if on else []
        self._facts.setText(" · ".join([*day, *_facts(team)]))

    @property
    def text(self) -> str:
        """All that is said, a line each."""
        return "\n".join(label.text() for label in (self._name, self._place, self._leader, self._facts))


def _leader(team: TeamRow) -> str:
    if not team.leader:
        return _("No leader")
    parts = [team.leader]
    if team.leader_born:
        parts.append(_("born {born}").format(born=show_date(team.leader_born)))
    if team.leader_phone:
        parts.append(PHONE.show(team.leader_phone))
    text = _("Leader: {leader}").format(leader=", ".join(parts))
    deputies = _("Deputies: {names}").format(names=team.deputies)
    return f"{text}   {deputies}" if team.deputies else text


def _facts(team: TeamRow) -> list[str]:
    members = _("Members: {count}").format(count=team.members)
    if team.decided is not None:
        members = _("Members: {count} of {decided} by decision").format(count=team.members, decided=team.decided)
    found = [members, _("Households: {count}").format(count=team.households)]
    if team.paper_number:
        found.append(_("Paper: {number}").format(number=team.paper_number))
    if team.valid_from:
        found.append(_("From {day}").format(day=show_date(team.valid_from)))
    if team.valid_to:
        found.append(_("Ended on {day}").format(day=show_date(team.valid_to)))
    return found
