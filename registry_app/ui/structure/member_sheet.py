"""The table of members: typing, and who somebody is; used in the window of a team and before pasting."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.person import PersonRow
from registry_app.domain.words import _
from registry_app.operations.team_sheet import SheetRow
from registry_app.ui.session import Session

from .columns import known_texts, member_columns, plain_role
from .sheet import Line
from .twin_bar import ASKED_OF, TwinBar
from .typed_sheet import TypedSheet


class MemberSheet(TypedSheet):
    """A new line may be somebody whom the register knows: chosen from the names offered, or said so when asked."""

    def __init__(self, session: Session, extra: Sequence[str] = ()) -> None:
        columns = member_columns(session.registry.lists, extra)
        super().__init__(session, _("Members"), columns, who="name")
        self.view.rows.hint = _("Write a name here")
        role = plain_role(tuple(session.registry.lists.roles.values()))
        self.now.defaults = {"role": role} if role else {}
        self.twins = TwinBar(session)
        self.lay.insertWidget(1, self.twins)
        self.view.rows.committed.connect(self._committed)
        self.twins.taken.connect(self.take_person)

    def rows(self) -> list[tuple[Line, SheetRow]]:
        """What is to be written: changed lines, then new ones."""
        edited = [(one, SheetRow(number=one.key, typed=one.changed)) for one in self.now.edited]
        return edited + [
            (one, SheetRow(typed=one.written, person_id=one.person, others=tuple(sorted(one.others))))
            for one in self.now.new
        ]

    def known(self, person: PersonRow) -> dict[str, str]:
        """All that the table shows of a person."""
        return known_texts(person)

    def take_person(self, row: int, person: PersonRow) -> None:
        """Nothing is to be asked about somebody who is known."""
        super().take_person(row, person)
        self.twins.look(self.now, self.now.lines[row])

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, top to bottom."""
        buttons = (self.twins.same_button, self.twins.other_button, self.trouble.fix_button, self.trouble.go_button)
        return (self.view, *buttons)

    def _committed(self, row: int, name: str) -> None:
        if name in ASKED_OF and not self._session.is_lent:
            self.twins.look(self.now, self.now.lines[row])
