"""The SQL about the ward's own facts (names, letterhead, signer, day limits) is here and nowhere else."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict

from registry_app.domain.ward import Ward

from .engine import Connection
from .entries import Usable


class SettingShelf:
    """One row a fact, JSON text; unknown keys of newer programs are left alone."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def ward(self) -> Ward:
        """The ward's facts, defaults where nothing is set."""
        return ward(self._register.connection)

    def holds(self, key: str) -> bool:
        """Whether that fact was ever written down, be it as its default."""
        found = self._register.connection.execute("SELECT 1 FROM setting WHERE key = ?", (key,)).fetchone()
        return found is not None

    def save(self, ward: Ward) -> None:
        """Write the facts that differ from what is stored."""
        stored: Mapping[str, str] = dict(self._register.connection.execute("SELECT key, value FROM setting"))
        for key, value in asdict(ward).items():
            text = json.dumps(value, ensure_ascii=False)
            if stored.get(key) != text:
                self._register.connection.execute(
                    """INSERT INTO setting (key, value) VALUES (?, ?)
                       ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
                    (key, text),
                )


def ward(connection: Connection) -> Ward:
    """The ward's facts as the register has them now."""
    rows = connection.execute("SELECT key, value FROM setting")
    stored: dict[str, Any] = {key: _value(value) for key, value in rows if key in Ward.__struct_fields__}
    return Ward(**stored)


def _value(text: str) -> object:
    return _frozen(json.loads(text))


def _frozen(value: object) -> object:
    """JSON lists, also lists in lists, as tuples."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
