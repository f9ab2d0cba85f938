"""What is offered while a cell is typed into: choices by their words or initials, people of the register by name."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from registry_app.domain.dates import show_date
from registry_app.domain.person import PersonRow
from registry_app.domain.search import Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.ui.session import Session

from .choosing import chosen_from

MOST = 12
FEW = 5
"""Names that begin as typed; where there are so many, nobody is looked for who has the words elsewhere in the name."""
LEAST_LETTERS = 2
"""Of a name, before the register is asked."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """``text`` is what would stand in the cell, ``label`` what is read in the list; ``key`` is a row number."""

    text: str
    label: str
    key: int | None = None


Suggest = Callable[[str], Sequence[Suggestion]]


def choices(names: Sequence[str]) -> Suggest:
    """Suggests ``names``."""
    return lambda typed: [Suggestion(text=one, label=one) for one in chosen_from(typed, names)]


def people(session: Session) -> Suggest:
    """Suggests people of the register, by every word of their name."""

    def found(typed: str) -> list[Suggestion]:
        words = fold(typed).split()
        if len("".join(words)) < LEAST_LETTERS or session.is_lent:
            return []
        shelf, at = session.registry.inside.people, session.moment
        ids = shelf.beginning(typed, at, MOST)
        if len(ids) < FEW:
            others = shelf.ids(Search(noun="person", words=" ".join(words)), at, MOST * 2)
            ids = list(dict.fromkeys([*ids, *others]))
        rows = shelf.window(ids, at)
        same = [row for row in rows if all(word in fold(row.name) for word in words)]
        return [Suggestion(text=row.name, label=said_of(row), key=row.id) for row in same[:MOST]]

    return found


def said_of(row: PersonRow) -> str:
    """A person in one line: name, birth, code, where they serve."""
    parts = [row.name]
    if row.born:
        parts.append(_("born {born}").format(born=show_date(row.born)))
    where = row.teams[0] if row.teams else row.address
    return ", ".join(part for part in (*parts, row.code, where) if part)
