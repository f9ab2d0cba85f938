"""Widgets that know no register: each edits or shows one thing, takes plain values and speaks in signals."""
