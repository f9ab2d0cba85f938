"""The report of a period, in the window."""
