"""The SQL about print templates is here and nowhere else."""

from registry_app.domain.wish import Template, from_text, to_text

from .entries import Usable


class TemplateShelf:
    """Templates in the order in which they are offered; writes stand inside ``registry.change``."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def all(self) -> tuple[Template, ...]:
        """Every template."""
        rows = self._register.connection.execute(
            "SELECT id, name, report, wish, position FROM paper_template ORDER BY position, id"
        )
        return tuple(
            Template(id=number, name=name, report=report, wish=from_text(wish), position=position)
            for number, name, report, wish, position in rows.fetchall()
        )

    def save(self, template: Template) -> int:
        """Add ``template``, or write it over the one of its number; returns the number."""
        values = {
            "id": template.id or None,
            "name": template.name,
            "report": template.report,
            "wish": to_text(template.wish),
            "position": template.position,
        }
        if template.id:
            self._register.connection.execute(
                "UPDATE paper_template SET name = :name, report = :report, wish = :wish, position = :position"
                " WHERE id = :id",
                values,
            )
            return template.id
        query = """INSERT INTO paper_template (name, report, wish, position)
            VALUES (:name, :report, :wish, :position)"""
        return self._register.connection.execute(query, values).lastrowid or 0

    def delete(self, template: int) -> None:
        """Drop the template of that number."""
        self._register.connection.execute("DELETE FROM paper_template WHERE id = ?", (template,))
