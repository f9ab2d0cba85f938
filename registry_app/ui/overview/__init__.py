"""The page that says what is to be done today."""
