"""Several of a few fixed choices, a box to tick for each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout

from .choice import Offer
from .editor import Editor, Typed

COLUMNS = 2


class CheckList(Editor):
    """``typed`` is the keys that are ticked, in the order in which they are offered."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._boxes = {one.key: QCheckBox(one.label.replace("&", "&&")) for one in offers}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place // COLUMNS, place % COLUMNS)
            box.toggled.connect(self.edited)
            box.clicked.connect(self.committed)

    def typed(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def fill(self, typed: Typed) -> None:
        for key, box in self._boxes.items():
            box.setChecked(key in typed)

    def lock(self, locked: bool) -> None:
        for box in self._boxes.values():
            box.setDisabled(locked)
