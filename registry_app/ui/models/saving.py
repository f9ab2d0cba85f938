"""From the fields of the form to one operation."""

from collections.abc import Mapping
from datetime import date

from registry_app.domain import rules
from registry_app.domain.entries import Lists
from registry_app.domain.errors import Problem
from registry_app.domain.model import LocalModel
from registry_app.operations import models
from registry_app.operations.models import NewModel, Saved
from registry_app.ui.draft import Draft
from registry_app.ui.session import Session
from registry_app.ui.widgets.editor import Typed, one_text

from . import first_status
from .form_fields import FormFields, type_named
from .new_names import agreed_to_add
from .values import for_operations


def written(session: Session, draft: Draft[LocalModel], fields: FormFields) -> Saved | None:
    """Add or edit the model as it is typed. None: the user wants to look again, or a known problem was said.

    Raises Refused.
    """
    lists, typed = session.registry.lists, fields.typed()
    for name in first_status.NAMES:
        del typed[name]
    other_type = type_named(typed["type"], lists) != draft.base.type_id
    wanted = to_save(draft, typed, other_type=other_type)
    create = agreed_to_add(wanted, lists, fields)
    if create is None:
        return None
    if not draft.is_new:
        return session.run(models.edit, draft.base.id, wanted, create=create)
    status = first_status.read(fields.main, lists)
    return session.run(models.add, [NewModel(typed=wanted, **status)], create=create)


def to_save(draft: Draft[LocalModel], typed: Mapping[str, Typed], *, other_type: bool) -> dict[str, Typed]:
    """The part of ``typed`` that an operation is to write; of a model that got another type also all extra fields."""
    wanted = set(draft.wanted(typed))
    if other_type:
        wanted |= {name for name, value in typed.items() if name.startswith("extra.") and value}
    return {name: for_operations(name, value) for name, value in typed.items() if name in wanted}


def tell(problems: tuple[Problem, ...], lists: Lists, fields: FormFields) -> list[str]:
    """Say each of ``problems`` at its field, and what is wrong with the required fields; returns those of no field."""
    told = {problem.field for problem in problems}
    blanks = (blank for blank in _blanks(lists, fields) if blank.field not in told)
    elsewhere = []
    for problem in (*problems, *blanks):
        if not fields.say(first_status.OPERATION_NAMES.get(problem.field, problem.field), str(problem)):
            elsewhere.append(str(problem))
    return elsewhere


def _blanks(lists: Lists, fields: FormFields) -> tuple[Problem, ...]:
    """What is wrong with the required fields: an operation that cannot read another field does not come to them."""
    name = one_text(fields.one("name")).strip()
    value = LocalModel(name=name, type_id=type_named(fields.one("type"), lists))
    return rules.problems(value, lists, date.today())
