"""Names that stand in no list yet: asks once whether they are to be added."""

from collections.abc import Mapping

from registry_app.domain.entries import Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import N_, _, n_
from registry_app.operations.typed import unknown_names
from registry_app.ui import ask
from registry_app.ui.widgets.editor import Typed

from .form_fields import FormFields

NOT_LISTED = N_("Not in the list: {names}.")


def agreed_to_add(typed: Mapping[str, Typed], lists: Lists, fields: FormFields) -> bool | None:
    """Whether new names are to be added to the lists: False when there are none, None when the user wants to look
    again (each is then marked at its field). Raises Refused for a name that can be in no list."""
    found: dict[str, tuple[str, ...]] = {}
    problems = []
    for name, value in typed.items():
        try:
            names = tuple(one for many in unknown_names({name: value}, lists).values() for one in many)
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
            continue
        if names:
            found[name] = names
    if problems:
        raise Refused(problems)
    if not found:
        return False
    lines = "\n".join(f"• {fields.label(name)}: {'; '.join(names)}" for name, names in found.items())
    count = sum(len(names) for names in found.values())
    text = n_(
        "This name is not in the lists yet:\n\n{names}\n\nAdd it to the list and save?",
        "These names are not in the lists yet:\n\n{names}\n\nAdd them to the lists and save?",
        count,
    ).format(names=lines)
    if ask.confirm(fields, text, yes=_("&Add and save"), no=_("&Look again")):
        return True
    for name, names in found.items():
        fields.say(name, _(NOT_LISTED).format(names="; ".join(names)))
    fields.go_to_first_problem()
    return None
