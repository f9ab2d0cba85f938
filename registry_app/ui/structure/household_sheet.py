"""The table of the households of a team; a head whom the register knows is offered by name."""

from registry_app.domain.nouns import NOUNS
from registry_app.domain.person import PersonRow
from registry_app.domain.words import _
from registry_app.exchange.pasted_cells import cells
from registry_app.operations.team_sheet import SheetRow
from registry_app.ui.session import Session

from .columns import household_columns, texts_of
from .sheet import Line
from .typed_sheet import TypedSheet

SHARED = ("address", "phone")
"""What stands in the same words at a person and at their household."""


class HouseholdSheet(TypedSheet):
    """A block of cells that is pasted fills new lines, column by column from the current one on."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Households"), household_columns(session.registry.lists), who="head")
        self.view.block_pasted.connect(self._paste)
        self.view.rows.hint = _("Write a name here")

    def rows(self) -> list[tuple[Line, SheetRow]]:
        """What is to be written: changed lines, then new ones."""
        edited = [(one, SheetRow(noun="household", number=one.key, typed=one.changed)) for one in self.now.edited]
        return edited + [
            (one, SheetRow(noun="household", typed=one.written, person_id=one.person)) for one in self.now.new
        ]

    def known(self, person: PersonRow) -> dict[str, str]:
        """The head of a household lives in it."""
        fields = NOUNS["person"].by_name
        return {"head": person.name, **texts_of(person, [fields[name] for name in SHARED])}

    def _paste(self, text: str) -> None:
        names = [one.name for one in self.now.columns][max(0, self.view.currentIndex().column()) :]
        self.now.add([dict(zip(names, row, strict=False)) for row in cells(text)])
        self.view.rows.refresh()
