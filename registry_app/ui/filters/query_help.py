"""A card that explains the language of the search box by examples, each of which can be tried by a click."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from registry_app.domain.words import N_, _, language
from registry_app.ui.placing import inside
from registry_app.ui.widgets.prose import Prose

EXAMPLES = (
    ("camera tổ 5", "camera tổ 5", N_("Words in any order, with or without accents")),
    ('"tổ dân phố"', '"tổ dân phố"', N_("These words just so, one after another")),
    ("loại:camera", "type:camera", N_("Only where the type holds “camera”")),
    ('trạng-thái:"đang hoạt động"', 'status:"đang hoạt động"', N_("A name of several words stands in quotation marks")),
    ("quá-hạn", "overdue", N_("Review overdue; also due-soon, is-paused…")),
    ("chủ-trì:rỗng", "lead:blank", N_("Nothing is filled in")),
    ("rà-soát<01/2026", "last-review<01/2026", N_("Last reviewed before January 2026; also > <= >= =")),
    ("thành-lập:2020..2022", "founded-on:2020..2022", N_("From one date to another; numbers as well")),
    ("hạn:quý-này", "next-review:this-quarter", N_("Due in this quarter; also this-month, next-30…")),
    ("-thẻ:mẫu", "-tags:mẫu", N_("Without these: a minus before a word or a term")),
)
"""In Vietnamese, in English, and what it finds."""


class QueryHelp(QFrame):
    """Closes by itself when an example is taken, with Escape, or by a click elsewhere."""

    chosen = Signal(str)
    """The example that is to be tried."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(_("How to search"))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        title = QLabel(_("How to search"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        grid.addWidget(title, 0, 0, 1, 2)
        for number, (vietnamese, english, about) in enumerate(EXAMPLES, start=1):
            self._add(grid, number, vietnamese if language() == "vi" else english, _(about))
        last = Prose(_("Terms can be put together; while you type, keys and values are offered (↓, Enter)."))
        grid.addWidget(last, len(EXAMPLES) + 1, 0, 1, 2)

    def _add(self, grid: QGridLayout, row: int, example: str, about: str) -> None:
        button = QPushButton(example)
        button.setAutoDefault(True)
        button.setAccessibleDescription(about)
        button.setToolTip(_("Try it"))
        button.clicked.connect(lambda: self._choose(example))
        words = QLabel(about)
        words.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(button, row, 0)
        grid.addWidget(words, row, 1)

    def _choose(self, example: str) -> None:
        self.close()
        self.chosen.emit(example)

    def show_below(self, corner: QPoint) -> None:
        """Show the card with its right upper corner at ``corner`` (of the screen), or as near as there is room."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(inside(corner - QPoint(self.width(), 0), self.size(), room))
        self.show()
        self.setFocus()
