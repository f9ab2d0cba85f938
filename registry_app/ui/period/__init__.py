"""The report of a period: its figures, charts and paper."""
