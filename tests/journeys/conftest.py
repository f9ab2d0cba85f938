"""Journeys have what the tests of the window have."""

from tests.ui.conftest import (
    asked,
    garbage,
    look,
    no_windows_left,
    opened,
    preferences_folder,
    pytest_configure,
    qapp_args,
    sample_session,
    session,
)

__all__ = [
    "asked",
    "garbage",
    "look",
    "no_windows_left",
    "opened",
    "preferences_folder",
    "pytest_configure",
    "qapp_args",
    "sample_session",
    "session",
]
