"""One SQL-only step a file, never edited after release."""
