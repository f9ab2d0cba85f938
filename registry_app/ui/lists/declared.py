"""The lists, declared: what each entry consists of, how it is edited and what the table shows of it."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from registry_app.domain import kinds
from registry_app.domain.entries import (
    Area,
    AwardForm,
    Entry,
    ExtraField,
    Grade,
    Indicator,
    Lists,
    ModelType,
    Organisation,
    Status,
    Tag,
    WorkField,
)
from registry_app.domain.kinds import Kind
from registry_app.domain.options import AWARD_KINDS, EXTRA_KINDS, INDICATOR_KINDS, STATUS_KINDS, Option, label
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.lines import LongText, OneLine
from registry_app.ui.widgets.picker import Picker

NUMBER_LETTERS = 10
AREA_KINDS = ("Tổ dân phố", "Khu phố", "Thôn", "Xóm", "Bản", "Ấp", "Khu tập thể", "Chung cư")


class Part(Struct, frozen=True, kw_only=True):
    """One fact of an entry: its attribute, marked label and short heading, how it is edited and read. ``letters`` is
    the column's width (0: what is left); ``fixed`` once the entry is there; ``offers`` says what its editor offers of
    the register's own lists."""

    name: str
    label: str
    heading: str = ""
    edit: Callable[[], Editor] = OneLine
    kind: Kind = kinds.TEXT
    options: Sequence[Option] = ()
    letters: int = 0
    shown: bool = True
    required: bool = False
    fixed: bool = False
    note: str = ""
    offers: Callable[[Lists], Sequence[Any]] | None = None

    def text(self, entry: Entry) -> str:
        """The fact as its editor holds it."""
        value: object = getattr(entry, self.name)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple):
            return "\n".join(value)
        return "" if value is None else str(value)

    def cell(self, entry: Entry) -> str:
        """The fact as people read it in the table."""
        text = self.text(entry)
        return label(tuple(self.options), text) if self.options else text

    def value(self, text: str, entry: Entry) -> object:
        """The attribute's value for canonical ``text``."""
        now: object = getattr(entry, self.name)
        if isinstance(now, bool):
            return text == "yes"
        if isinstance(now, tuple):
            return tuple(dict.fromkeys(line for line in (part.strip() for part in text.split("\n")) if line))
        if self.kind is kinds.WHOLE:
            return int(text) if text else None
        return text


class Listing(Struct, frozen=True, kw_only=True):
    """One list: its marked name and explanation, its entries' value and the name of the list in ``Lists``."""

    title: str
    one: str
    about: str
    value: type[Entry]
    plural: str
    parts: tuple[Part, ...]


def _choice(options: Sequence[Option]) -> Callable[[], Editor]:
    return lambda: Choice([Offer(option.key, str(option)) for option in options])


def _kind(label: str, options: Sequence[Option], *, letters: int, fixed: bool = False) -> Part:
    return Part(name="kind", label=label, letters=letters, edit=_choice(options), options=options, fixed=fixed)


def _yes_no() -> Editor:
    return Choice([Offer("no", _("No")), Offer("yes", _("Yes"))])


def _number() -> Editor:
    return OneLine(width=NUMBER_LETTERS)


def _sums(lists: Lists) -> Sequence[Offer]:
    found = [one for one in lists.indicators.values() if one.kind == "sum" and not one.retired]
    return [Offer(str(one.id), one.name) for one in found]


def _topics(lists: Lists) -> Sequence[str]:
    return list(dict.fromkeys(one.topic for one in lists.indicators.values() if one.topic))


NAME = Part(name="name", label=N_("Name"), required=True)
CODE = Part(name="code", label=N_("Code"), letters=7, fixed=True, note=N_("given when it is saved"))
YES_NO = (Option("yes", N_("Yes")), Option("no", ""))

TYPES = Listing(
    title=N_("Types of models"),
    one=N_("Type of model"),
    about=N_("The type decides the review interval, the extra fields and the first letters of the code."),
    value=ModelType,
    plural="types",
    parts=(
        NAME,
        Part(name="code", label=N_("Abbreviation"), letters=9, required=True, edit=_number),
        Part(
            name="interval_months",
            label=N_("Months between reviews"),
            heading=N_("Interval"),
            letters=12,
            kind=kinds.WHOLE,
            edit=_number,
            note=N_("empty: no periodic review"),
        ),
        Part(name="unit", label=N_("Unit counted"), shown=False),
        Part(
            name="statutory",
            label=N_("Statutory body"),
            heading=N_("Statutory"),
            letters=12,
            edit=_yes_no,
            options=YES_NO,
            note=N_("not counted among the models"),
        ),
    ),
)
EXTRAS = Listing(
    title=N_("Extra fields"),
    one=N_("Extra field"),
    about=N_("Models of this type have these fields besides the usual ones."),
    value=ExtraField,
    plural="extras",
    parts=(
        NAME,
        _kind(N_("Kind of value"), EXTRA_KINDS, letters=12, fixed=True),
        Part(name="unit", label=N_("Unit"), letters=12),
        Part(
            name="choices",
            label=N_("Choices, one a line"),
            heading=N_("Choices"),
            letters=22,
            edit=lambda: LongText(least=4),
            kind=kinds.LONG,
            note=N_("only for fields of kind “choice”"),
        ),
    ),
)
LISTINGS = (
    TYPES,
    Listing(
        title=N_("Fields of work"),
        one=N_("Field of work"),
        about=N_("Each model belongs to one field at most."),
        value=WorkField,
        plural="fields",
        parts=(NAME,),
    ),
    Listing(
        title=N_("Organisations"),
        one=N_("Organisation"),
        about=N_("Lead and partner bodies. A body that is no more is taken out of use, not deleted."),
        value=Organisation,
        plural="organisations",
        parts=(NAME, CODE),
    ),
    Listing(
        title=N_("Areas"),
        one=N_("Area"),
        about=N_(
            "Residential areas and the ward itself. “Change” mends what was mistyped; what a decision changed is "
            "renamed, merged or split below, with its day and paper, and still found by the old name."
        ),
        value=Area,
        plural="areas",
        parts=(
            NAME,
            Part(name="kind", label=N_("Kind"), letters=10, edit=lambda: Picker(AREA_KINDS)),
            Part(name="number", label=N_("Number"), letters=5, edit=_number),
            Part(name="former_ward", label=N_("Former ward"), letters=18),
            CODE,
        ),
    ),
    Listing(
        title=N_("Tags"),
        one=N_("Tag"),
        about=N_("Short words of the ward's own, to find models by."),
        value=Tag,
        plural="tags",
        parts=(NAME,),
    ),
    Listing(
        title=N_("Statuses"),
        one=N_("Status label"),
        about=N_("The label is the ward's own; what the program does hangs on its kind only."),
        value=Status,
        plural="statuses",
        parts=(
            NAME,
            _kind(N_("Kind of status"), STATUS_KINDS, letters=18, fixed=True),
        ),
    ),
    Listing(
        title=N_("Grades"),
        one=N_("Grade"),
        about=N_("Rank 1 is the best; a grade without rank stands outside the scale."),
        value=Grade,
        plural="grades",
        parts=(NAME, Part(name="rank", label=N_("Rank"), letters=8, kind=kinds.WHOLE, edit=_number)),
    ),
    Listing(
        title=N_("Indicators of results"),
        one=N_("Indicator of results"),
        about=N_(
            "What is counted in results, each in its unit; the parts of a sum are added up and held against the whole."
        ),
        value=Indicator,
        plural="indicators",
        parts=(
            NAME,
            Part(name="unit", label=N_("Unit"), letters=10, required=True),
            _kind(N_("Kind of indicator"), INDICATOR_KINDS, letters=17, fixed=True),
            Part(
                name="part_of",
                label=N_("Part of the sum"),
                kind=kinds.WHOLE,
                edit=lambda: Choice(blank=_("(none)")),
                shown=False,
                offers=_sums,
            ),
            Part(name="topic", label=N_("Topic"), letters=20, edit=Picker, offers=_topics),
            Part(name="code", label=N_("Code"), letters=9, fixed=True, note=N_("given when it is saved")),
        ),
    ),
    Listing(
        title=N_("Forms of commendation"),
        one=N_("Form of commendation"),
        about=N_("Form BM1 counts certificates of merit and of praise; the other forms stand in lists and reports."),
        value=AwardForm,
        plural="award_forms",
        parts=(
            NAME,
            _kind(N_("Kind of form"), AWARD_KINDS, letters=22),
        ),
    ),
)
