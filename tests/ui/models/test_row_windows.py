"""Rows read in windows, and only a few windows kept."""

import pytest

from registry_app.domain.search import Search
from registry_app.ui.models import row_windows
from registry_app.ui.models.row_windows import RowWindows
from registry_app.ui.session import Session


@pytest.fixture(autouse=True)
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows of 8 rows, two of them kept."""
    monkeypatch.setattr(row_windows, "WINDOW", 8)
    monkeypatch.setattr(row_windows, "KEPT_WINDOWS", 2)


def test_only_a_few_windows_of_rows_are_kept(sample_session: Session) -> None:
    windows, at = RowWindows(sample_session), sample_session.moment
    ids = sample_session.registry.models.ids(Search(), at)

    for place in range(len(ids)):
        windows.row(place, ids, at)

    assert len(windows._windows) == 2


def test_rows_that_were_read_already_are_not_read_again(sample_session: Session) -> None:
    windows, at = RowWindows(sample_session), sample_session.moment
    ids = sample_session.registry.models.ids(Search(), at)[:16]
    rows = sample_session.registry.models.window(ids, at)

    windows.take(ids, rows)

    assert [windows.row(place, ids, None) for place in range(16)] == rows


def test_without_a_moment_nothing_is_read(sample_session: Session) -> None:
    ids = sample_session.registry.models.ids(Search(), sample_session.moment)

    assert RowWindows(sample_session).row(0, ids, None) is None
