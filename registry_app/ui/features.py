"""Other spellings of Qt's names (``from __feature__ import snake_case``), which nothing here uses."""

import sys

import PySide6.QtCore  # noqa: F401 - what asks for them is there once Qt is

SEES = "_mod_uses_pyside"
"""What PySide asks about each module; not part of what it promises."""


def ignore() -> None:
    """Let PySide not read the source of every module that is imported, to see whether it may ask for such spellings:
    that takes a tenth of a millisecond and more for each. Where a later PySide does it otherwise, nothing happens."""
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, SEES):
        setattr(feature, SEES, lambda module: module.__name__.startswith("registry_app.ui"))
