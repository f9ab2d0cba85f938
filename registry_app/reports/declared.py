"""Reports as declarations: which rows, which columns, how grouped; one place makes a paper of one and its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from registry_app.domain.counting import tally
from registry_app.domain.dates import last_day
from registry_app.domain.fields import BY_NAME, shown
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _

from .spec import Align, Column, Group, Kind, Letterhead, Report, Signature

Cell = Callable[[ModelRow, Moment], str]
ALIGNS = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One column of a declared report: a field by name, or a ``cell`` of its own under a marked ``heading``."""

    name: str
    heading: str = ""
    cell: Cell | None = None
    align: Align | None = None
    share: float = 1.0
    min_mm: float = 0.0

    @property
    def column(self) -> Column:
        """The column as the paper knows it."""
        field = BY_NAME.get(self.name)
        return Column(
            key=self.name,
            title=_(self.heading) if self.heading or field is None else field.short,
            align=self.align or (ALIGNS[field.kind.align] if field else Align.LEFT),
            share=self.share,
            min_mm=self.min_mm,
        )

    def text(self, row: ModelRow, at: Moment) -> str:
        """What stands in the cell."""
        return self.cell(row, at) if self.cell else shown(row, BY_NAME[self.name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A report that window and command line offer. ``label``, ``title`` and ``abstract`` are marked texts; ``view`` and
    ``order`` (a field) are what it shows when nobody says otherwise; ``group`` is a field."""

    name: str
    label: str
    title: str
    abstract: str
    columns: tuple[Shown, ...]
    view: str = "all"
    order: str = ""
    group: str = ""

    def report(self, rows: Sequence[ModelRow], ward: Ward, at: Moment, *, criteria: str, kind: Kind) -> Report:
        """The paper of ``rows``, which come sorted by ``group`` first."""
        return Report(
            kind=kind,
            title=_(self.title),
            abstract=_(self.abstract).format(ward=ward.name),
            criteria=criteria,
            columns=[NUMBER.column, *(column.column for column in self.columns)],
            groups=self._groups(rows, at),
            total=_("Total: {tally}").format(tally=tally(rows)),
            letterhead=Letterhead(issuer=ward.issuing_body, superior=ward.superior),
            number=f"/{ward.number_code}" if ward.number_code else "",
            place=ward.place_name,
            recipients=ward.recipients,
            signature=Signature(authority=ward.signer_authority, position=ward.signer_position, name=ward.signer_name),
            author=ward.issuing_body,
        )

    def _groups(self, rows: Sequence[ModelRow], at: Moment) -> list[Group]:
        field = BY_NAME.get(self.group)
        number = 0
        groups = []
        for title, members in groupby(rows, key=lambda row: shown(row, field) if field else ""):
            inside = list(members)
            cells = []
            for row in inside:
                number += 1
                cells.append((str(number), *(column.text(row, at) for column in self.columns)))
            heading = title or _("(blank)")
            named = f"{heading} – {tally(inside)}" if field else ""
            groups.append(Group(title=named, rows=cells))
        return groups


NUMBER = Shown(name="number", heading=N_("No."), align=Align.CENTER, min_mm=9.0)


def days_late(row: ModelRow, at: Moment) -> int | None:
    """How many days the next review is overdue on the day of ``at``; negative while there is time; None without one."""
    if row.next_review is None:
        return None
    due: date = last_day(row.next_review)
    return (at.on - due).days
