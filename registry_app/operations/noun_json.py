"""New rows of a noun as JSON: objects with its fields, people and models by their codes."""

from collections.abc import Mapping, Sequence

from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.nouns import NOUNS
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from . import from_json, inside
from .inside import LABELS, Kept

LINKED = {"person_code": "person_id", "model_code": "model_id"}
"""Keys that name a row by its code, and the link."""
NOT_TEXT = N_("Write a text or a whole number here, or null for nothing.")


def add(registry: Registry, noun: str, text: bytes) -> Sequence[Kept]:
    """Add what ``text`` describes, an object or a list of them, as one action: all or nothing.

    Raises RegistryError for what is no JSON of this form, Refused for keys and values (of the n-th: "n.key").
    """
    objects = from_json.objects(text)
    kept, problems = [], []
    with registry.change(LABELS[noun][inside.ADD]):
        for number, one in enumerate(objects, start=1):
            try:
                typed, links = _read(registry, noun, one)
                kept.append(inside.keep(registry, noun, 0, typed, links))
            except Refused as refused:
                lead = f"{number}." if len(objects) > 1 else ""
                problems += [
                    Problem(lead + problem.field, problem.text, problem.values) for problem in refused.problems
                ]
        if problems:
            raise Refused(problems)
    return kept


def _read(registry: Registry, noun: str, one: Mapping[str, object]) -> tuple[dict[str, str], dict[str, int | None]]:
    """The texts and the links of an object. Raises Refused."""
    typed: dict[str, str] = {}
    links: dict[str, int | None] = {}
    known = set(NOUNS[noun].value.__struct_fields__)
    problems = []
    for name, value in one.items():
        if isinstance(value, bool) or not (value is None or isinstance(value, str | int)):
            problems.append(Problem(name, NOT_TEXT))
            continue
        text = "" if value is None else str(value)
        link = LINKED.get(name, "")
        if link not in known:
            typed[name] = text
        elif text:
            try:
                links[link] = _number(registry, name, text)
            except NotFound as missing:
                problems.append(Problem(name, missing.text, missing.values))
    if problems:
        raise Refused(problems)
    return typed, links


def _number(registry: Registry, name: str, code: str) -> int:
    """The row of that code. Raises NotFound."""
    return registry.inside.people.by_code(code) if name == "person_code" else registry.models.by_code(code)
