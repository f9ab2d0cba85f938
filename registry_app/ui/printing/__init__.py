"""The print window: what to print, how it looks on paper, and where it goes."""
