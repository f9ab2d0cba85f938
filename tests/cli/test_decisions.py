"""The commands about what was decided of models."""

from pathlib import Path

from .conftest import Add, Run


def test_a_decision_is_taken_and_listed(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="2020")

    answer = run("decide", file, code, "--kind", "củng cố", "--on", "1/11/2026", "--reason", "kiện toàn tổ trưởng")

    assert answer.outcome == 0
    (found,) = run("decisions", file, "--format", "json").json
    assert found == {
        "on": "2026-11-01",
        "code": code,
        "name": "Camera an ninh",
        "kind": "strengthen",
        "paper_number": "",
        "reason": "kiện toàn tổ trưởng",
        "into": None,
        "sites": [],
        "moved": {},
    }
    assert run("decisions", file, "--kind", "keep", "--format", "json").json == []


def test_a_merge_is_shown_beforehand_and_only_then_done(run: Run, file: Path, add: Add) -> None:
    one, other = add("Một", founded_on="2020", areas=["Tổ 1"]), add("Hai", founded_on="2020", areas=["Tổ 1"])
    wanted = (file, one, "--kind", "merge", "--on", "1/11/2026", "--paper", "9/QĐ", "--into", other)

    seen = run("--lang", "en", "decide", *wanted, "--preview")

    assert seen.outcome == 0
    assert f"{one}  Tổ 1 goes into Tổ 1" in seen.out
    assert run("decisions", file, "--format", "json").json == []
    assert run("--lang", "en", "decide", *wanted).out == f"{one}  Merged into {other} Hai\n"
    (found,) = run("decisions", file, "--of", other, "--format", "json").json
    assert (found["code"], found["into"], found["moved"]) == (one, other, {})
    assert "Ghép" in run("show", file, one).out
    run("undo", file)
    assert run("decisions", file, "--format", "json").json == []


def test_a_replication_names_areas_and_places(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="2020", areas=["Tổ 1"])
    run("area", file, "add", "Tổ 2")
    wanted = ("--on", "1/11/2026", "--paper", "9/QĐ", "--areas", "Tổ 2", "--places", "Trường A; Chợ B")

    answer = run("--lang", "en", "decide", file, code, "--kind", "replicate", *wanted)

    assert answer.out == f"{code}  Replicate: Tổ 2, Trường A, Chợ B\n"


def test_what_is_refused_says_all_that_is_wrong(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="2020")

    answer = run("--lang", "en", "decide", file, code, "--kind", "end", "--on", "1/11/2026")

    assert answer.outcome == 1
    assert any("number of the paper" in line for line in answer.problems)
    assert run("decide", file, code, "--kind", "quên", "--on", "1/11/2026").outcome == 1
    assert run("decide", file, "KHONG-CO", "--kind", "keep", "--on", "1/11/2026").outcome == 1


def test_the_listing_is_narrowed_by_days(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="2020")
    for day in ("1/3/2026", "1/11/2026"):
        run("decide", file, code, "--kind", "keep", "--on", day)

    found = run("decisions", file, "--from", "1/6/2026", "--to", "31/12/2026", "--format", "json").json

    assert [one["on"] for one in found] == ["2026-11-01"]
    assert "1 quyết định" in run("decisions", file, "--to", "1/6/2026").out
    assert "01/03/2026" in run("decisions", file, "--format", "csv").out
