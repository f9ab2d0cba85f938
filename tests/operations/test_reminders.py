"""One letter for each lead organisation whose models are overdue or due soon, with the date and the rule of each."""

import pytest
from msgspec.structs import replace

from registry_app.domain.search import Moment, Search
from registry_app.domain.wish import Wish
from registry_app.operations import files, printing
from registry_app.reports.spec import Report
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)


def letters(registry: Registry, search: Search | None = None, **wish: str) -> tuple[Report, ...]:
    asked = search or printing.default_search("reminders")
    made = printing.prepare(registry, "reminders", asked, AT, wish=replace(Wish(), **wish), day=TODAY)
    return tuple(made.report.papers)


@pytest.fixture
def ward(registry: Registry) -> Registry:
    """Four models that are due, two of them of one organisation, and one that is not."""
    add(registry, "Camera B", founded_on="2026-06-05", interval_months="6", lead="Hội Phụ nữ phường")
    add(registry, "Camera A", founded_on="2026-03-05", interval_months="6", lead="Hội Phụ nữ phường")
    add(registry, "Camera C", founded_on="2026-03-05", interval_months="6", lead="Công an phường")
    add(registry, "Camera D", founded_on="2026-03-05", interval_months="6")
    add(registry, "Camera E", founded_on="2026-11-05", interval_months="6", lead="Đoàn phường")
    return registry


def test_each_lead_organisation_gets_one_letter_and_models_without_one_the_last(ward: Registry) -> None:
    made = letters(ward)

    assert [one.addressee.strip(".") for one in made] == ["Công an phường", "Hội Phụ nữ phường", ""]
    assert [one.row_count for one in made] == [1, 2, 1]
    assert all(one.is_letter and one.day == TODAY for one in made)


def test_its_table_tells_the_overdue_first_with_date_and_rule(ward: Registry) -> None:
    letter = letters(ward)[1]

    assert [group.title for group in letter.groups] == ["Quá hạn – 1 mô hình", "Sắp đến hạn – 1 mô hình"]
    assert [row[2:] for group in letter.groups for row in group.rows] == [
        ("Camera A", "", "05/09/2026", "6 tháng sau ngày thành lập 05/03/2026"),
        ("Camera B", "", "05/12/2026", "6 tháng sau ngày thành lập 05/06/2026"),
    ]


def test_it_says_how_many_and_by_when_on_a_working_day(ward: Registry) -> None:
    holiday = (("2026-12-22", "Ngày nghỉ bù"),)
    files.save_ward(ward, replace(ward.settings.ward(), holidays=holiday, issuer="CÔNG AN PHƯỜNG THỬ"))

    (text,) = letters(ward)[1].body

    assert "Công an phường Thử đề nghị Hội Phụ nữ phường" in text
    assert "2 mô hình" in text
    assert "(trong đó 1 mô hình quá hạn tính đến ngày 22/11/2026)" in text
    assert text.endswith("trước ngày 23/12/2026.")


def test_it_is_a_letter_of_the_ward(ward: Registry) -> None:
    letter = letters(ward)[0]

    assert (letter.number, letter.circulation, letter.title) == ("/UBND", "", "")
    assert tuple(letter.recipients) == ("Như trên;", "Lưu: VT.")
    assert letter.letterhead is not None
    assert letter.signature is not None
    assert letter.closing_lines[0].endswith("./.")


def test_only_what_is_asked_for_is_reminded_of(ward: Registry) -> None:
    made = letters(ward, Search(view="overdue", words="cong an"))

    assert [one.addressee for one in made] == ["Công an phường"]


def test_where_nobody_is_to_be_reminded_there_is_one_letter_to_fill_in(registry: Registry) -> None:
    (letter,) = letters(registry)

    assert letter.row_count == 0
    assert not letter.addressee.strip(".")


def test_all_letters_are_counted(ward: Registry) -> None:
    made = printing.prepare(ward, "reminders", printing.default_search("reminders"), AT)

    assert made.rows == 4
    assert printing.render(made).pdf.startswith(b"%PDF")


def test_the_rule_can_stand_on_the_list_of_reviews_due(ward: Registry) -> None:
    wish = Wish(columns=("name", "reason"))
    made = printing.prepare(ward, "due", printing.default_search("due"), AT, wish=wish)

    assert [column.title for column in made.report.columns] == ["STT", "Tên mô hình", "Căn cứ hạn rà soát"]
    assert made.report.groups[0].rows[0][2].startswith("6 tháng sau ngày thành lập")
