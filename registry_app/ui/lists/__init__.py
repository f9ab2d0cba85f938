"""The lists that a ward edits, one declared page each."""
