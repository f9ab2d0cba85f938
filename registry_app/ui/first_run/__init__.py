"""The first minutes: what a new register is asked about, and when that is asked unbidden."""
