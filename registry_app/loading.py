"""How the program loads itself: what only others ask for waits until they do. A start of the window is half of it
loading, and what is named here took a quarter of that."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader

HIDDEN = "typing_extensions"
"""msgspec takes it where it is there; all it takes from it is in Python's own typing, too."""
SELDOM = ("inspect", "bz2", "lzma")
"""Parts of Python that libraries import and a start does not use."""
WAITING = "__waiting__"
_one = RLock()


class Awaited(ModuleType):
    """A module that loads itself when the first of its names is asked for; ``wait_for`` says by what."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self.load().__dict__[name]
        except KeyError:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self) from None

    def load(self) -> "Awaited":
        """Load it now, where it is not loaded yet."""
        with _one:
            load = self.__dict__.pop(WAITING, None)
            if load is not None:
                load()
        return self

    def wait_for(self, loader: "Loader") -> None:
        """Let ``loader`` load it, later, under the name that it has now."""
        spec = self.__spec__
        assert spec is not None
        name = spec.name

        def load() -> None:
            known_as, spec.name = spec.name, name  # whoever keeps the module may have given it another
            try:
                loader.exec_module(self)
            finally:
                spec.name = known_as

        self.__dict__[WAITING] = load


def later(name: str) -> None:
    """Let the module ``name`` be loaded when it is used, and not when it is imported."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = sys.modules[name] = Awaited(name)
    module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
    module.wait_for(spec.loader)


@contextmanager
def quickly() -> Iterator[None]:
    """Load what is imported within: it stays, so that looking through it for garbage is only a loss of time."""
    collects = gc.isenabled()
    gc.disable()
    for name in SELDOM:
        later(name)
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
