"""People who may have been entered twice: found, compared side by side, joined or remembered as two."""
