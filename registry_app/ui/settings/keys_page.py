"""The keys of every command, and the user's own in their place."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLabel, QLineEdit, QPushButton

from registry_app.domain import kinds
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.ui import icons, keys
from registry_app.ui.keys import Keyed
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .page import SettingsPage


class KeysPage(SettingsPage):
    """``wanted`` is the user's own keys by command; what is no command of this version stays in it."""

    def __init__(self, commands: Sequence[Keyed], own: Mapping[str, str]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._before, self._own = dict(own), dict(own)
        self.search = QLineEdit(placeholderText=_("Find a command or keys"), maxLength=kinds.LINE_LIMIT)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(_("Find a command or keys"))
        headings = (Heading(_("Command"), least=16), Heading(_("Keys"), 17), Heading(_("As usual"), 17))
        self.table = RecordTable(_("Commands and their keys"), headings)
        self.press = QKeySequenceEdit(clearButtonEnabled=True)
        self.press.setMaximumSequenceLength(1)
        self.press.setAccessibleName(_("Keys of the chosen command"))
        self.reset_button = QPushButton(_("As &usual"))
        self.reset_all_button = QPushButton(_("A&ll as usual"))
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._show())
        self.table.chosen.connect(lambda _key: self._show_one())
        self.table.opened.connect(lambda _key: self.press.setFocus())
        self.press.keySequenceChanged.connect(self._take)
        self.reset_button.clicked.connect(self.reset)
        self.reset_all_button.clicked.connect(self.reset_all)

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is worth filling: most who open the settings want another page."""
        super().showEvent(event)
        self._fill()

    def _lay_out(self) -> None:
        label = QLabel(_("&Press the keys:"))
        label.setBuddy(self.press)
        foot = QHBoxLayout()
        foot.addWidget(label)
        foot.addWidget(self.press, 1)
        for button in (self.reset_button, self.reset_all_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.rows.addWidget(self.search)
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self.notice)
        self.rows.addLayout(foot)

    @property
    def is_changed(self) -> bool:
        return self._own != self._before

    @property
    def chosen(self) -> Keyed | None:
        """The command chosen in the table."""
        place = self.table.chosen_key
        return self._commands[place] if place is not None else None

    def wanted(self) -> dict[str, str]:
        """The user's own keys by name of command, "" for a command without keys."""
        return dict(self._own)

    def choose(self, name: str) -> None:
        """Choose a command by name."""
        self._fill()
        self.table.choose(next(place for place, one in enumerate(self._commands) if one.name == name))

    def reset(self) -> None:
        """The chosen command gets its usual keys back."""
        if self.chosen:
            self._give(self.chosen, keys.portable(self.chosen.usual))

    def reset_all(self) -> None:
        """Every command of this version gets its usual keys back."""
        for one in self._commands:
            self._own.pop(one.name, None)
        self.say("")
        self._show()

    def _take(self, pressed: QKeySequence) -> None:
        """Give what was pressed to the chosen command, or say at once why it cannot have it."""
        if self.chosen:
            self._give(self.chosen, keys.portable(pressed.toString(keys.FORM.PortableText)))

    def _give(self, command: Keyed, wanted: str) -> None:
        in_use = keys.in_use(self._commands, self._own)
        if wanted == in_use[command.name] and command.name not in self._own:
            return
        holder = next((one for one in self._commands if wanted and in_use[one.name] == wanted and one != command), None)
        told = keys.refusal(wanted, in_list=command.in_list, usual=keys.portable(command.usual))
        if holder:
            told = _("{keys} is taken by “{command}”. Choose other keys, or change those first.")
            told = told.format(keys=keys.shown(wanted), command=holder.text)
        if not told and wanted == keys.portable(command.usual):
            self._own.pop(command.name, None)
        elif not told:
            self._own[command.name] = wanted
        self._show()
        self.say(told)

    def _fill(self) -> None:
        if not self.table.rowCount():
            self._show()

    def _show(self) -> None:
        in_use = keys.in_use(self._commands, self._own)
        sought = fold(self.search.text()).split()
        records = [
            self._record(place, one, in_use[one.name])
            for place, one in enumerate(self._commands)
            if all(word in fold(f"{one.text} {keys.shown(in_use[one.name])}") for word in sought)
        ]
        self.table.show_records(records)
        self._show_one()

    def _record(self, place: int, command: Keyed, pressed: str) -> Record:
        palette = self.palette()
        colour = palette.color(QPalette.ColorRole.Text)
        icon = icons.tinted(command.icon, colour, palette) if command.icon else icons.blank()
        cells = (command.text, keys.shown(pressed) or "–", keys.shown(command.usual) or "–")
        return Record(key=place, cells=cells, icon=icon, faded=command.fixed)

    def _show_one(self) -> None:
        command = self.chosen
        pressed = keys.in_use(self._commands, self._own)[command.name] if command else ""
        blocked = self.press.blockSignals(True)
        self.press.setKeySequence(keys.sequence(pressed))
        self.press.blockSignals(blocked)
        self.press.setEnabled(command is not None and not command.fixed)
        self.reset_button.setEnabled(command is not None and command.name in self._own)
        self.reset_all_button.setEnabled(any(one.name in self._own for one in self._commands))
        self.say("")
