"""Looks at models and changes of their status: the dialogs that add them and the tabs that show them."""
