"""What a table and a column of the log are, as values, and those that many tables have."""

from collections.abc import Mapping

from msgspec import Struct, field

from registry_app.domain import kinds
from registry_app.domain.kinds import Kind
from registry_app.domain.options import Option
from registry_app.domain.words import N_


class Column(Struct, frozen=True, kw_only=True):
    """One column: ``key`` in JSON ("" for one that nobody needs to see), ``label`` a marked text, ``reference`` the
    table whose row numbers it holds, ``preset`` the value that a new row has anyway and that need not be told."""

    key: str
    label: str = ""
    kind: Kind = kinds.TEXT
    options: tuple[Option, ...] = ()
    reference: str = ""
    preset: object = None


class Noun(Struct, frozen=True, kw_only=True):
    """One table: ``key`` in JSON, ``label`` a marked text, columns by their name in the table; ``owner`` is the table
    of the row that its rows hang on and ``owner_column`` where that row's number stands."""

    key: str
    label: str
    owner: str = ""
    owner_column: str = ""
    columns: Mapping[str, Column] = field(default_factory=dict)


HIDDEN = Column(key="")


def flag(key: str, text: str) -> Column:
    """A column of yes and no, 0 unless said."""
    return Column(key=key, label=text, kind=kinds.YES_NO, preset=0)


NAME = Column(key="name", label=N_("Name"))
CODE = Column(key="code", label=N_("Code"))
RETIRED = flag("retired", N_("No longer offered"))
POSITION = Column(key="position", label=N_("Place in the list"), preset=0)
NUMBER = Column(key="paper_number", label=N_("Number of the paper"))
ON = Column(key="on", label=N_("Date"), kind=kinds.DATE)
