"""What PySide loads at every start for those who ask it about itself, and nothing here waits for: how its functions are
called, for wrong arguments, help() and stubs; and other spellings of Qt's names (``from __feature__ import
snake_case``), which nothing here uses.

This touches names that PySide does not promise, in the one version that the program asks for.
"""

import builtins
from importlib import machinery
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from registry_app.loading import Awaited, let_wait, loaded

if TYPE_CHECKING:
    from importlib.abc import Loader

USUAL_IMPORT = "__orig_import__"
"""Where PySide keeps the import in whose place it puts one that minds such spellings in every module."""
ASKING, SEES = "shibokensupport.feature", "_mod_uses_pyside"
"""The module that looks for them, and what it asks about each other module: with the help of its source, by inspect."""
MAPPING, TAKEN = "shibokensupport.signature.mapping", "update_mapping"
"""What PySide's C++ takes out of a module's names without asking the module."""
AWAITED = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("mapping", "errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)
"""What PySide compiles from source at every start, a tenth of it."""


class _Loader:
    """Loads modules of PySide by its own ``loader``."""

    def __init__(self, loader: "Loader") -> None:
        self._loader = loader

    def create_module(self, spec: machinery.ModuleSpec) -> ModuleType | None:
        """A module with nothing in it yet."""
        return Awaited(spec.name) if spec.name in AWAITED else None

    def exec_module(self, module: ModuleType) -> None:
        """Leave one so that is loaded later; blind the one that looks into the others."""
        if isinstance(module, Awaited):
            self._let_wait(module)
        else:
            self._loader.exec_module(module)
            if hasattr(module, SEES):
                setattr(module, SEES, lambda _module: False)

    def _let_wait(self, module: Awaited) -> None:
        spec = module.__spec__
        assert spec is not None
        name = spec.name

        def load() -> None:
            known_as, spec.name = spec.name, name  # PySide keeps its modules under a second name
            try:
                self._loader.exec_module(module)
            finally:
                spec.name = known_as

        let_wait(module, load)
        if name == MAPPING:
            module.__dict__[TAKEN] = lambda: loaded(module).__dict__[TAKEN]()


def ignore() -> None:
    """Load PySide without what nothing here uses."""
    usual = machinery.ModuleSpec

    def spec(name: str, loader: "Loader | None", **more: Any) -> machinery.ModuleSpec:
        if loader is not None and (name in AWAITED or name == ASKING):
            return usual(name, cast("Loader", _Loader(loader)), **more)
        return usual(name, loader, **more)

    machinery.ModuleSpec = spec  # type: ignore[assignment,misc]  # what PySide's own importer makes its specs with
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        machinery.ModuleSpec = usual  # type: ignore[misc]
        builtins.__import__ = getattr(builtins, USUAL_IMPORT, builtins.__import__)
