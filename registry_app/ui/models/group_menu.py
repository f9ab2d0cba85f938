"""The menu of the heading over a group."""

from typing import Any, Protocol

from PySide6.QtWidgets import QMenu

from registry_app.domain.words import _


class Grouped(Protocol):
    """A list as its groups see it."""

    group_wanted: Any

    def fold(self, line: int, *, folded: bool) -> None: ...
    def fold_all(self, *, folded: bool) -> None: ...


def fill(menu: QMenu, view: Grouped, line: int, *, is_open: bool) -> QMenu:
    """Put into ``menu`` what can be done with the group whose heading stands on ``line``."""
    text = _("&Fold this group") if is_open else _("&Unfold this group")
    menu.addAction(text).triggered.connect(lambda: view.fold(line, folded=is_open))
    menu.addSeparator()
    menu.addAction(_("Fold &all groups")).triggered.connect(lambda: view.fold_all(folded=True))
    menu.addAction(_("Unfol&d all groups")).triggered.connect(lambda: view.fold_all(folded=False))
    menu.addSeparator()
    menu.addAction(_("&No groups")).triggered.connect(lambda: view.group_wanted.emit(None))
    return menu
