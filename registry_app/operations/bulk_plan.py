"""What deeds would become of each of many models: reckoned here row by row, nothing written."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import rules
from registry_app.domain.entries import ExtraField, Lists
from registry_app.domain.errors import Problem
from registry_app.domain.fields import EXTRA, extra_kind
from registry_app.domain.ids import ExtraId, ModelId, TypeId
from registry_app.domain.kinds import BadValue
from registry_app.domain.model import LocalModel
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from .deeds import Deeds, ReadDeed, SetTo, extra_of, read, said
from .models import founding_problems
from .typed import ATTRIBUTES

CHUNK = 1000
Place = tuple[ModelId, str]
"""One field of one model."""
Progress = Callable[[int, int], bool]


class Planned(Struct, frozen=True, kw_only=True):
    """One field of one model that would change; ``old`` and ``new`` as people read them."""

    id: ModelId
    code: str
    name: str
    field: str
    old: str
    new: str

    @property
    def place(self) -> Place:
        """Which field of which model."""
        return self.id, self.field


class Rejected(Struct, frozen=True, kw_only=True):
    """A model that cannot be changed so, and one reason why: none of its fields would change."""

    id: ModelId
    code: str
    name: str
    problem: Problem


class Preview(Struct, frozen=True, kw_only=True):
    """What ``deeds`` would do to the models ``ids``; ``apply`` does just that or nothing. ``create``: names that are in
    no list yet would be added to it. ``unchanged`` counts the models that are as wanted already."""

    ids: tuple[ModelId, ...]
    deeds: Deeds
    create: bool = False
    changes: tuple[Planned, ...] = ()
    refused: tuple[Rejected, ...] = ()
    warnings: tuple[Problem, ...] = ()
    unchanged: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        """How many models would change, by field."""
        return Counter(one.field for one in self.changes)


class Plan:
    """The work of one look: ``shown`` for people, ``pairs`` of models as they are and as they would be."""

    def __init__(
        self,
        registry: Registry,
        asked: Preview,
        lists: Lists,
        *,
        without: AbstractSet[Place] = frozenset(),
        progress: Progress | None = None,
    ) -> None:
        self._registry, self._lists, self._without, self._today = registry, lists, without, date.today()
        self._deeds = read(asked.deeds, lists, self._today)
        self._texts: dict[tuple[str, object], str] = {}
        self._extras: dict[tuple[str, TypeId | None], ExtraField | None] = {}
        self.pairs: list[tuple[LocalModel, LocalModel]] = []
        self._changes: list[Planned] = []
        self._refused: list[Rejected] = []
        looked_at = 0
        for models in _read(registry, asked.ids, progress):
            looked_at += len(models)
            for model in models:
                self._look_at(model)
        changed = len(self.pairs) + len({one.id for one in self._refused})
        self.shown = replace(
            asked,
            changes=tuple(self._changes),
            refused=tuple(self._refused),
            warnings=_twins(registry, self.pairs),
            unchanged=looked_at - changed,
        )

    def _look_at(self, model: LocalModel) -> None:
        problems: list[Problem] = []
        values = self._new_values(model, problems)
        extra = self._new_extra(model, values.get("type_id", model.type_id), problems)
        after = model
        if values or extra is not None:
            after = replace(model, **values, extra=model.extra if extra is None else extra)
        if after != model:
            problems += rules.problems(after, self._lists, self._today)
            problems += founding_problems(self._registry, model, after)
        if problems:
            self._refused += [
                Rejected(id=model.id, code=model.code, name=model.name, problem=problem) for problem in problems
            ]
        elif after != model:
            self.pairs.append((model, after))
            self._changes += self._told(model, after, values)

    def _new_values(self, model: LocalModel, problems: list[Problem]) -> dict[str, object]:
        """The fixed attributes that would change."""
        values: dict[str, object] = {}
        for one in self._deeds:
            if one.step is None or (self._without and (model.id, one.name) in self._without):
                continue
            attribute = ATTRIBUTES.get(one.name, one.name)
            old = getattr(model, attribute)
            try:
                new = one.step(old)
            except BadValue as wrong:
                problems.append(Problem(one.name, wrong.text, wrong.values))
                continue
            if new != old:
                values[attribute] = new
        return values

    def _new_extra(self, model: LocalModel, type_id: object, problems: list[Problem]) -> Mapping[ExtraId, str] | None:
        """The extra fields as they would be; None when nothing is done to them."""
        deeds = [one for one in self._deeds if one.field is None]
        if not deeds and type_id == model.type_id:
            return None
        wanted = TypeId(type_id) if isinstance(type_id, int) else None
        found = dict(model.extra) if wanted == model.type_id else self._carried(model, wanted)
        for one in deeds:
            if (model.id, one.name) not in self._without:
                self._do_extra(one, wanted, found, problems)
        return found

    def _do_extra(
        self, one: ReadDeed, type_id: TypeId | None, found: dict[ExtraId, str], problems: list[Problem]
    ) -> None:
        extra = self._extra(one.name, type_id)
        if extra is None:
            if isinstance(one.deed, SetTo):
                of = self._lists.types[type_id].name if type_id in self._lists.types and type_id else ""
                text = N_("Models of type “{type}” have no field “{name}”.")
                problems.append(Problem(one.name, text, {"type": of, "name": one.name.removeprefix(EXTRA)}))
            return
        number = ExtraId(extra.id)
        try:
            new = str(one.extra_step(extra)(found.get(number, "")))
        except BadValue as wrong:
            problems.append(Problem(one.name, wrong.text, wrong.values))
            return
        if new:
            found[number] = new
        else:
            found.pop(number, None)

    def _carried(self, model: LocalModel, type_id: TypeId | None) -> dict[ExtraId, str]:
        """What of the extra fields a model of another type keeps: those that both types have alike."""
        kept = {}
        for number, value in model.extra.items():
            old = self._lists.extras[number]
            new = self._extra(f"{EXTRA}{old.key}", type_id)
            if new and new.kind == old.kind and (new.kind != "choice" or value in new.choices):
                kept[ExtraId(new.id)] = value
        return kept

    def _extra(self, name: str, type_id: TypeId | None) -> ExtraField | None:
        if (name, type_id) not in self._extras:
            self._extras[name, type_id] = extra_of(name, type_id, self._lists)
        return self._extras[name, type_id]

    def _told(self, before: LocalModel, after: LocalModel, values: Mapping[str, object]) -> Iterator[Planned]:
        for one in self._deeds:
            attribute = ATTRIBUTES.get(one.name, one.name)
            if one.step is not None and attribute in values:
                old = self._text(one.name, getattr(before, attribute))
                yield _planned(before, one.name, old, self._text(one.name, values[attribute]))
        if before.extra != after.extra:
            had, has = self._extra_texts(before), self._extra_texts(after)
            for name in had | has:
                if had.get(name) != has.get(name):
                    yield _planned(before, name, had.get(name, ""), has.get(name, ""))

    def _text(self, name: str, value: object) -> str:
        text = self._texts.get((name, value))
        if text is None:
            text = self._texts[name, value] = said(name, value, self._lists)
        return text

    def _extra_texts(self, model: LocalModel) -> dict[str, str]:
        found = {}
        for number, value in model.extra.items():
            extra = self._lists.extras[number]
            found[f"{EXTRA}{extra.key}"] = extra_kind(extra).show(value)
        return found


def _planned(model: LocalModel, field: str, old: str, new: str) -> Planned:
    return Planned(id=model.id, code=model.code, name=model.name, field=field, old=old, new=new)


def _read(registry: Registry, ids: Sequence[ModelId], progress: Progress | None) -> Iterator[list[LocalModel]]:
    for start in range(0, len(ids), CHUNK):
        if progress and not progress(start, len(ids)):
            return
        yield registry.models.many(ids[start : start + CHUNK])


def _twins(registry: Registry, pairs: Collection[tuple[LocalModel, LocalModel]]) -> tuple[Problem, ...]:
    """A warning when models would get the name and type of another one, changed or not."""
    renamed = [_name(new) for old, new in pairs if (old.name, old.type_id) != (new.name, new.type_id)]
    if not renamed:
        return ()
    alike = Counter(_name(new) for _old, new in pairs)
    kept = registry.models.with_twins(list(set(renamed)), [new.id for _old, new in pairs])
    count = sum(alike[name] > 1 or name in kept for name in renamed)
    text = N_("Models that would have the same name and type as another: {count}.")
    return (Problem("name", text, {"count": count}),) if count else ()


def _name(model: LocalModel) -> tuple[int, str]:
    """Models that have this alike are twins."""
    return model.type_id or 0, fold(model.name)
