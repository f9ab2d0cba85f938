"""Changing many models at once: what is to be done, what would come of it, find and replace."""
