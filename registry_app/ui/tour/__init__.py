"""Five steps through the window."""
