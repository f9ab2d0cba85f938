"""The days on which reviews are due leave for a calendar, each model under one number for ever."""

import re
from pathlib import Path

import pytest

from registry_app.domain.review import Review
from registry_app.domain.search import Moment, Search
from registry_app.operations import calendar, reviewing
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)


def events(registry: Registry, search: Search = calendar.USUAL) -> list[dict[str, str]]:
    content, count = calendar.content(registry, search, AT)
    text = content.decode().replace("\r\n ", "")
    found = [
        dict(line.split(":", 1) for line in part.split("\r\n") if ":" in line)
        for part in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
    ]
    assert len(found) == count
    return found


def reviews(registry: Registry, search: Search = calendar.USUAL) -> list[dict[str, str]]:
    return [event for event in events(registry, search) if event["SUMMARY"].startswith("Đến hạn rà soát")]


def test_only_models_that_are_due_some_day_stand_in_it(registry: Registry) -> None:
    add(registry, "Một", founded_on="2026-03-05", interval_months="9")
    add(registry, "Hai", founded_on="2026-03-05", interval_months="0")

    (event,) = reviews(registry)

    assert event["DTSTART;VALUE=DATE"] == "20261205"
    assert event["SUMMARY"].startswith("Đến hạn rà soát: Một (CAM-2026-")
    assert "9 tháng sau ngày thành lập 05/03/2026" in event["DESCRIPTION"]


def test_a_due_date_known_by_the_month_stands_on_its_last_day(registry: Registry) -> None:
    add(registry, "Một", review_on="02/2027")

    (event,) = reviews(registry)

    assert event["DTSTART;VALUE=DATE"] == "20270228"


def test_a_model_keeps_its_number_when_its_date_changes(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2026-03-05", interval_months="9")
    (before,) = reviews(registry)

    reviewing.mark_reviewed(registry, [model], Review(model_id=model, kind="review", on="2026-11-20"))

    (after,) = reviews(registry)
    assert before["UID"] == after["UID"]
    assert before["DTSTART;VALUE=DATE"] < after["DTSTART;VALUE=DATE"]


def test_what_is_asked_for_is_what_stands_in_it(registry: Registry) -> None:
    add(registry, "Camera chợ", founded_on="2020-03-05")
    add(registry, "Camera trường", founded_on="2026-10-05")

    assert len(reviews(registry)) == 2
    assert len(reviews(registry, Search(view="overdue"))) == 1
    assert len(reviews(registry, Search(words="truong"))) == 1


def test_a_day_of_summaries_is_one_event_of_all_its_models(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Một", "Hai", "Ba"):
        add(registry, name, founded_on="2025-03-05", interval_months="6")
    add(registry, "Không rà soát", founded_on="2025-03-05", interval_months="0")
    monkeypatch.setattr(calendar, "NAMED", 2)

    found = events(registry)
    final, interim = (event for event in found if event not in reviews(registry))

    assert (final["SUMMARY"], final["DTSTART;VALUE=DATE"]) == ("Tổng kết: 3 mô hình", "20261215")
    assert (interim["SUMMARY"], interim["DTSTART;VALUE=DATE"]) == ("Sơ kết: 3 mô hình", "20270630")
    assert "Hai" in final["DESCRIPTION"]
    assert "và 1 mô hình khác" in final["DESCRIPTION"]
    assert len({event["UID"] for event in found}) == 5
    assert events(registry, Search(view="due")) == reviews(registry, Search(view="due"))


def test_the_file_is_written_whole(registry: Registry, tmp_path: Path) -> None:
    add(registry, "Một", founded_on="2026-03-05")

    count = calendar.save(registry, Search(), AT, tmp_path / "hạn.ics")

    assert count == 3
    assert (tmp_path / "hạn.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
