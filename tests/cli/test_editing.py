"""Commands that write models: add, edit, trash, untrash."""

import json
from pathlib import Path
from typing import Any

import pytest

from registry_app.operations.from_json import SETTABLE

from .conftest import Add, Run


def codes(run: Run, file: Path, view: str = "all") -> list[str]:
    """The codes of the models that a view shows."""
    return [one["code"] for one in run("list", file, "--view", view, "--format", "json").json]


def test_add_says_the_codes_given_one_a_line(run: Run, file: Path) -> None:
    two = [{"name": "Một", "type": "Camera an ninh", "founded_on": "2020"}, {"name": "Hai", "type": "cam"}]

    answer = run("add", file, "--json", "-", typed=json.dumps(two).encode())

    assert answer.outcome == 0
    assert answer.out.splitlines()[0] == "CAM-2020-001"
    assert len(answer.out.splitlines()) == 2


def test_add_reads_a_file_in_utf_8_or_utf_16(run: Run, file: Path, tmp_path: Path) -> None:
    source = tmp_path / "vào.json"
    for number, encoding in enumerate(("utf-8", "utf-8-sig", "utf-16")):
        source.write_text(json.dumps({"name": f"Tổ {number}", "type": "CAM"}, ensure_ascii=False), encoding)

        assert run("add", file, "--json", source).outcome == 0

    assert len(codes(run, file)) == 3


def settable(run: Run, file: Path, code: str) -> dict[str, Any]:
    """What ``show`` says of a model, without what the register reckons and without the ward's own area."""
    shown = run("show", file, code, "--format", "json").json
    areas = [area for area in shown["areas"] if "dữ liệu mẫu" not in area]
    return {**{key: value for key, value in shown.items() if key in SETTABLE}, "areas": areas}


def test_what_is_shown_of_models_can_be_given_to_another_register(run: Run, file: Path, ward: Path) -> None:
    given = [settable(run, ward, code) for code in codes(run, ward)]

    answer = run("add", file, "--json", "-", "--create", typed=json.dumps(given).encode())

    assert answer.outcome == 0, answer.err
    assert [settable(run, file, one["code"]) for one in given] == given


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"[]", "tr\u1ed1ng"),
        (b"3", "JSON"),
        (b'["x"]', "JSON"),
        (b'{"name": "x"}', "Lo\u1ea1i m\xf4 h\xecnh"),
        (b'{"name": " ", "type": "CAM"}', "T\xean m\xf4 h\xecnh"),
        (b'{"name": "x", "type": "CAM", "founded_on": "31/02/2026"}', "31/02/2026"),
        (b'{"name": "x", "type": "CAM", "due": "soon"}', "due"),
        (b'{"name": "x", "type": "CAM", "zork": "1"}', "zork"),
        (b'{"name": "x", "type": "CAM", "extra": {"zork": 1}}', "zork"),
        (b'{"name": "x", "type": "CAM", "extra": 5}', "extra"),
        (b'{"name": ["x"], "type": "CAM"}', "T\xean m\xf4 h\xecnh"),
        (b'{"name": "x", "name": "y", "type": "CAM"}', "hai l\u1ea7n"),
        (b'{"name": "x", "type": "CAM", "status": "x"}', "Tr\u1ea1ng th\xe1i"),
        (b'{"name": "x", "type": "CAM", "level": "x"}', "C\u1ea5p"),
        (b'{"name": NaN, "type": "CAM"}', "JSON"),
        (b'{"name": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_add_tells_what_is_wrong_in_one_sentence_and_saves_nothing(
    run: Run, file: Path, typed: bytes, told: str
) -> None:
    answer = run("add", file, "--json", "-", typed=typed)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert told in answer.err
    assert codes(run, file) == []


def test_one_bad_model_of_two_keeps_both_out_and_its_number_is_told(run: Run, file: Path) -> None:
    two = [{"name": "Một", "type": "CAM"}, {"name": "", "type": "CAM"}]

    answer = run("add", file, "--json", "-", typed=json.dumps(two).encode())

    assert answer.outcome == 1
    assert answer.problems == ["dòng 2 trong danh sách, Tên mô hình: Hãy ghi tên mô hình."]
    assert codes(run, file) == []


@pytest.mark.parametrize(("key", "name"), [("type", "Camara"), ("status", "Hoạt động")])
def test_an_unknown_type_or_status_is_refused_with_the_three_nearest(run: Run, file: Path, key: str, name: str) -> None:
    value = {"name": "x", "type": "CAM", key: name}

    answer = run("add", file, "--json", "-", typed=json.dumps(value).encode())

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert answer.err.count("“") == 4


def test_an_unknown_area_is_refused_until_create_is_given(run: Run, file: Path) -> None:
    value = json.dumps({"name": "x", "type": "CAM", "areas": ["Tổ 5"], "tags": ["mẫu"], "lead": "Hội A"}).encode()

    refused = run("add", file, "--json", "-", typed=value)
    taken = run("add", file, "--json", "-", "--create", typed=value)

    assert refused.outcome == 1
    assert [line.partition(":")[0] for line in refused.problems[:3]] == ["Địa bàn", "Thẻ", "Đơn vị chủ trì"]
    assert "--create" in refused.problems[-1]
    assert taken.outcome == 0
    assert run("show", file, taken.out.strip(), "--format", "json").json["areas"] == ["Tổ 5"]


def test_a_used_code_is_refused_also_from_the_trash(run: Run, file: Path, add: Add) -> None:
    code = add()
    run("trash", file, code)

    answer = run("add", file, "--json", "-", typed=json.dumps({"name": "x", "type": "CAM", "code": code}).encode())

    assert answer.outcome == 1
    assert code in answer.err


def test_json_numbers_and_booleans_are_the_extra_fields_values(run: Run, file: Path, add: Add) -> None:
    code = add(extra={"eyes": 1234.5, "recorders": 1234, "sign_posted": True, "days_kept": "1.234"})

    extra = run("show", file, code, "--format", "json").json["extra"]

    assert extra == {"eyes": 1234.5, "recorders": 1234, "sign_posted": "yes", "days_kept": 1234}


def test_a_json_file_that_is_not_there_is_a_known_problem(run: Run, file: Path) -> None:
    answer = run("add", file, "--json", "/nowhere.json")

    assert answer.outcome == 1
    assert len(answer.problems) == 1


def test_a_twin_is_noted_and_saved(run: Run, file: Path, add: Add) -> None:
    first = add("Tổ tự quản")

    answer = run("add", file, "--json", "-", typed=json.dumps({"name": "TỔ TỰ QUẢN", "type": "CAM"}).encode())

    assert answer.outcome == 0
    assert answer.problems == [f"Lưu ý: Đã có mô hình cùng tên, cùng loại: {first}."]


def test_hostile_names_are_kept_cleaned_and_whole(run: Run, file: Path, add: Add) -> None:
    code = add('<b>&\t"q" <img src=x>\x07 👮 ' + "x" * 200)

    assert run("show", file, code, "--format", "json").json["name"] == '<b>& "q" <img src=x> 👮 ' + "x" * 200


def test_edit_changes_what_is_named_and_nothing_else(run: Run, file: Path, add: Add) -> None:
    code = add(areas=["Tổ 1"], notes="giữ")

    answer = run("edit", file, code.lower(), "--set", "name=Tên = mới", "extra.eyes=12", "level=ward")

    shown = run("show", file, code, "--format", "json").json
    assert answer.out == f"{code}\n"
    assert (shown["name"], shown["extra"]["eyes"], shown["level"]) == ("Tên = mới", 12, "ward")
    assert (shown["areas"], shown["notes"]) == (["Tổ 1"], "giữ")


def test_edit_replaces_and_empties_areas(run: Run, file: Path, add: Add) -> None:
    code = add(areas=["Tổ 1", "Tổ 2"])

    run("edit", file, code, "--set", "areas=Tổ 2; Tổ 3", "--create")
    replaced = run("show", file, code, "--format", "json").json["areas"]
    run("edit", file, code, "--set", "areas=")

    assert replaced == ["Tổ 2", "Tổ 3"]
    assert run("show", file, code, "--format", "json").json["areas"] == []


@pytest.mark.parametrize(
    "setting",
    ["code=X-1", "status=Tạm dừng", "grade=Tốt", "due=soon", "zork=1", "name=", "name", "founded_on=31/2/2020",
     "extra.zork=1", "areas=Không có"],
)  # fmt: skip
def test_edit_refuses_what_cannot_be_set_and_changes_nothing(run: Run, file: Path, add: Add, setting: str) -> None:
    code = add()
    before = run("show", file, code, "--format", "json").out

    answer = run("edit", file, code, "--set", setting, "aim=khác")

    assert answer.outcome == 1
    assert answer.err
    assert run("show", file, code, "--format", "json").out == before


def test_a_field_set_twice_is_refused(run: Run, file: Path, add: Add) -> None:
    assert run("edit", file, add(), "--set", "name=a", "--set", "name=b").outcome == 1


def test_trash_takes_models_out_of_the_list_and_untrash_puts_them_back(run: Run, file: Path, add: Add) -> None:
    one, two = add("Một"), add("Hai")

    assert run("trash", file, one, two, one).outcome == 0
    assert (codes(run, file), sorted(codes(run, file, "trash"))) == ([], [one, two])
    assert run("untrash", file, two).outcome == 0
    assert (codes(run, file), codes(run, file, "trash")) == ([two], [one])


@pytest.mark.parametrize("command", ["trash", "untrash", "edit", "show", "review", "status"])
def test_an_unknown_code_is_a_known_problem(run: Run, file: Path, add: Add, command: str) -> None:
    more = {
        "edit": ["--set", "name=x"],
        "review": ["--date", "1/1/2020"],
        "status": ["--to", "Ghép", "--date", "1/1/2020", "--reason", "x"],
    }
    add()

    answer = run(command, file, "CAM-1999-001", *more.get(command, []))

    assert answer.outcome == 1
    assert answer.problems == ["Không có mô hình nào mang mã “CAM-1999-001”."]


def test_a_code_that_was_given_is_not_used_again_after_undo(run: Run, file: Path, add: Add) -> None:
    code = add("Zalo an ninh")
    assert run("undo", file).outcome == 0

    refused, later, far = (
        run("add", file, "--json", "-", typed=json.dumps({"name": "Khác", "type": "CAM", "code": one}).encode())
        for one in (code, f"{code}9", f"{code}{'9' * 30}")
    )

    assert (refused.outcome, later.outcome, far.outcome) == (1, 0, 0)
    assert code in refused.problems[0]


def test_a_model_is_not_founded_after_its_first_review(run: Run, file: Path, add: Add) -> None:
    code = add("Camera an ninh", founded_on="31/01/2026")
    assert run("review", file, code, "--date", "28/02/2026").outcome == 0

    refused = run("edit", file, code, "--set", "founded_on=01/03/2026")
    allowed = run("edit", file, code, "--set", "founded_on=28/02/2026")

    assert (refused.outcome, allowed.outcome) == (1, 0)
    assert "28/02/2026" in refused.problems[0]
