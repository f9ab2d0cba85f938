"""A table that is typed into, as values: lines of texts, what was changed, what is wrong where. No Qt.

Texts stand here as people read them; a cell is read when it is left, never while it is typed into.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from registry_app.domain import identity, kinds
from registry_app.domain.cleaning import line
from registry_app.domain.fields import Field
from registry_app.domain.kinds import BadValue
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _

from .choosing import chosen_from

IN_SHEETS = {"male": "nam", "female": "nu"}
OLD_ID = N_("A number of 9 digits has been invalid since 01/01/2025.")


class Column(Struct, frozen=True, kw_only=True):
    """A column of the table. ``choices`` are the only texts that fit, in the language in use; none: free text."""

    field: Field
    letters: int
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its field."""
        return self.field.name

    @property
    def heading(self) -> str:
        """What stands over it, in the language in use."""
        return self.field.short

    @property
    def label(self) -> str:
        """What it is called in a sentence, in the language in use."""
        return _(self.field.label)

    @property
    def _said(self) -> dict[str, str]:
        """How what a ward's sheets say is shown here, whatever language the window speaks."""
        return {IN_SHEETS[one.key]: str(one) for one in self.field.options if one.key in IN_SHEETS}

    def read(self, text: str) -> str:
        """What was typed, as it is shown from now on. Raises BadValue."""
        if self.choices:
            text = self._said.get(fold(text), text)
            meant = chosen_from(text, self.choices) if line(text) else []
            if len(meant) == 1:
                return meant[0]
            return kinds.choice(self.choices).parse(text, date.today())
        return self.field.kind.show(self.field.kind.parse(text, date.today()))


class Told(Struct, frozen=True, kw_only=True):
    """What is said of a cell. ``fix`` is a text that would be right, "" for none; a notice does not hinder a save.
    What was ``refused`` by the register holds until the next attempt: it may be mended elsewhere."""

    text: str
    fix: str = ""
    notice: bool = False
    refused: bool = False


class Line(Struct, kw_only=True):
    """One row: ``key`` is its number in the register, 0 for a new one; ``base`` is what the register holds."""

    key: int = 0
    base: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    person: int | None = None
    """Who of the register it is, where that is known."""
    known: dict[str, str] = field(default_factory=dict)
    """What the register knows of the person whom a new line was said to be."""
    others: set[int] = field(default_factory=set)
    """People of the register whom it was said not to be."""

    @property
    def is_new(self) -> bool:
        """Whether the register does not have it yet."""
        return not self.key

    @property
    def is_blank(self) -> bool:
        """Whether it is a new line without any text."""
        return self.is_new and not any(self.texts.values())

    @property
    def changed(self) -> dict[str, str]:
        """The texts that differ from what the register holds."""
        return {name: text for name, text in self.texts.items() if text != self.base.get(name, "")}

    @property
    def written(self) -> dict[str, str]:
        """The texts that are not blank."""
        return {name: text for name, text in self.texts.items() if text}

    @property
    def hinders(self) -> bool:
        """Whether something in it must be mended before it can be saved."""
        return any(not told.notice and not told.refused for told in self.told.values())


class Sheet:
    """Lines under columns; in the column ``who`` stand the names of people. A sheet that may be written in ends with a
    blank line to go on with."""

    def __init__(self, columns: Sequence[Column], *, who: str = "", writable: bool = True) -> None:
        self.columns = tuple(columns)
        self.who = who
        self.writable = writable
        self.lines: list[Line] = []
        self.defaults: dict[str, str] = {}
        """Texts that a new line begins with as soon as something is typed into it."""
        self._complete()

    def show(self, lines: Iterable[Line]) -> None:
        """Show ``lines`` in place of all that is here."""
        self.lines = list(lines)
        self._complete()

    @property
    def filled(self) -> tuple[Line, ...]:
        """All lines but blank ones."""
        return tuple(one for one in self.lines if not one.is_blank)

    @property
    def new(self) -> tuple[Line, ...]:
        """Lines that the register does not have yet."""
        return tuple(one for one in self.filled if one.is_new)

    @property
    def edited(self) -> tuple[Line, ...]:
        """Lines of the register in which something was changed."""
        return tuple(one for one in self.lines if not one.is_new and one.changed)

    @property
    def is_dirty(self) -> bool:
        """Whether anything is here that the register does not have."""
        return bool(self.new or self.edited)

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(one for one in self.columns if one.name == name)

    def place(self, wanted: Line) -> int:
        """Where a line stands, from 0."""
        return next(place for place, one in enumerate(self.lines) if one is wanted)

    def link(self, row: int, person: int, known: Mapping[str, str]) -> None:
        """A new line is that person of the register: what is known stands where nothing was typed, the name always."""
        one = self.lines[row]
        one.person, one.known = person, dict(known)
        for name, text in known.items():
            if text and (name == self.who or not one.texts.get(name)):
                one.texts[name] = text
                one.told.pop(name, None)
        self._complete()

    def write(self, row: int, name: str, typed: str) -> None:
        """Take what was typed into a cell: in the usual form where it can be read, as it is where it cannot, and then
        with what is wrong."""
        self._read(self.lines[row], name, typed)
        self._complete()

    def _read(self, one: Line, name: str, typed: str) -> None:
        if one.is_blank and line(typed):
            one.texts.update(self.defaults)
        if name == self.who and one.is_new:
            _unlink(one)
        one.told.pop(name, None)
        try:
            one.texts[name] = self.column(name).read(typed)
        except BadValue as wrong:
            one.texts[name] = line(typed)
            one.told[name] = Told(text=str(wrong), fix=str(wrong.values.get("whole", "")))
        else:
            if notice := _notice(name, one.texts[name]):
                one.told[name] = Told(text=notice, notice=True)
        if one.is_new and one.written == self.defaults:
            one.texts.clear()

    def tell(self, row: int, name: str, text: str) -> None:
        """Say what is wrong with a cell; of a column that is not here, at the first."""
        names = [one.name for one in self.columns]
        self.lines[row].told[name if name in names else names[0]] = Told(text=text, refused=True)

    def forget_refusals(self) -> None:
        """Another attempt begins."""
        for one in self.lines:
            one.told = {name: told for name, told in one.told.items() if not told.refused}

    def follow(self, fresh: Iterable[Line]) -> None:
        """Show what the register holds now under what is typed and not saved."""
        before = {one.key: one for one in self.lines if one.key}
        new = self.new
        for one in (lines := list(fresh)):
            old = before.get(one.key)
            for name, text in old.changed.items() if old else ():
                one.texts[name] = text
                if old and name in old.told:
                    one.told[name] = old.told[name]
        self.show([*lines, *new])

    def drop(self, rows: Iterable[int]) -> None:
        """Take new lines away again."""
        gone = {row for row in rows if self.lines[row].is_new}
        self.lines = [one for place, one in enumerate(self.lines) if place not in gone]
        self._complete()

    def add(self, lines: Sequence[Mapping[str, str]]) -> int:
        """Add new lines of texts as typed, after what is there; the row of the first."""
        while self.lines and self.lines[-1].is_blank:
            self.lines.pop()
        first = len(self.lines)
        for texts in lines:
            one = Line()
            for name, text in texts.items():
                if line(text):
                    self._read(one, name, text)
            self.lines.append(one)
        self._complete()
        return first

    def troubles(self) -> Iterator[tuple[int, Column, Told]]:
        """Everything that is said of cells, from left to right and down."""
        for row, one in enumerate(self.lines):
            for column in self.columns:
                if column.name in one.told:
                    yield row, column, one.told[column.name]

    @property
    def has_problem(self) -> bool:
        """Whether anything is said but notices."""
        return any(not told.notice for _row, _column, told in self.troubles())

    def _complete(self) -> None:
        """A blank line at the end."""
        if self.writable and not (self.lines and self.lines[-1].is_blank):
            self.lines.append(Line())


def _unlink(one: Line) -> None:
    """Another name is another person: what stood there of the one before goes."""
    for name, text in one.known.items():
        if one.texts.get(name) == text:
            one.texts[name] = ""
    one.person, one.known = None, {}


def _notice(name: str, text: str) -> str:
    return _(OLD_ID) if name == "id_number" and identity.is_old(text) else ""
