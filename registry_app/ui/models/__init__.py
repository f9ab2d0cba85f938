"""The screen of models: sidebar, search box, list, form."""
