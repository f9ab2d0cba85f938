"""How the program loads itself: what only others ask for waits until they do. A start of the window is half of it
loading, and what is named here took a quarter of that."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

HIDDEN = "typing_extensions"
"""msgspec takes it where it is there; all it takes from it is in Python's own typing, too."""
SELDOM = "inspect"
"""What libraries import and a start does not use."""
WAITING = "__waiting__"
_one = RLock()


class Awaited(ModuleType):
    """A module that is loaded when the first of its names is asked for; ``let_wait`` says how."""

    def __getattr__(self, name: str) -> Any:
        try:
            return loaded(self).__dict__[name]
        except KeyError:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self) from None


def let_wait(module: Awaited, load: Callable[[], None]) -> None:
    """Let ``load`` fill ``module``, later. Where it fails it is tried again when the next name is asked for."""
    module.__dict__[WAITING] = load


def loaded(module: Awaited) -> Awaited:
    """``module``, loaded now where it is not yet."""
    with _one:
        load = module.__dict__.pop(WAITING, None)
        if load is not None:
            try:
                load()
            except BaseException:
                module.__dict__[WAITING] = load
                raise
    return module


def later(name: str) -> None:
    """Let the module ``name``, which is no package, be loaded when it is used and not when it is imported. All who use
    it see it whole."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = spec.loader
    module = Awaited(name)
    module.__spec__, module.__loader__, module.__file__ = spec, loader, spec.origin

    def load() -> None:
        whole = module_from_spec(spec)
        loader.exec_module(whole)
        module.__dict__.update(whole.__dict__)

    let_wait(module, load)
    sys.modules[name] = module


@contextmanager
def quickly() -> Iterator[None]:
    """Load what is imported within: it stays, so that looking through it for garbage is only a loss of time."""
    collects = gc.isenabled()
    gc.disable()
    later(SELDOM)
    hides = HIDDEN not in sys.modules
    if hides:
        sys.modules[HIDDEN] = None  # type: ignore[assignment]  # what Python has for "not to be had"
    try:
        yield
    finally:
        if hides:
            del sys.modules[HIDDEN]
        gc.freeze()
        if collects:
            gc.enable()
