"""The register for measuring is the same every time, and holds what real ones hold."""

from pathlib import Path

from registry_app.domain.search import Moment, Search
from registry_app.operations import files

from .generator import TODAY, generate

AT = Moment(TODAY)


def test_equal_numbers_give_equal_models(tmp_path: Path) -> None:
    rows = []
    for name in ("a", "b"):
        generate(tmp_path / name, 60)
        with files.open_register(tmp_path / name) as registry:
            rows.append(registry.models.window(registry.models.ids(Search(), AT), AT))

    assert rows[0] == rows[1]
    assert len(rows[0]) > 50


def test_the_views_that_are_counted_are_not_empty(tmp_path: Path) -> None:
    generate(tmp_path / "a", 400)

    with files.open_register(tmp_path / "a") as registry:
        counts = registry.models.view_counts(AT)

    inside = {"no-leader", "period-over", "interim", "final"}  # of teams, terms and summaries, which it does not make
    assert min(count for view, count in counts.items() if view not in inside) > 0
    assert sum((counts["all"], counts["trash"])) == 400
