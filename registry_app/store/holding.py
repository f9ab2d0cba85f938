"""Whether what is inside a model holds on a day, as SQL: from ``valid_from`` until the day before ``valid_to``."""

DAY = "substr({} || '-01-01', 1, 10)"
"""The first day of a partial date."""


def holds(alias: str) -> str:
    """Whether the row of that alias holds on the day asked for, ``:on``. Partial dates need not be made whole: as text
    they stand to a whole day just as their first day does."""
    begun, over = f"{alias}.valid_from", f"{alias}.valid_to"
    return f"({begun} IS NULL OR {begun} <= :on) AND ({over} IS NULL OR {over} > :on)"


SPLIT_LATER = """(SELECT made.row_id FROM area_change act
    CROSS JOIN change done ON done.noun = 'area_change' AND done.row_id = act.id AND done.kind = 'insert'
    CROSS JOIN change made ON made.action_id = done.action_id AND made.noun = 'site' AND made.kind = 'insert'
    WHERE act."on" > :on)"""
"""Sites that were made of others when an area was split after the day asked for: until then they were part of those."""


def stands(alias: str) -> str:
    """Whether the site of that alias is one by itself on the day asked for."""
    return f"{holds(alias)} AND {alias}.id NOT IN {SPLIT_LATER}"
