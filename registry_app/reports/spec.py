"""What a paper says, as values: no register, no SQL and no drawing is known here.

Texts in it are already for people; ``reports.paper`` turns the whole into a PDF.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.chart import Drawing
from registry_app.domain.errors import RegistryError

INTERNAL_USE = "LƯU HÀNH NỘI BỘ"


class Cancelled(RegistryError):
    """The user stopped the printing; nothing was made."""


class Kind(StrEnum):
    """An internal paper stands alone; an appendix follows a decision, report or proposal."""

    INTERNAL = "internal"
    APPENDIX = "appendix"


class Align(StrEnum):
    """Where a cell's lines stand in their column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Column(Struct, frozen=True, kw_only=True):
    """One column: ``share`` is a relative wish for width beside the content, ``min_mm`` includes the padding."""

    key: str
    title: str
    align: Align = Align.LEFT
    share: float = 1.0
    min_mm: float = 0.0


class Group(Struct, frozen=True, kw_only=True):
    """Rows under one title; a group without a title has no title row and no bookmark. ``total`` stands below its rows,
    ``blanks`` lines for handwriting before it."""

    rows: Sequence[tuple[str, ...]]
    title: str = ""
    total: str = ""
    blanks: int = 0


class Letterhead(Struct, frozen=True, kw_only=True):
    """The issuing body and, where it has one, the body directly above it."""

    issuer: str
    superior: str = ""


class Signature(Struct, frozen=True, kw_only=True):
    """Who signs: power ("TM. ỦY BAN NHÂN DÂN", may be empty), position ("CHỦ TỊCH"), name without titles."""

    position: str
    authority: str = ""
    name: str = ""


class Part(Struct, frozen=True, kw_only=True):
    """A table after the first, under a heading of its own; the paragraphs of its ``body`` stand between the two.
    Without ``columns`` it is those paragraphs alone."""

    heading: str
    columns: Sequence[Column]
    groups: Sequence[Group]
    total: str = ""
    lines: int = 1
    body: Sequence[str] = ()

    @property
    def row_count(self) -> int:
        """How many rows stand in it, lines for handwriting not counted."""
        return sum(len(group.rows) for group in self.groups)


class Report(Struct, frozen=True, kw_only=True):
    """One paper of one table, or of several: ``more`` follow, the first then has a ``heading`` too. ``facts`` stand
    above them as labels and values; ``drawings`` stand below the first table, above an only one. ``lines`` is how
    many lines a row is tall at least: room to sign. An ``upright`` paper never lies, however wide its tables.

    Below the title stand the ``addressee`` ("Kính gửi: …"; several on a line each) and the paragraphs of its ``body``,
    below the last table those of ``closing_lines``. A paper without a title is a letter: its ``abstract`` stands as
    "V/v …" below its number. Without ``columns`` it has no first table. ``following`` are further papers of the same
    file, each on pages of its own that are numbered anew. Minutes have a ``secretary`` who signs at the left; the
    recipients then stand below. ``page_code`` with the page's number stands as a small code on every page.

    ``number`` such as "05/DS-UBND" or "/DS-UBND" (the number is dotted) and ``day`` (None is dotted) belong to an
    internal paper, as do letterhead, place, recipients, signature and the circulation frame. ``roman`` and
    ``attached_to`` ("Quyết định số 12/QĐ-UBND ngày … của …", empty is dotted) belong to an appendix.
    """

    kind: Kind
    title: str
    columns: Sequence[Column]
    groups: Sequence[Group]
    abstract: str = ""
    criteria: str = ""
    total: str = ""
    letterhead: Letterhead | None = None
    number: str = ""
    place: str = ""
    day: date | None = None
    circulation: str = INTERNAL_USE
    recipients: Sequence[str] = ()
    signature: Signature | None = None
    roman: str = ""
    attached_to: str = ""
    author: str = ""
    language: str = "vi"
    facts: Sequence[tuple[str, str]] = ()
    heading: str = ""
    lines: int = 1
    more: Sequence[Part] = ()
    drawings: Sequence[Drawing] = ()
    upright: bool = False
    addressee: str = ""
    body: Sequence[str] = ()
    closing_lines: Sequence[str] = ()
    following: Sequence["Report"] = ()
    secretary: Signature | None = None
    page_code: str = ""

    @property
    def row_count(self) -> int:
        """How many rows of the first table will stand on the paper."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def parts(self) -> Sequence[Part]:
        """All its tables, in order."""
        first = Part(
            heading=self.heading,
            columns=self.columns,
            groups=self.groups,
            total=self.total,
            lines=self.lines,
        )
        return (first, *self.more)

    @property
    def is_letter(self) -> bool:
        """Whether it has no title: its sheets always stand."""
        return not self.title and self.kind is Kind.INTERNAL

    @property
    def papers(self) -> Sequence["Report"]:
        """Itself and those that follow it."""
        return (self, *self.following)

    def dated(self, day: date | None) -> "Report":
        """The same papers of another day."""
        return replace(self, day=day, following=[replace(one, day=day) for one in self.following])

    @property
    def name(self) -> str:
        """What it is called among files: title and abstract."""
        return f"{self.title} {self.abstract}".strip()
