"""Whether what is inside a model holds on a day, as SQL: from ``valid_from`` until the day before ``valid_to``."""

DAY = "substr({} || '-01-01', 1, 10)"
"""The first day of a partial date."""


def holds(alias: str) -> str:
    """Whether the row of that alias holds on the day asked for, ``:on``."""
    begun, over = DAY.format(f"{alias}.valid_from"), DAY.format(f"{alias}.valid_to")
    return f"({alias}.valid_from IS NULL OR {begun} <= :on) AND ({alias}.valid_to IS NULL OR {over} > :on)"
