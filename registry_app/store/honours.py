"""What the recognition of a year asks of models. The SQL about that is here and nowhere else."""

from datetime import date

from .engine import Connection

EFFECTIVE = """SELECT count(*) FROM model m JOIN model_type t ON t.id = m.type_id
    JOIN status_change c ON c.id = (SELECT id FROM status_change s WHERE s.model_id = m.id AND s."on" <= :on
        ORDER BY s."on" DESC, s.id DESC LIMIT 1)
    JOIN status z ON z.id = c.status_id AND z.kind = 'active'
    WHERE m.kind = 'model' AND m.trashed_on IS NULL AND t.statutory = 0
    AND 'yes' = (SELECT r.effective FROM review r WHERE r.model_id = m.id AND r."on" <= :on
        AND r.effective IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review k WHERE k.corrects = r.id)
        ORDER BY r."on" DESC, r.id DESC LIMIT 1)"""


def effective_models(connection: Connection, on: date) -> int:
    """How many models are active on the day ``on`` and were found effective by their last review up to it."""
    return int(connection.execute(EFFECTIVE, {"on": on.isoformat()}).fetchone()[0])
