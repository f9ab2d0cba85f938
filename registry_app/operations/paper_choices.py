"""What there is to choose from for a paper: its columns, what it can be grouped and sorted by, and what stands where
nothing is typed."""

from collections.abc import Mapping

from msgspec import Struct

from registry_app.domain.describing import fields_of
from registry_app.domain.wish import Wish
from registry_app.domain.words import _
from registry_app.store.axes import GROUPABLE, SORTABLE
from registry_app.store.registry import Registry

from .printing import declared_report

OWNERS = frozenset(("team", "site", "model"))
"""Fields of nouns that are the names of what owns the rows."""


class Choices(Struct, frozen=True, kw_only=True):
    """``columns``, ``groups`` and ``sorts`` are headings by name; ``usual`` the names of the report's own columns for
    the wish, ``group`` the field it groups by itself ("" for none); ``words`` by the wish's names."""

    columns: Mapping[str, str]
    usual: tuple[str, ...]
    groups: Mapping[str, str]
    sorts: Mapping[str, str]
    group: str
    words: Mapping[str, str]


def choices(registry: Registry, report: str, wish: Wish, *, of: str = "") -> Choices:
    """What can be chosen for ``report``, whose rest is as ``wish`` says; ``of`` is the name of the one whose rows alone
    are printed. Raises NotFound."""
    declared = declared_report(report)
    fields = fields_of(declared.noun, registry.lists)
    bare = Wish(group=wish.group, copy=wish.copy)
    if declared.noun == "model":
        groups = [name for name in fields if name in GROUPABLE]
        sorts = [name for name in fields if name in SORTABLE]
    else:
        groups = [name for name, one in fields.items() if one.reference or one.options or name in OWNERS]
        sorts = [name for name, one in fields.items() if not one.many]
    ward = registry.settings.ward()
    abstract = declared.abstract_of if of and declared.abstract_of else declared.abstract
    return Choices(
        columns={name: one.column(fields).title for name, one in declared.offered(fields).items()},
        usual=tuple(one.name for one in declared.chosen(bare, fields)),
        groups={name: fields[name].short for name in groups},
        sorts={name: fields[name].short for name in sorts},
        group=declared.group,
        words={
            "title": _(declared.title) if declared.title else "",
            "abstract": _(abstract).format(ward=ward.name_in_text, of=of),
            "criteria": _("(reckoned)"),
            "signer_authority": ward.signer_authority,
            "signer_position": ward.signer_position,
            "signer_name": ward.signer_name,
        },
    )
