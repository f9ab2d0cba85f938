"""Reports as declarations: rows of which noun, which columns, how grouped; one place makes a paper of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain.counting import tally
from registry_app.domain.errors import NotFound
from registry_app.domain.fields import BY_NAME, EXTRA
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.domain.ward import Ward
from registry_app.domain.wish import BY_GROUP, THROUGH, USUAL, Wish
from registry_app.domain.words import N_, _

from .grouping import Count, Layout, grouped
from .shown import BY_HAND, NUMBER, SIGNATURE, SIGNED_LINES, Fields, Shown, fields_of
from .spec import Group, Kind, Letterhead, Part, Report, Signature

REASON = Shown(name="reason", heading=N_("Why then"))
"""The rule behind the next review of a model."""


def tallied(rows: Sequence[ModelRow]) -> str:
    """How many models, theme campaigns and statutory bodies ``rows`` are."""
    return str(tally(rows))


class Setting(Struct, frozen=True, kw_only=True):
    """What a paper needs beside its rows. ``fields`` are those of its noun by name, ``of`` says whose rows they are
    ("" for the ward's), ``official`` is the official count of the rows in words, ``judged`` what the rows mean,
    ``reasons`` why the next review of a model is due when it is, where a column asks for that."""

    ward: Ward
    at: Moment
    fields: Fields = field(default_factory=lambda: BY_NAME)
    criteria: str = ""
    of: str = ""
    official: str = ""
    judged: str = ""
    reasons: Mapping[int, str] = field(default_factory=dict)
    kind: Kind = Kind.INTERNAL
    wish: Wish = USUAL


class Declared(Struct, frozen=True, kw_only=True):
    """A report that window and command line offer, over the rows of ``noun`` ("model" or a key of nouns.NOUNS).

    ``label``, ``title``, ``abstract`` and ``abstract_of`` (where the rows are those of one team, model …) are marked
    texts; ``view``, ``order`` (fields) and ``group`` (a field) are what it shows when nobody says otherwise; a group's
    title ends in its count where ``titled``, else the count stands below its rows, unless there are no ``subtotals``.
    ``more`` are columns on offer.
    ``shared``: what its rows have in common, by usual column; that is said above the table and the column left out.
    ``official``: the official count stands in its total; ``judged``: what its rows mean stands behind it.
    ``about`` makes it a sheet about one row of that noun: ``facts`` stand above the table, further tables follow,
    ``optional`` ones where they have rows.
    """

    name: str
    label: str
    title: str
    abstract: str
    columns: tuple[Shown, ...]
    noun: str = "model"
    abstract_of: str = ""
    heading: str = ""
    view: str = "all"
    order: tuple[str, ...] = ()
    group: str = ""
    titled: bool = False
    numbering: str = THROUGH
    counted: Count = tallied
    official: bool = False
    judged: bool = False
    arranged: Callable[[Sequence[Any]], Sequence[Any]] | None = None
    subtotals: bool = True
    shared: Callable[[Sequence[Any]], Mapping[str, str]] | None = None
    more: tuple[Shown, ...] = ()
    about: str = ""
    facts: tuple[Shown, ...] = ()
    further: tuple["Declared", ...] = ()
    optional: bool = False

    def offered(self, fields: Fields) -> Mapping[str, Shown]:
        """Every column that it can have, by name: its own first, then the fields of its noun, then those for the
        hand."""
        own = {one.name: one for one in (*self.columns, *self.more)}
        others = {name: Shown(name=name) for name in fields if name not in own}
        return {**own, **others, **{name: one for name, one in BY_HAND.items() if name not in own}}

    def chosen(self, wish: Wish, fields: Fields) -> tuple[Shown, ...]:
        """The columns that ``wish`` asks for; the usual ones leave out what the groups are by, and on a copy for the
        notice board the one to sign in. Raises NotFound."""
        offered = self.offered(fields)
        missing = [name for name in wish.columns if name not in offered]
        if missing:
            text = N_("This report has no column “{name}”. Columns: {names}.")
            raise NotFound(text, name=missing[0], names=", ".join(offered))
        if wish.columns:
            return tuple(offered[name] for name in dict.fromkeys(wish.columns))
        left_out = {self.grouped(wish), SIGNATURE.name if wish.posting else ""}
        return tuple(one for one in self.columns if one.name not in left_out)

    def grouped(self, wish: Wish) -> str:
        """The field that groups are by; "" for none."""
        return self.group if wish.group is None else wish.group

    def report(
        self,
        rows: Sequence[Any],
        setting: Setting,
        *,
        subject: Any = None,
        subject_fields: Fields | None = None,
        further: Sequence[Sequence[Any]] = (),
    ) -> Report:
        """The paper of ``rows``, which come sorted by their group first; of a sheet also the ``subject`` that its facts
        are of, and the rows of each further table."""
        wish, ward = setting.wish, setting.ward
        part = self.part(rows, setting)
        whose = wish.abstract or _(self.abstract_of if setting.of and self.abstract_of else self.abstract)
        own = Wish(copy=wish.copy)
        return Report(
            kind=setting.kind,
            title=wish.title or (_(self.title) if self.title else ""),
            abstract=whose if wish.abstract else whose.format(ward=ward.name_in_text, of=setting.of),
            criteria=self._criteria(rows, setting),
            columns=part.columns,
            groups=part.groups,
            total=part.total,
            heading=part.heading,
            lines=part.lines,
            facts=self._facts(subject, subject_fields or {}, setting),
            more=[
                one.part(found, Setting(ward=ward, at=setting.at, fields=fields_of(one.noun), wish=own))
                for one, found in zip(self.further, further, strict=False)
                if found or not one.optional
            ],
            **_framed(ward, wish),
        )

    def _facts(self, subject: Any, fields: Fields, setting: Setting) -> list[tuple[str, str]]:
        """What is said above the tables of a sheet, blanks left out; the notes come last."""
        if subject is None:
            return []
        *facts, notes = self.facts
        extras = (Shown(name=f"{EXTRA}{key}") for key in getattr(subject, "extra", {}) if f"{EXTRA}{key}" in fields)
        shown = (
            (one, one.text(subject, setting.at, fields, posting=setting.wish.posting))
            for one in (*facts, *extras, notes)
        )
        return [(one.label(fields), text) for one, text in shown if text]

    def _criteria(self, rows: Sequence[Any], setting: Setting) -> str:
        """What is on the paper, and what its rows have in common, said once."""
        said = (text for text in self._common(rows, setting).values() if text and text not in setting.criteria)
        return "; ".join(text for text in (setting.criteria, *said) if text)

    def _common(self, rows: Sequence[Any], setting: Setting) -> Mapping[str, str]:
        """By column that is left out, what is said of all ``rows`` instead; "" where nothing need be said."""
        asked = setting.wish.columns or not rows or self.shared is None
        return {} if asked or self.shared is None else self.shared(rows)

    def part(self, rows: Sequence[Any], setting: Setting) -> Part:
        """The table of ``rows``."""
        wish, common = setting.wish, self._common(rows, setting)
        chosen = [one for one in self.chosen(wish, setting.fields) if one.name not in common]
        columns = [_explained(one, setting.reasons) for one in chosen]
        arranged = self.arranged(rows) if self.arranged and not wish.order else rows
        groups = grouped(arranged, self._layout(setting, columns))
        if wish.blank_lines and (wish.blank_at_end or not groups):
            end = groups.pop() if groups else Group(rows=[])
            groups.append(replace(end, blanks=wish.blank_lines))
        return Part(
            heading=_(self.heading),
            columns=[NUMBER.column({}), *(one.column(setting.fields) for one in columns)],
            groups=groups,
            total=self._total(rows, setting),
            lines=SIGNED_LINES if SIGNATURE.name in [one.name for one in columns] else 1,
        )

    def _total(self, rows: Sequence[Any], setting: Setting) -> str:
        text = _("Total: {tally}; official count: {count}") if setting.official else _("Total: {tally}")
        total = text.format(tally=self.counted(rows), count=setting.official)
        return f"{total}. {setting.judged}" if setting.judged else total

    def _layout(self, setting: Setting, columns: Sequence[Shown]) -> Layout:
        """How the rows are told apart, numbered and counted."""
        wish = setting.wish
        return Layout(
            by=self.grouped(wish),
            columns=columns,
            fields=setting.fields,
            at=setting.at,
            counted=self.counted,
            titled=self.titled,
            anew=(wish.numbering or self.numbering) == BY_GROUP,
            subtotals=wish.subtotals and self.subtotals,
            blanks=0 if wish.blank_at_end else wish.blank_lines,
            posting=wish.posting,
        )


def _explained(column: Shown, reasons: Mapping[int, str]) -> Shown:
    """``column``, which says its reason of each row if it is that of reasons."""
    if column != REASON:
        return column
    return replace(column, cell=lambda row, _at: reasons.get(row.id, ""))


def _framed(ward: Ward, wish: Wish) -> dict[str, Any]:
    """What surrounds the table, as the ward has it and ``wish`` changes it."""
    authority = wish.signer_authority or ward.signer_authority
    position = wish.signer_position or ward.signer_position
    framed: dict[str, Any] = {
        "number": f"/{ward.number_code}" if ward.number_code else "",
        "place": ward.place_name,
        "recipients": ward.recipients if wish.recipients is None else wish.recipients,
        "author": ward.issuing_body,
    }
    if wish.letterhead:
        framed["letterhead"] = Letterhead(issuer=ward.issuing_body, superior=ward.superior)
    if wish.signed:
        name = wish.signer_name or ward.signer_name
        framed["signature"] = Signature(authority=authority, position=position, name=name)
    if wish.posting:
        framed["circulation"] = ""
    return framed
