"""What lies over a list without rows: how to begin a register that has no model, how to get out of a search in vain."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from registry_app.domain.search import Search
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.offer import Offer, Offers
from registry_app.ui.widgets.prose import Prose

from .hints import searched_hint

BEGINNINGS = (
    ("new", N_("Write down the &first model"), N_("Name and type are enough; the rest can follow later."), "new"),
    (
        "open_sample",
        N_("Look at the sam&ple first"),
        N_("An invented ward with some 170 models; this register stays as it is."),
        "sample",
    ),
    ("edit_lists", N_("Look through the &lists"), N_("Areas and organisations of the ward, to choose from."), "lists"),
)
SHOW_ALL = ("show_all", N_("Show &all models"), N_("Without any words and filters."), "view-all")
WAYS_OUT = (("clear_search", N_("&Clear the search"), N_("Stays in this view."), "clear"), SHOW_ALL)
OUT_OF_FILTERS = (("clear_search", N_("&Remove all filters"), N_("Stays in this view."), "clear"), SHOW_ALL)
Choices = Sequence[tuple[str, str, str, str]]


class EmptyList(QWidget):
    """Covers the viewport of ``view`` while it has something to say. ``wanted`` names a command, or one of
    WAYS_OUT."""

    wanted = Signal(str)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self._viewport = view.viewport()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._said = Prose(quiet=False, centred=True)
        self._offers = Offers()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._said)
        column.addSpacing(12)
        column.addWidget(self._offers)
        column.addStretch(3)
        self._shown: tuple[str, Choices] = ("", ())
        self._viewport.installEventFilter(self)
        self.hide()

    def show_for(self, search: Search, *, total: int, within: int, may_write: bool) -> None:
        """Say what can be done when ``search`` found nothing among ``total`` models; ``within`` is how many days are
        soon. An empty view that was not searched stays bare: the list says itself why."""
        if search.words.strip() or search.filters:
            self._say(searched_hint(search, within), WAYS_OUT if search.words.strip() else OUT_OF_FILTERS)
        elif not total and search.view != "trash":
            beginnings = [one for one in BEGINNINGS if may_write or one[0] == "open_sample"]
            self._say(_("This register has no models yet."), tuple(beginnings))
        else:
            self.clear()

    def clear(self) -> None:
        """Let the list itself be seen."""
        self.hide()

    def _say(self, text: str, choices: Choices) -> None:
        if (text, choices) != self._shown:
            self._shown = (text, choices)
            self._fill(text, choices)
        self.setGeometry(self._viewport.rect())
        self.show()
        self.raise_()

    def _fill(self, text: str, choices: Choices) -> None:
        self._said.setText(text)
        self.setAccessibleName(text)
        self._offers.clear()
        for name, label, about, icon in choices:
            button = Offer(_(label), icon, about=_(about))
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self._offers.add(button, _(about))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the viewport."""
        if watched is self._viewport and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._viewport.rect())
        return super().eventFilter(watched, event)
