"""Lists of honours, the sheets that show them, and form BM1, as papers and worksheets."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from registry_app.domain.errors import RegistryError
from registry_app.domain.search import Moment
from registry_app.domain.wish import Wish
from registry_app.operations import force, force_paper, printing
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 15))
ON = date(2026, 11, 14)


def prepared(registry: Registry, report: str, *, of: str = "", wish: Wish | None = None, view: str = "") -> Prepared:
    """The report as the ward has it."""
    usual = printing.default_search(report)
    search = usual if not view else type(usual)(view=view, order=usual.order, noun=usual.noun)
    owner = printing.owner(registry, of) if of else None
    return printing.prepare(registry, report, search, AT, wish=wish or Wish(), of=owner)


def text_of(pdf: bytes) -> str:
    """What stands on all pages, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_list_of_commendations_is_the_wards_own(sample_ward: Registry) -> None:
    paper = prepared(sample_ward, "commendations")

    names = [row[1] for group in paper.report.groups for row in group.rows]
    assert len(names) == 12
    assert not any("Hồng Bàng" in name or "Hồng Lĩnh" in name for name in names)


def test_the_list_of_commendations_is_told_by_form_with_how_many(sample_ward: Registry) -> None:
    paper = prepared(sample_ward, "commendations", view="all")
    groups = {group.title: group.total for group in paper.report.groups}

    assert groups["Kỷ niệm chương “Vì an ninh Tổ quốc”"] == "Cộng: 14 cá nhân"
    assert groups["Danh hiệu “Đơn vị Quyết thắng”"] == "Cộng: 7 tập thể"
    assert list(groups)[-1] == "Biểu dương"
    assert paper.report.total == "Tổng cộng: 59 tập thể, 68 cá nhân"
    assert "Cá nhân quận Hồng Bàng (14 cá nhân)" in [row[1] for group in paper.report.groups for row in group.rows]
    assert paper.people == 6


def test_it_may_be_told_by_level_too(sample_ward: Registry) -> None:
    paper = prepared(sample_ward, "commendations", wish=Wish(group="level"), view="all")

    assert [group.title for group in paper.report.groups] == [
        "Bộ Công an", "Cấp tỉnh, thành phố", "Cấp huyện (trước 01/7/2025)", "Cấp xã",
    ]  # fmt: skip


def test_the_list_of_recognition_ends_in_percentages_and_the_line(sample_ward: Registry) -> None:
    report = prepared(sample_ward, "recognition").report

    assert [group.title for group in report.groups] == ["Khu dân cư", "Cơ quan", "Doanh nghiệp", "Trường học"]
    assert "22/36 được công nhận (61,1%), mức tối thiểu 70%" in report.total
    assert "Chưa đạt điều kiện" in report.total


def test_of_several_years_each_has_its_sentence(sample_ward: Registry) -> None:
    total = prepared(sample_ward, "recognition", view="all").report.total

    assert [total.count(f"Năm {year}:") for year in (2023, 2024, 2025, 2026)] == [1, 1, 1, 1]


@pytest.mark.parametrize("report", ["commendations", "exemplars", "recognition"])
@pytest.mark.parametrize("suffix", printing.forms())
def test_each_list_is_made_in_every_form(sample_ward: Registry, report: str, suffix: str) -> None:
    assert len(printing.written(prepared(sample_ward, report).report, suffix)) > 2_000


def test_a_sheet_shows_commendations_where_there_are_any(sample_ward: Registry) -> None:
    (commended,) = sample_ward.connection.execute(
        "SELECT p.code FROM person p JOIN commendation c ON c.person_id = p.id LIMIT 1"
    ).fetchone()
    (other,) = sample_ward.connection.execute(
        "SELECT code FROM person WHERE id NOT IN (SELECT person_id FROM commendation WHERE person_id NOT NULL) LIMIT 1"
    ).fetchone()

    assert "Khen thưởng" in [part.heading for part in prepared(sample_ward, "person-sheet", of=commended).report.parts]
    assert "Khen thưởng" not in [part.heading for part in prepared(sample_ward, "person-sheet", of=other).report.parts]
    model = prepared(sample_ward, "model-sheet", of="BVAN-2024-001").report
    assert "Khen thưởng" in [part.heading for part in model.parts]


def test_a_sheet_of_a_past_day_has_no_later_commendations(sample_ward: Registry) -> None:
    parts = prepared(sample_ward, "model-sheet", of="BVAN-2024-001", wish=Wish(as_of="2026-10-27")).report.parts

    assert "Khen thưởng" not in [part.heading for part in parts]


# -- form BM1 ----------------------------------------------------------------------------------------------------------


def test_form_bm1_is_one_lying_page_with_the_figures_of_the_force_alone(sample_ward: Registry) -> None:
    pdf = force_paper.content(sample_ward, ON, ".pdf")
    (page,) = PdfReader(BytesIO(pdf)).pages
    line = next(one for one in force.read(sample_ward, ON).lines if "bảo vệ" in one.type)

    assert page.mediabox.width > page.mediabox.height
    text = text_of(pdf)
    assert "435/V05-P3" in text
    assert "(26)" in text
    assert str(line.figures.members_actual) in text
    assert "dân tộc của 90 thành viên" in text


def test_form_bm1_as_a_worksheet_has_merged_headings_and_numbers(sample_ward: Registry) -> None:
    sheet = load_workbook(BytesIO(force_paper.content(sample_ward, ON, ".xlsx"))).active
    assert sheet is not None
    merged = {sheet.cell(one.min_row, one.min_col).value: one.coord for one in sheet.merged_cells.ranges}
    figures = next(one for one in force.read(sample_ward, ON).lines if "bảo vệ" in one.type).figures

    assert merged["Thống kê lực lượng"] == "C4:N4"
    assert merged["Khen thưởng"] == "W4:Z4"
    assert merged["STT"] == "A4:A6"
    assert [cell.value for cell in sheet[7]][:3] == ["(1)", "(2)", "(3)"]
    row = [cell.value for cell in sheet[8]]
    assert (row[4], row[22:]) == (figures.members_actual, [1, 1, 0, 2])
    assert sheet["A9"].value == "TỔNG CỘNG"


def test_form_bm1_of_a_ward_without_a_force_is_all_noughts(registry: Registry) -> None:
    sheet = load_workbook(BytesIO(force_paper.content(registry, ON, ".xlsx"))).active
    assert sheet is not None

    assert {cell.value for cell in sheet[8][2:]} <= {0, ""}


def test_form_bm1_in_another_form_is_refused(registry: Registry) -> None:
    with pytest.raises(RegistryError):
        force_paper.content(registry, ON, ".docx")
