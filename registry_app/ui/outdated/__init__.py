"""Models that look outdated: why, and what to do about them."""
