"""A calendar file is read by any program: lines folded between letters, values escaped, one event a day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.exchange.calendar import Event, calendar, folded

STAMP = datetime(2026, 11, 22, 19, 5, 6, tzinfo=timezone(timedelta(hours=7)))
LONG = "Rà soát mô hình “Khu dân cư sáng, xanh; sạch – đẹp” của Tổ dân phố số 5, phường An Bình Đông (TQ-2022-001)"


def lines(content: bytes) -> list[str]:
    """The lines as a reader has them: unfolded."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def made(**facts: object) -> bytes:
    event = Event(**{"uid": "a@b", "day": date(2026, 12, 5), "summary": "Tổ 5", **facts})  # type: ignore[arg-type]
    return calendar("Sổ", [event], product="-//registry_app//VI", stamp=STAMP)


def test_an_event_takes_the_whole_day_and_its_stamp_is_of_greenwich() -> None:
    found = lines(made(day=date(2026, 12, 31)))

    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-2:] == ["END:VCALENDAR", ""]
    assert "VERSION:2.0" in found
    assert "PRODID:-//registry_app//VI" in found
    start = found.index("BEGIN:VEVENT")
    assert found[start : found.index("END:VEVENT")] == [
        "BEGIN:VEVENT",
        "UID:a@b",
        "DTSTAMP:20261122T120506Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Tổ 5",
        "TRANSP:TRANSPARENT",
    ]


def test_long_vietnamese_lines_are_folded_at_75_octets_and_read_back_whole() -> None:
    content = made(summary=LONG, description="Hạn: 05/12/2026\n" + LONG)

    parts = content.split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert b"\n" not in b"".join(parts)
    escaped = LONG.replace(",", "\\,").replace(";", "\\;")
    assert f"SUMMARY:{escaped}" in lines(content)
    assert f"DESCRIPTION:Hạn: 05/12/2026\\n{escaped}" in lines(content)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a;b,c\\d\ne", "a\\;b\\,c\\\\d\\ne"),
        ("a\r\nb", "a\\nb"),
        ("a\x00\x07b", "ab"),
        ("BEGIN:VEVENT", "BEGIN:VEVENT"),
    ],
)
def test_what_means_something_in_the_file_is_escaped(text: str, escaped: str) -> None:
    assert f"SUMMARY:{escaped}" in lines(made(summary=text))


def test_several_categories_stay_apart() -> None:
    assert "CATEGORIES:Tổ liên gia\\, PCCC,Camera" in lines(made(categories=("Tổ liên gia, PCCC", "Camera")))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_folding_loses_nothing_and_breaks_no_letter(line: str) -> None:
    parts = list(folded(line))

    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


def test_no_events_are_a_calendar_too() -> None:
    content = calendar("Sổ", [], product="p", stamp=STAMP.astimezone(UTC))

    assert lines(content)[-2] == "END:VCALENDAR"
