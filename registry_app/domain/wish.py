"""How somebody wants a paper to be: columns, order, grouping, titles, copy; kept by name as a template."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import UNSET, Struct, to_builtins

from .options import Option
from .search import Order
from .words import N_

FULL, POSTING = "full", "posting"
COPIES = (Option(FULL, N_("Full copy")), Option(POSTING, N_("Posting copy")))
"""The full copy is for the file; the posting copy, for a notice board, masks numbers and dates of birth."""
THROUGH, BY_GROUP = "through", "group"
NUMBERINGS = (Option(THROUGH, N_("Numbered through")), Option(BY_GROUP, N_("Numbered anew in each group")))
PAPERS = (Option("internal", N_("Internal paper")), Option("appendix", N_("Appendix")))


class Wish(Struct, frozen=True, kw_only=True):
    """What is blank is as the report declares it. ``columns`` are fields of the report's noun or columns of its own;
    ``group`` None is as declared, "" none; ``criteria`` None is reckoned, "" none; ``as_of`` is an ISO day;
    ``blank_lines`` are lines for handwriting, at the end of each group or (``blank_at_end``) of the table;
    ``recipients`` None are the ward's."""

    columns: tuple[str, ...] = ()
    group: str | None = None
    order: tuple[Order, ...] = ()
    numbering: str = ""
    subtotals: bool = True
    blank_lines: int = 0
    blank_at_end: bool = False
    title: str = ""
    abstract: str = ""
    criteria: str | None = None
    kind: str = "internal"
    copy: str = FULL
    as_of: str = ""
    letterhead: bool = True
    signed: bool = True
    signer_authority: str = ""
    signer_position: str = ""
    signer_name: str = ""
    recipients: tuple[str, ...] | None = None

    @property
    def posting(self) -> bool:
        """Whether it is a copy for the notice board."""
        return self.copy == POSTING


USUAL = Wish()
"""Everything as the report declares it."""


class Template(Struct, frozen=True, kw_only=True):
    """A wish kept under a name for one ``report``; ``id`` is 0 until the register gives one."""

    id: int = 0
    name: str = ""
    report: str = ""
    wish: Wish = USUAL
    position: int = 0


def to_text(wish: Wish) -> str:
    """``wish`` as the JSON text that the register keeps; what is as usual is left out."""
    usual = to_builtins(USUAL)
    wanted = {key: value for key, value in to_builtins(wish).items() if value != usual[key]}
    return json.dumps(wanted, ensure_ascii=False)


def from_text(text: str) -> Wish:
    """The wish that ``to_text`` wrote; what a newer program added, and what has the wrong form, is as usual."""
    stored: Any = json.loads(text)
    if not isinstance(stored, Mapping):
        return Wish()
    found = {name: _read(name, stored[name]) for name in Wish.__struct_fields__ if name in stored}
    return Wish(**{name: value for name, value in found.items() if value is not UNSET})


def _read(name: str, value: Any) -> Any:
    """``value`` in the form that the wish's ``name`` has, UNSET where it has another."""
    if name == "order":
        return _order(value)
    if name in ("columns", "recipients"):
        return tuple(map(str, value)) if isinstance(value, list) else UNSET
    if name in ("group", "criteria"):
        return value if isinstance(value, str) else UNSET
    usual = getattr(USUAL, name)
    return value if type(value) is type(usual) else UNSET


def _order(value: Any) -> Any:
    if not isinstance(value, list):
        return UNSET
    whole = [one for one in value if isinstance(one, Mapping) and isinstance(one.get("field"), str)]
    return tuple(Order(one["field"], bool(one.get("descending"))) for one in whole)
