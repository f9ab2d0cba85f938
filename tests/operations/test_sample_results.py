"""Every figure of the five source documents (domain.md 8, "Figures") stands in the sample and on its paper."""

from collections.abc import Iterator
from datetime import date

import pytest

from registry_app.domain import words
from registry_app.domain.period_text import PERIOD
from registry_app.domain.result_text import said
from registry_app.domain.results import ResultRow
from registry_app.domain.search import Moment, Search
from registry_app.operations import printing, result_checks
from registry_app.operations.files import data
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 22))
HONG_BANG, HA_NAM, HA_NOI, HONG_LINH, HA_NOI_2020 = "2020", "2021", "2013-2023", "2012-2022", "6 tháng đầu 2020"
LIEN_GIA = "2019-2022"
FIGURES = """
2020: MH-MOI 5 mô hình
2020: TIN trên 1.200 tin
2020: TIN-GT 782 tin
2020: VU-HS 49 vụ
2020: DT-HS 77 đối tượng
2020: VU-MT 83 vụ
2020: DT-MT 159 đối tượng
2020: VU-KT 29 vụ
2020: DT-KT 35 đối tượng
2020: TN-BAT 10 đối tượng
2020: TN-DT 5 đối tượng
2020: SUNG-QD 1 khẩu
2020: SUNG-SAN 1 khẩu
2020: HOP-DAN 1 hộp
2020: TNO 7 kg
2020: KIPNO 19 kíp
2021: MH-MOI 13 mô hình
2021: MH-TB 2 mô hình
2021: DB-TL 100%
2021: KCN 7/7 khu, cụm (100%)
2021: CAX trên 450 cán bộ
2021: CAX-XA 89/89 xã, thị trấn (100%)
2021: BVDP 20 ban
2021: DOI-DP 686 đội
2021: QUAN-CHUNG 107 tổ chức
2021: TIN trên 460 tin
2021: KHIEU-KIEN 23/27 vụ (85,2%)
2021: TN 33 đối tượng
2021: TNNH 18 đối tượng
2021: NHOM 20 nhóm
2021: DDMT 19 đường dây
2021: VU-MT 303 vụ
2021: DT-MT 547 đối tượng
2021: HEROIN 4,968 kg
2021: MTTH “3,61 kg 7”
2021: HS-GDBB 10 trường hợp
2021: HS-CBBB 96 trường hợp
2021: HS-GDXP 382 trường hợp
2013-2023: MH 1.616 mô hình
2013-2023: MH-HQ 495/1.616 mô hình (30,6%)
2013-2023: DB 181 địa bàn cấp xã
2013-2023: DB 109 địa bàn cấp xã
2013-2023: DB 74 địa bàn cấp xã
2013-2023: DB 62 địa bàn cấp xã
2019-2022: TO 495 tổ
2012-2022: AT-GD trên 90%
2012-2022: AT-KDC 100%
2012-2022: AT-CQ 100%
2012-2022: AT-TH 100%
2012-2022: AT-XA 100%
6 tháng đầu 2020: TIN 18.160 tin
6 tháng đầu 2020: TIN-ANCT 3.136 tin
6 tháng đầu 2020: TIN-TPHS 9.625 tin
6 tháng đầu 2020: TIN-TNXH 3.932 tin
6 tháng đầu 2020: TIN-KHAC 1.467 tin
6 tháng đầu 2020: HOA-GIAI 1.343 vụ
6 tháng đầu 2020: TUAN-TRA gần 40.000 lượt người
6 tháng đầu 2020: GIAO-DUC 9.520 lượt người
6 tháng đầu 2020: MH-SK 97 mô hình, chuyên đề
6 tháng đầu 2020: TUYEN-TRUYEN 112 buổi
6 tháng đầu 2020: TUYEN-TRUYEN-N 17.230 lượt người
6 tháng đầu 2020: PHAT-THANH 489 lượt phát
6 tháng đầu 2020: TIN-BAI 213 tin bài
6 tháng đầu 2020: LGHEP 30 cuộc
6 tháng đầu 2020: LGHEP-N 1.150 lượt người
6 tháng đầu 2020: TOA-DAM 15 buổi
6 tháng đầu 2020: TOA-DAM-N 1.207 lượt người
6 tháng đầu 2020: CK-CAI 23 người
6 tháng đầu 2020: CK-HO 28.710 gia đình
"""


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    words.use("vi")
    yield
    words.use(words.DEFAULT)


def lines() -> list[tuple[str, str, str]]:
    """Period, code of the indicator, figure with its unit."""
    found = []
    for line in FIGURES.strip().splitlines():
        period, _colon, rest = line.partition(": ")
        code, _space, figure = rest.partition(" ")
        found.append((PERIOD.parse(period, AT.on), code, figure))
    return found


def rows(registry: Registry, view: str = "all") -> list[ResultRow]:
    return list(registry.inside.results.rows(Search(view=view, noun="result"), AT))


def test_every_figure_of_the_documents_is_in_the_sample(sample_ward: Registry) -> None:
    held = [(row.period, row.indicator_code, said(row.figure, row.unit)) for row in rows(sample_ward) if row.place]

    assert sorted(held) == sorted(lines())


def test_every_figure_of_the_documents_stands_on_the_paper(sample_ward: Registry) -> None:
    prepared = printing.prepare(sample_ward, "results", printing.default_search("results"), AT)
    cells = [row for group in prepared.report.groups for row in group.rows]
    names = {one.code: one.name for one in sample_ward.lists.indicators.values()}

    paper = {(name, figure, period) for _no, name, figure, period, *_rest in cells}

    wanted = {(names[code], figure, PERIOD.show(period)) for period, code, figure in lines()}
    assert wanted - paper == set()
    assert prepared.rows == len(rows(sample_ward))


def test_each_figure_names_its_document_and_place(sample_ward: Registry) -> None:
    of_documents = [row for row in rows(sample_ward) if row.place]

    assert all("ngày" in row.source for row in of_documents)
    assert {row.place for row in of_documents} == {
        "Quận Hồng Bàng, Hải Phòng",
        "Tỉnh Hà Nam",
        "Thành phố Hà Nội",
        "Thị xã Hồng Lĩnh, Hà Tĩnh",
    }
    assert not any(row.before_figure for row in of_documents)


def test_the_garbled_figure_waits_to_be_checked_and_nothing_is_guessed(sample_ward: Registry) -> None:
    (row,) = rows(sample_ward, "check")

    assert (row.indicator_code, row.amount, row.as_written) == ("MTTH", None, "3,61 kg 7")
    assert "3,617" in row.notes


def test_as_the_documents_write_it_is_kept(sample_ward: Registry) -> None:
    written = {row.as_written for row in rows(sample_ward) if row.as_written}

    assert {"hơn 450", "07/07", "02", "gần 40 nghìn"} <= written


def test_the_news_of_hanoi_add_up_and_one_sum_of_the_ward_does_not_on_purpose(sample_ward: Registry) -> None:
    (doubt,) = result_checks.doubts(sample_ward, sample_ward.inside.results.every())

    assert (doubt[0].period_from, doubt[0].amount) == ("2026-07-01", "97")
    assert "96 = 5 + 33 + 30 + 28" in str(doubt[1])


def test_the_ward_s_own_halves_are_compared(sample_ward: Registry) -> None:
    prepared = printing.prepare(sample_ward, "results", printing.default_search("results"), AT)
    cells = [row for group in prepared.report.groups for row in group.rows]

    assert "+18 (+10,7%); 6 tháng cuối năm 2025: 168 tin" in [row[5] for row in cells]
    assert "6 tháng cuối năm 2025: 1.860 lượt người" in [row[5] for row in cells]


def test_the_documents_are_told_apart_in_the_data() -> None:
    papers = data("sample", "results.json")

    assert sum(bool(paper["place"]) for paper in papers) == 5
