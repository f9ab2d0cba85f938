"""What a user does with print templates: keep a wish under a name, rename it, drop it, find it."""

from msgspec.structs import replace

from registry_app.domain import rules
from registry_app.domain.cleaning import line
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.kinds import LINE_LIMIT
from registry_app.domain.vietnamese import fold
from registry_app.domain.wish import Template
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

TAKEN = N_("There is a template called “{name}” already. Choose another name.")


def save_template(registry: Registry, template: Template) -> tuple[Template, Changes]:
    """Keep ``template``: a new one (id 0) last; one that is there may get another name or wish. Raises Refused for a
    name that is blank, too long or taken, ReadOnly."""
    known = registry.templates.all()
    name = line(template.name)
    _refuse_name(name, template.id, known)
    position = template.position if template.id else len(known)
    wanted = replace(template, name=name, position=position)
    with registry.change(N_("Edit print template") if template.id else N_("Save print template")) as change:
        number = registry.templates.save(wanted)
    return replace(wanted, id=number), change.changes


def rename_template(registry: Registry, template: Template, name: str) -> Changes:
    """Call ``template`` otherwise. Raises as ``save_template``."""
    return save_template(registry, replace(template, name=name))[1]


def delete_template(registry: Registry, template: Template) -> Changes:
    """Drop ``template``. Raises ReadOnly."""
    with registry.change(N_("Delete print template")) as change:
        registry.templates.delete(template.id)
    return change.changes


def template_called(registry: Registry, name: str) -> Template:
    """The template of that name, accents or not. Raises NotFound."""
    known = registry.templates.all()
    found = next((one for one in known if fold(one.name) == fold(name)), None)
    if found is None:
        names = ", ".join(one.name for one in known)
        raise NotFound(N_("There is no template “{name}”. Templates: {names}."), name=name, names=names)
    return found


def _refuse_name(name: str, number: int, known: tuple[Template, ...]) -> None:
    if not name:
        raise Refused([Problem("name", rules.EMPTY)])
    if len(name) > LINE_LIMIT:
        text = N_("The text has {length} letters; at most {limit} fit here.")
        raise Refused([Problem("name", text, {"length": len(name), "limit": LINE_LIMIT})])
    if fold(name) in {fold(one.name) for one in known if one.id != number}:
        raise Refused([Problem("name", TAKEN, {"name": name})])
