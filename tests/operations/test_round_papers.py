"""The papers of a round: what was seen stands on them, and nothing that was not asked for."""

from datetime import date

import pytest
import time_machine
from msgspec.structs import replace

from registry_app.domain.ids import RoundId
from registry_app.domain.search import Search
from registry_app.operations import printing, round_papers, rounds, worksheets
from registry_app.operations.printing import Prepared
from registry_app.operations.rounds import Entered, NewRound
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..reports import reading
from .rounding import NEW, enter_all


@pytest.fixture(autouse=True)
def _today(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(f"{TODAY} 08:00 +0700")


@pytest.fixture
def held(registry: Registry) -> RoundId:
    """A round over three models: one good, one to be ended, one waiting."""
    for name in ("Camera an ninh", "Tiếng kẻng an ninh", "Zalo an ninh"):
        add(registry, name, founded_on="1/1/2020")
    new = NewRound(name="Rà soát cuối năm", period_from="1/7/2026", period_to="31/12/2026", search=Search())
    number = rounds.open_round(registry, new).id
    rows = {row.model: row.position for row in rounds.rows(registry, number)}
    rounds.enter(
        registry,
        number,
        [
            Entered(
                position=rows["Camera an ninh"], on="20/11/2026", grade="Tốt", effective="có", decision="Nhân rộng"
            ),
            Entered(
                position=rows["Tiếng kẻng an ninh"],
                on="20/11/2026",
                grade="Yếu",
                effective="không",
                findings="Không còn kẻng",
                decision="Đề nghị thanh loại",
            ),
        ],
    )
    return number


def text_of(prepared: Prepared) -> str:
    """Everything on the paper, in one line."""
    made = printing.render(prepared)
    assert not made.missing
    return " ".join(" ".join(reading.texts(made.pdf)).split())


def test_a_worksheet_has_the_scale_in_the_order_of_the_keys_and_room_to_write(
    registry: Registry, held: RoundId
) -> None:
    sheet = worksheets.make(registry, held)
    text = text_of(round_papers.worksheet(registry, sheet))

    assert [text.index(name) for name in ("1. Tốt", "2. Khá", "4. Yếu")] == sorted(
        text.index(name) for name in ("1. Tốt", "2. Khá", "4. Yếu")
    )
    assert sheet.payload(1) in text
    assert "NGƯỜI RÀ SOÁT" in text
    assert all(name in text for name in ("Camera an ninh", "Tiếng kẻng", "Zalo an ninh"))


def test_the_minutes_say_how_many_and_what_was_decided(registry: Registry, held: RoundId) -> None:
    text = text_of(round_papers.prepare(registry, held, "minutes"))

    assert "BIÊN BẢN" in text
    assert "Đợt có 3 mô hình; đã rà soát 2, để ngoài đợt 0, chưa có kết quả 1" in text
    assert "Không còn kẻng" in text
    assert "THƯ KÝ" in text
    assert text.index("THƯ KÝ") < text.index("Nơi nhận")


def test_the_summary_adds_up_and_names_every_model(registry: Registry, held: RoundId) -> None:
    made = round_papers.prepare(registry, held, "grades").report
    *areas, whole = made.groups[0].rows

    for column in range(2, len(made.columns)):
        assert sum(int(row[column]) for row in areas) == int(whole[column])
    assert sum(len(group.rows) for group in made.more[0].groups) == 3


@pytest.mark.parametrize("paper", ["minutes", "grades"])
def test_bodies_by_law_and_theme_campaigns_are_told_apart_from_models(registry: Registry, paper: str) -> None:
    add(registry, "Camera an ninh", founded_on="1/1/2020", areas="Tổ dân phố 1")
    add(registry, "Móc khóa an toàn", kind="theme", areas="Tổ dân phố 1")
    add(registry, "Tổ hòa giải", "THG", areas="Tổ dân phố 2")
    number = rounds.open_round(registry, replace(NEW, search=Search())).id
    enter_all(registry, number, grade="Tốt", effective="có")

    prepared = round_papers.prepare(registry, number, paper)

    (area, whole) = prepared.report.groups[0].rows
    assert (area[1:4], whole[2:4]) == (("Tổ dân phố 1", "1", "1"), ("1", "1"))
    told = "Ngoài ra, không tính vào số mô hình: 1 chuyên đề, 1 tổ chức theo luật định; trong đó đã rà soát 2."
    assert told in text_of(prepared)


@pytest.mark.parametrize(
    ("decision", "wanted"),
    [("Đề nghị thanh loại", 1), ("Chấm dứt hoạt động", 1), ("Không thanh loại, củng cố", 0), ("Chưa thanh loại", 0)],
)
def test_what_is_decided_against_is_not_proposed(registry: Registry, held: RoundId, decision: str, wanted: int) -> None:
    rounds.enter(registry, held, [Entered(position=row.position, decision="") for row in rounds.rows(registry, held)])
    rounds.enter(registry, held, [Entered(position=1, grade="Tốt", decision=decision)])

    assert round_papers.prepare(registry, held, "ending").rows == wanted


@pytest.mark.parametrize(
    ("paper", "name", "other"),
    [("ending", "Tiếng kẻng an ninh", "Camera an ninh"), ("replicating", "Camera an ninh", "Tiếng kẻng an ninh")],
)
def test_a_proposal_holds_what_was_decided_and_nothing_else(
    registry: Registry, held: RoundId, paper: str, name: str, other: str
) -> None:
    text = text_of(round_papers.prepare(registry, held, paper, day=date(2026, 11, 22)))

    assert name in text
    assert other not in text
    assert "ngày 22 tháng 11 năm 2026" in text
    assert text.count("Kính gửi") == 1


def test_every_paper_is_written_as_word_and_excel_too(registry: Registry, held: RoundId) -> None:
    for paper in round_papers.PAPERS:
        report = round_papers.prepare(registry, held, paper.key).report
        assert printing.written(report, ".docx").startswith(b"PK")
        assert printing.written(report, ".xlsx").startswith(b"PK")
