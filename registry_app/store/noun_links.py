"""What hangs on a row inside a model: how many rows of other tables refer to it, and what goes away with it."""

from .engine import Connection

HANGING = {
    "person": {
        "membership": "SELECT count(*) FROM membership WHERE person_id = ?",
        "household": "SELECT count(*) FROM household WHERE head_id = ?",
        "commendation": "SELECT count(*) FROM commendation WHERE person_id = ?",
        "exemplar": "SELECT count(*) FROM exemplar WHERE person_id = ?",
        "joined": "SELECT count(*) FROM person WHERE replaced_by = ?",
    },
    "team": {
        "membership": "SELECT count(*) FROM membership WHERE team_id = ?",
        "household": "SELECT count(*) FROM household WHERE team_id = ?",
    },
    "site": {
        "team": "SELECT count(*) FROM team WHERE site_id = ?",
        "camera_point": "SELECT count(*) FROM camera_point WHERE site_id = ?",
    },
}
"""By noun, what keeps a row from being deleted."""
GOING = {
    "site": (
        "DELETE FROM decision_site WHERE site_id = ?",
        "DELETE FROM decision_move WHERE noun = 'site' AND row_id = ?",
    ),
    "team": ("DELETE FROM decision_move WHERE noun = 'team' AND row_id = ?",),
    "camera_point": ("DELETE FROM decision_move WHERE noun = 'camera_point' AND row_id = ?",),
    "person": (
        "DELETE FROM course WHERE person_id = ?",
        "DELETE FROM injury WHERE person_id = ?",
        "DELETE FROM not_the_same WHERE one_id = ?",
        "DELETE FROM not_the_same WHERE other_id = ?",
    ),
}
"""By noun, what is deleted with a row, since it says nothing without it."""


def hanging(connection: Connection, noun: str, number: int) -> dict[str, int]:
    """How many rows hang on the row of that number, by what they are; empty when it may go."""
    found = {what: connection.execute(query, (number,)).fetchone()[0] for what, query in HANGING.get(noun, {}).items()}
    return {what: count for what, count in found.items() if count}


def delete_with(connection: Connection, noun: str, number: int) -> None:
    """Delete what goes with the row of that number, inside an open action."""
    for query in GOING.get(noun, ()):
        connection.execute(query, (number,))
    connection.execute("DELETE FROM attachment WHERE noun = ? AND row_id = ?", (noun, number))
