"""Models that look outdated, in the window."""
