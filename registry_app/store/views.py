"""The SQL about the ward's saved views is here and nowhere else."""

import json
from collections.abc import Sequence

from msgspec.structs import asdict

from registry_app.domain.saved_view import SavedView, ShownColumn, from_text, to_text

from .entries import Usable


class ViewShelf:
    """Saved views in the order in which they are shown; writes stand inside ``registry.change``."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def all(self) -> tuple[SavedView, ...]:
        """Every saved view."""
        rows = self._register.connection.execute(
            "SELECT id, name, search, columns, position FROM saved_view ORDER BY position, id"
        )
        return tuple(
            SavedView(
                id=number,
                name=name,
                search=from_text(search),
                columns=tuple(ShownColumn(**column) for column in json.loads(columns)),
                position=position,
            )
            for number, name, search, columns, position in rows.fetchall()
        )

    def save(self, view: SavedView) -> int:
        """Add ``view``, or write it over the one of its number, whose place stays; returns the number."""
        values = {
            "id": view.id or None,
            "name": view.name,
            "search": to_text(view.search),
            "columns": json.dumps([asdict(column) for column in view.columns]),
            "position": view.position,
        }
        if view.id:
            self._register.connection.execute(
                "UPDATE saved_view SET name = :name, search = :search, columns = :columns WHERE id = :id",
                values,
            )
            return view.id
        return (
            self._register.connection.execute(
                """INSERT INTO saved_view (name, search, columns, position)
                   VALUES (:name, :search, :columns, :position)""",
                values,
            ).lastrowid
            or 0
        )

    def delete(self, view: int) -> None:
        """Drop the view of that number."""
        self._register.connection.execute("DELETE FROM saved_view WHERE id = ?", (view,))

    def arrange(self, views: Sequence[int]) -> None:
        """Let the views of those numbers stand in that order."""
        self._register.connection.executemany(
            "UPDATE saved_view SET position = ? WHERE id = ?", [(place, view) for place, view in enumerate(views)]
        )
