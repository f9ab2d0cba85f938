"""What is copied can be pasted as a table and never runs as a formula."""

from registry_app.domain.search import Search
from registry_app.ui.models.clipboard import as_table
from registry_app.ui.session import Session
from tests.ui.conftest import add


def copied(session: Session, words: str) -> list[list[str]]:
    registry, at = session.registry, session.moment
    rows = registry.models.window(registry.models.ids(Search(words=words), at), at)
    return [line.split("\t") for line in as_table(rows).split("\n")]


def test_headings_stand_over_one_line_a_model(session: Session) -> None:
    heads, line = copied(session, "camera to 5")

    assert heads[:2] == ["Mã", "Tên mô hình"]
    assert line[:2] == ["CAM-2020-001", "Camera an ninh tổ 5"]
    assert len(heads) == len(line)


def test_a_name_that_looks_like_a_formula_is_plain_text(session: Session) -> None:
    add(session, name="=HYPERLINK(1)", type="camera an ninh")

    _heads, line = copied(session, "hyperlink")

    assert line[1] == "'=HYPERLINK(1)"
