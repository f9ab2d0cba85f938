"""One column of a declared report: a field of its noun, or a cell of its own; how it is masked on a posting copy."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from registry_app.domain.fields import BY_NAME, Field, shown
from registry_app.domain.nouns import NOUNS
from registry_app.domain.search import Moment
from registry_app.domain.words import N_, _

from . import masking
from .spec import Align, Column

Fields = Mapping[str, Field]
Cell = Callable[[Any, Moment], str]
ALIGNS = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


class Shown(Struct, frozen=True, kw_only=True):
    """One column of a declared report: a field by name, or a ``cell`` of its own under a marked ``heading``; ``masks``
    is the field whose mask a cell of its own takes on a copy for the notice board."""

    name: str
    heading: str = ""
    cell: Cell | None = None
    align: Align | None = None
    share: float = 1.0
    min_mm: float = 0.0
    masks: str = ""

    def column(self, fields: Fields) -> Column:
        """The column as the paper knows it."""
        known = fields.get(self.name)
        return Column(
            key=self.name,
            title=_(self.heading) if self.heading or known is None else known.short,
            align=self.align or (ALIGNS[known.kind.align] if known else Align.LEFT),
            share=self.share,
            min_mm=self.min_mm,
        )

    def label(self, fields: Fields) -> str:
        """What it is called on a sheet, where there is room."""
        return _(self.heading or fields[self.name].label)

    def text(self, row: Any, at: Moment, fields: Fields, *, posting: bool = False) -> str:
        """What stands in the cell; masked where ``posting``."""
        text = self.cell(row, at) if self.cell else shown(row, fields[self.name])
        return masking.masked(self.masks or self.name, text) if posting else text


def fields_of(noun: str) -> Fields:
    """The fields of ``noun`` by name; none for rows that are only listed on sheets."""
    if noun == "model":
        return BY_NAME
    return NOUNS[noun].by_name if noun in NOUNS else {}


def nothing(_row: object, _at: Moment) -> str:
    """A cell that is filled in by hand."""
    return ""


NUMBER = Shown(name="number", heading=N_("No."), align=Align.CENTER, min_mm=9.0)
SIGNATURE = Shown(name="signature", heading=N_("Signature"), cell=nothing, min_mm=25.0)
BY_HAND = {SIGNATURE.name: SIGNATURE}
"""Columns that any report may have."""
SIGNED_LINES = 2
"""Lines that a row to be signed is tall at least: about 11 mm."""
