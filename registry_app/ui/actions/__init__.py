"""What the menus and the toolbar offer: each command declared once, its deed beside it."""
