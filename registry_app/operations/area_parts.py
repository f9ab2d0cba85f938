"""What every act on areas needs: the areas with their days, what was typed made clean, areas that begin and end."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.area_changes import Act, NewArea, Ward
from registry_app.domain.entries import Area
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.ids import AreaId
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import N_
from registry_app.store import area_changes as store
from registry_app.store.registry import Registry

PREVIEWED = "1"
"""Stands for the paper's number in a preview, which needs none."""
MOVED = ("site", "household", "person")
"""Nouns whose rows name their area."""
INSIDE_SITES = ("team", "camera_point")


def ward_of(registry: Registry, areas: Iterable[AreaId]) -> Ward:
    """The areas as they are now, with their days. Raises NotFound when one of ``areas`` is not there."""
    known = registry.lists.areas
    for area in areas:
        if area not in known:
            raise NotFound(N_("This row is no longer in the register."))
    return Ward(areas=known, lives=registry.inside.area_lives(), latest=store.latest(registry.connection))


def begin(registry: Registry, new: NewArea, come_from: Sequence[Area]) -> Area:
    """Write a new area; its blanks are what all that it comes from have in common."""
    area = Area(
        name=new.name,
        kind=new.kind or _common(one.kind for one in come_from),
        number=new.number or last_number(new.name),
        former_ward=_common(one.former_ward for one in come_from),
    )
    return replace(area, id=registry.entries.save(area))


def end(registry: Registry, ending: Sequence[Area], after: Sequence[Area], act: Act) -> None:
    """Take ``ending`` out of use; those that come ``after`` are found by their names."""
    for old in ending:
        registry.entries.save(replace(old, retired=True))
        for area in after:
            names = [name for name in (old.name, *old.former_names) if name != area.name]
            store.add_former_names(registry.connection, area.id, names, act.on)


def named(areas: Iterable[Area]) -> list[tuple[AreaId, str]]:
    """The areas as an act's line has them."""
    return [(AreaId(area.id), area.name) for area in areas]


def _common(values: Iterable[str]) -> str:
    known = set(values)
    return known.pop() if len(known) == 1 else ""


def last_number(name: str) -> str:
    """The last number in ``name`` that is a word of its own, letters after it too (5, 12A); "" for none."""
    found = [word for word in name.split() if word[0].isdigit()]
    return found[-1] if found else ""


def read_act(act: Act) -> Act:
    """``act`` as it is kept. Raises Refused."""
    read, problems = {}, []
    for name, kind in (("on", kinds.DATE), ("paper_number", kinds.TEXT), ("notes", kinds.TEXT)):
        try:
            read[name] = kind.parse(getattr(act, name), date.today())
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    refuse(problems)
    return Act(**read)


def cleaned(new: NewArea, field: str = "name") -> NewArea:
    """``new`` with its texts as they are kept. Raises Refused at ``field``."""
    return NewArea(
        name=clean_text(field, new.name), kind=clean_text(field, new.kind), number=clean_text(field, new.number)
    )


def clean_text(field: str, text: str) -> str:
    """``text`` as it is kept. Raises Refused."""
    try:
        return kinds.TEXT.parse(text, date.min)
    except BadValue as wrong:
        raise Refused([Problem(field, wrong.text, wrong.values)]) from None


def refuse(problems: Sequence[Problem]) -> None:
    """Raise Refused when there are problems."""
    if problems:
        raise Refused(problems)
