"""Commands that record what happened: review, status."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import Add, Run


def shown(run: Run, file: Path, code: str) -> Any:
    """Everything about one model."""
    return run("show", file, code, "--format", "json").json


def test_a_review_is_recorded_for_every_model_named(run: Run, file: Path, add: Add) -> None:
    one, two = add("Một", founded_on="31/01/2020"), add("Hai", founded_on="2020")

    answer = run("review", file, one, two, "--date", "28/02/2021", "--grade", "tot", "--effective", "yes",
                 "--findings", "Ổn", "--decision", "Giữ nguyên", "--kind", "interim")  # fmt: skip

    assert answer.outcome == 0
    assert f"{one}  đã rà soát, hạn lần sau: 31/08/2021" in answer.out
    for code in (one, two):
        found = shown(run, file, code)
        assert (found["last_review"], found["grade"], found["effective"]) == ("2021-02-28", "Tốt", "yes")
        assert found["reviews"] == [
            {
                "on": "2021-02-28",
                "kind": "interim",
                "grade": "Tốt",
                "effective": "yes",
                "findings": "Ổn",
                "decision": "Giữ nguyên",
                "corrects": None,
                "corrected": False,
            }
        ]
    assert len(run("history", file, "--format", "json").json) == 4


def test_dates_may_be_iso(run: Run, file: Path, add: Add) -> None:
    code = add()

    run("review", file, code, "--date", "2021-02-28")

    assert shown(run, file, code)["last_review"] == "2021-02-28"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--date", "31/02/2021"),
        ("--date", "03/2021"),
        ("--date", ""),
        ("--date", "01/01/2099"),
        ("--date", "01/01/2019"),
        ("--date", "01/01/2021", "--grade", "Xuất chúng"),
        ("--date", "01/01/2021", "--effective", "có lẽ"),
        ("--date", "01/01/2021", "--kind", "nhanh"),
    ],
)
def test_a_review_that_cannot_be_is_told_and_not_saved(run: Run, file: Path, add: Add, wrong: tuple[str, ...]) -> None:
    code = add(founded_on="05/03/2020")

    answer = run("review", file, code, *wrong)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert shown(run, file, code)["reviews"] == []


def test_an_unknown_grade_is_refused_with_the_three_nearest(run: Run, file: Path, add: Add) -> None:
    answer = run("review", file, add(), "--date", "1/1/2021", "--grade", "Trung")

    assert answer.err.startswith("Xếp loại: “Trung” không có trong danh mục. Gần nhất: “Trung bình”,")
    assert answer.err.count("“") == 4


def test_a_status_keeps_its_reason_and_paper(run: Run, file: Path, add: Add) -> None:
    code = add()

    answer = run("status", file, code, "--to", "thanh loai", "--date", "01/02/2021", "--reason", "Hết tác dụng",
                 "--paper", "12/QĐ-UBND")  # fmt: skip

    found = shown(run, file, code)
    assert answer.outcome == 0
    assert found["statuses"][0]["reason"] == "Hết tác dụng"
    assert found["statuses"][0]["paper_number"] == "12/QĐ-UBND"


def test_the_status_from_today_shows_in_the_list(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="01/01/2020")

    run("status", file, code, "--to", "Tạm dừng", "--date", "01/02/2021", "--reason", "Sửa chữa")

    (row,) = run("list", file, "--view", "paused", "--format", "json").json
    assert (row["status"], row["status_kind"], row["status_on"]) == ("Tạm dừng", "paused", "2021-02-01")


def test_a_status_dated_before_a_later_one_is_kept_and_noted(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="01/01/2020")
    run("status", file, code, "--to", "Tạm dừng", "--date", "01/02/2021", "--reason", "x")

    answer = run("status", file, code, "--to", "Ghép", "--date", "01/01/2021", "--reason", "x")

    assert answer.problems == [f"Lưu ý: {code} có lần đổi trạng thái muộn hơn; lần đó mới có hiệu lực."]
    assert shown(run, file, code)["status"] == "Tạm dừng"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--to", "Nghỉ chơi", "--date", "01/02/2021", "--reason", "x"),
        ("--to", "Tạm dừng", "--date", "01/02/2021"),
        ("--to", "Tạm dừng", "--date", "32/02/2021", "--reason", "x"),
    ],
)
def test_a_status_that_cannot_be_is_told_and_not_saved(run: Run, file: Path, add: Add, wrong: tuple[str, ...]) -> None:
    code = add()

    answer = run("status", file, code, *wrong)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert len(shown(run, file, code)["statuses"]) == 1


def test_a_change_of_status_ahead_says_that_it_waits(run: Run, file: Path, add: Add) -> None:
    code = add("Camera an ninh")

    answer = run("status", file, code, "--to", "Tạm dừng", "--date", "05/03/2099", "--reason", "sửa đường")

    assert answer.outcome == 0
    assert answer.problems == [f"Lưu ý: trạng thái mới của {code} chờ đến ngày 05/03/2099 mới có hiệu lực."]
