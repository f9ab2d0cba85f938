"""Values: classes of named fields, alike where these are, never changed once they are made.

``@frozen`` makes what ``@dataclass(frozen=True, slots=True, kw_only=True)`` makes, in a fifth of the time: the window
defines dozens of them before its first rows are painted, and dataclasses compiles six functions for each. ``replace``,
``fields`` and ``asdict`` of dataclasses take them for their own, and a dataclass may be derived from one.
What the window loads before that first paint is made with ``@frozen``; elsewhere a dataclass does as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from inspect import get_annotations
from operator import attrgetter
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform, get_origin, overload

T = TypeVar("T")
Fields = dict[str, Any]
"""The default of each field, MISSING where it has none, a dataclasses.Field where it is made anew each time."""


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = True) -> type[T] | Callable[[type[T]], type[T]]:
    """A class of named fields, alike where these are, never changed; ``kw_only=False``: also made by position."""
    return (lambda one: _made(one, kw_only)) if cls is None else _made(cls, kw_only)


def _made(cls: Any, kw_only: bool) -> Any:
    space = {name: one for name, one in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    inherited: Fields = {}
    for base in cls.__mro__[:0:-1]:
        inherited |= base.__dict__.get("__frozen_fields__", {})
    noted: Mapping[str, object] = space.get("__annotations__", {})
    own = {name: space.pop(name, MISSING) for name, kind in noted.items() if get_origin(kind) is not ClassVar}
    fields = inherited | own
    space |= _SHARED
    space |= {
        "__slots__": tuple(name for name in own if name not in inherited),
        "__match_args__": () if kw_only else tuple(fields),
        "__frozen_fields__": fields,
        "__frozen_parts__": attrgetter(*fields),
        "__dataclass_fields__": _DataclassFields(),
    }
    for name in ("__repr__", "__eq__", "__hash__"):
        if name in cls.__dict__:
            space[name] = cls.__dict__[name]
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init(made, fields, kw_only)
    return made


def _init(cls: type, fields: Fields, kw_only: bool) -> Callable[..., None]:
    """The only function that is compiled; each field is set by its slot, past the ban on changes."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    heads, lines = ["self", *["*"] * kw_only], []
    for name, default in fields.items():
        known[f"_set_{name}"] = getattr(cls, name).__set__
        given = name
        if isinstance(default, Field):
            known[f"_new_{name}"] = default.default_factory
            heads.append(f"{name}=_MISSING")
            given = f"_new_{name}() if {name} is _MISSING else {name}"
        elif default is MISSING:
            heads.append(name)
        else:
            known[f"_usual_{name}"] = default
            heads.append(f"{name}=_usual_{name}")
        lines.append(f" _set_{name}(self, {given})")
    exec(f"def __init__({', '.join(heads)}):\n" + "\n".join(lines), known)  # noqa: S102 - names of our own fields
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


class _DataclassFields:
    """``__dataclass_fields__``, made when dataclasses first asks for it."""

    def __get__(self, one: object, owner: Any) -> Mapping[str, Field[Any]]:
        fields: Fields = owner.__frozen_fields__
        kinds = {
            name: kind for base in owner.__mro__[::-1] for name, kind in get_annotations(base).items() if name in fields
        }
        given = {name: default for name, default in fields.items() if default is not MISSING}
        twin: Any = dataclass(kw_only=True)(type(owner.__name__, (), {"__annotations__": kinds, **given}))
        owner.__dataclass_fields__ = twin.__dataclass_fields__
        return twin.__dataclass_fields__  # type: ignore[no-any-return]


def _alike(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__frozen_parts__(self) == self.__frozen_parts__(other)


def _hash(self: Any) -> int:
    return hash(self.__frozen_parts__(self))


def _shown(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__frozen_fields__)
    return f"{type(self).__qualname__}({fields})"


def _refuse_change(_self: object, name: str, _to: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _again(cls: type[T], fields: Fields) -> T:
    return cls(**fields)


def _packed(self: Any) -> tuple[Any, ...]:
    return _again, (type(self), {name: getattr(self, name) for name in self.__dataclass_fields__})


@dataclass(frozen=True, kw_only=True)
class _Pattern:
    """What dataclasses asks of a base class: whether it is frozen."""


_SHARED = {
    "__dataclass_params__": vars(_Pattern)["__dataclass_params__"],
    "__eq__": _alike,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_removal,
    "__reduce__": _packed,
}
