"""Paper from a Search: what is printed is what is shown."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from registry_app.domain.errors import NotFound, RegistryError
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Order, Search
from registry_app.operations import files, printing
from registry_app.reports.spec import Kind
from registry_app.store.registry import Registry

from ..making import add

AT = Moment(date(2026, 11, 15))


def text(pdf: bytes) -> str:
    """All words of a PDF, white space folded."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


MODEL_REPORTS = [name for name, declared in printing.REPORTS.items() if declared.noun == "model"]


@pytest.mark.parametrize("name", MODEL_REPORTS)
def test_the_count_printed_is_the_count_shown(sample_ward: Registry, name: str) -> None:
    search = printing.default_search(name)

    prepared = printing.prepare(sample_ward, name, search, AT)
    printed = text(printing.render(prepared).pdf)

    assert prepared.rows == sample_ward.models.count(search, AT)
    assert prepared.rows == sum(paper.row_count for paper in prepared.report.papers)
    codes = [row.code for row in sample_ward.models.window(sample_ward.models.ids(search, AT), AT)]
    assert all(code in printed for code in codes)
    assert all(f"{paper.row_count} " in printed for paper in prepared.report.papers)


def test_the_total_tells_models_themes_and_statutory_bodies_apart(sample_ward: Registry) -> None:
    prepared = printing.prepare(sample_ward, "models", Search(), AT)

    assert prepared.report.total.startswith("Tổng cộng: 157 mô hình, 8 chuyên đề, 6 tổ chức theo luật định")


def test_the_paper_keeps_the_order_and_the_words_of_the_search(sample_ward: Registry) -> None:
    search = Search(words="to dan pho", order=(Order("founded_on", descending=True),))

    report = printing.prepare(sample_ward, "models", search, AT).report
    wanted = sample_ward.models.ids(replace(search, group="type"), AT)

    printed = [row[1] for group in report.groups for row in group.rows]
    assert printed == [row.code for row in sample_ward.models.window(wanted, AT)]
    assert "từ khóa “to dan pho”" in report.criteria
    assert [row[0] for group in report.groups for row in group.rows] == [str(n + 1) for n in range(len(printed))]


def test_only_chosen_rows_can_be_printed(sample_ward: Registry) -> None:
    ids = [ModelId(number) for number in sample_ward.models.ids(Search(), AT)[:3]]

    assert printing.prepare(sample_ward, "models", Search(), AT, ids=ids).rows == 3


def test_an_appendix_has_no_motto_and_an_internal_paper_has_the_frame(sample_ward: Registry) -> None:
    search = printing.default_search("due")
    internal = text(printing.render(printing.prepare(sample_ward, "due", search, AT)).pdf)
    appendix = text(printing.render(printing.prepare(sample_ward, "due", search, AT, kind=Kind.APPENDIX)).pdf)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in internal
    assert "LƯU HÀNH NỘI BỘ" in internal
    assert "CỘNG HÒA" not in appendix
    assert "Phụ lục" in appendix


def test_an_empty_register_prints_too(registry: Registry) -> None:
    printed = text(printing.render(printing.prepare(registry, "models", Search(), AT)).pdf)

    assert "Không có hồ sơ" in printed
    assert "ỦY BAN NHÂN DÂN PHƯỜNG THỬ" in printed


@pytest.mark.parametrize("name", ["<b", "A & B", "<img src=/etc/passwd>", "x" * 300, "Tổ 😀 👩‍👩‍👧", "“x” 'y' \"z\""])
def test_hostile_names_print_whole(registry: Registry, name: str) -> None:
    add(registry, name)

    printed = printing.render(printing.prepare(registry, "models", Search(), AT))

    assert "\x00" not in text(printed.pdf)
    if name.isascii():
        assert "".join(name.split()) in "".join(text(printed.pdf).split())


def test_the_same_register_prints_the_same_bytes(sample_ward: Registry) -> None:
    prepared = printing.prepare(sample_ward, "due", printing.default_search("due"), AT)

    assert printing.render(prepared).pdf == printing.render(prepared).pdf


def test_an_unknown_report_is_told(registry: Registry) -> None:
    with pytest.raises(NotFound, match="models, due"):
        printing.prepare(registry, "nothing", Search(), AT)


def test_a_paper_that_cannot_be_written_leaves_nothing_behind(registry: Registry, tmp_path: Path) -> None:
    printed = printing.render(printing.prepare(registry, "models", Search(), AT))
    target = tmp_path / "folder.pdf"
    target.mkdir()

    with pytest.raises(RegistryError, match="Không ghi được"):
        printing.save(printed, target)

    assert not list(tmp_path.glob("*.part"))


def test_a_letterhead_comes_from_the_ward_name_when_nothing_was_typed(registry: Registry) -> None:
    ward = registry.settings.ward()

    assert (ward.issuing_body, ward.place_name) == ("ỦY BAN NHÂN DÂN PHƯỜNG THỬ", "Thử")
    files.save_ward(registry, replace(ward, issuer="CÔNG AN PHƯỜNG THỬ", place="Nơi khác"))
    ward = registry.settings.ward()
    assert (ward.issuing_body, ward.place_name) == ("CÔNG AN PHƯỜNG THỬ", "Nơi khác")
