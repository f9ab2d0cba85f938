import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from registry_app.domain.attachment import MOST_BYTES, kept_name
from registry_app.domain.errors import Refused
from registry_app.operations import attaching
from registry_app.store.registry import Registry

PDF = b"%PDF-1.7\n% a paper\n"


def picture(path: Path) -> Path:
    Image.new("RGB", (640, 480), "green").save(path)
    return path


def office(path: Path, inside: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(inside, "<a/>")
    return path


def paper(path: Path, content: bytes = PDF) -> Path:
    path.write_bytes(content)
    return path


def test_files_of_every_kind_are_kept_and_come_back_as_they_were(registry: Registry, tmp_path: Path) -> None:
    files = [
        paper(tmp_path / "Quyết định 12.pdf"),
        picture(tmp_path / "ảnh.png"),
        office(tmp_path / "danh sách.docx", "word/document.xml"),
        office(tmp_path / "bảng.xlsx", "xl/workbook.xml"),
    ]

    attaching.attach(registry, "model", 1, files)

    kept = registry.attachments.of("model", 1)
    assert [one.name for one in kept] == [file.name for file in files]
    assert registry.attachments.content(kept[0].digest) == PDF
    assert [bool(registry.attachments.thumbnail(one.digest)) for one in kept] == [False, True, False, False]


def test_the_same_bytes_are_stored_once(registry: Registry, tmp_path: Path) -> None:
    attaching.attach(registry, "model", 1, [paper(tmp_path / "a.pdf")])
    attaching.attach(registry, "site", 7, [paper(tmp_path / "b.pdf")])

    assert registry.attachments.total_bytes() == len(PDF)
    assert registry.attachments.of("site", 7)[0].name == "b.pdf"


def test_a_file_that_was_taken_away_comes_back_by_undo(registry: Registry, tmp_path: Path) -> None:
    attaching.attach(registry, "model", 1, [paper(tmp_path / "a.pdf")])
    (kept,) = registry.attachments.of("model", 1)

    attaching.detach(registry, [kept.id])
    assert registry.attachments.of("model", 1) == []
    registry.undo()

    assert registry.attachments.of("model", 1) == [kept]
    assert registry.attachments.content(kept.digest) == PDF


def test_what_is_not_taken_is_told_by_name_and_nothing_is_kept(registry: Registry, tmp_path: Path) -> None:
    large = tmp_path / "phim.mp4"
    with large.open("wb") as stream:
        stream.truncate(2 * 2**30)
    wrong = [
        large,
        paper(tmp_path / "rỗng.pdf", b""),
        paper(tmp_path / "ảnh.jpg", b"\xff\xd8\xff no picture"),
        paper(tmp_path / "virus.exe", b"MZ\x90"),
        tmp_path / "không có.pdf",
    ]

    with pytest.raises(Refused) as refused:
        attaching.attach(registry, "model", 1, [paper(tmp_path / "tốt.pdf"), *wrong])

    told = [str(problem) for problem in refused.value.problems]
    assert [file.name in text for file, text in zip(wrong, told, strict=True)] == [True] * len(wrong)
    assert registry.attachments.of("model", 1) == []
    assert large.stat().st_size > MOST_BYTES


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/mật khẩu.pdf", "mật khẩu.pdf"),
        ("C:\\Windows\\a.pdf", "a.pdf"),
        ("a\x00b\nc.PDF", "abc.pdf"),
        ("bài.exe", "bài.exe.pdf"),
        ("...", "tep.pdf"),
        ("x" * 400 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_a_name_leads_nowhere_and_ends_as_its_kind_does(name: str, kept: str) -> None:
    assert kept_name(name, "application/pdf") == kept


def test_a_copy_to_read_cannot_be_written(registry: Registry, tmp_path: Path) -> None:
    attaching.attach(registry, "model", 1, [paper(tmp_path / "a.pdf")])
    (kept,) = registry.attachments.of("model", 1)

    copy = attaching.copy_to_read(registry, kept.id, tmp_path)

    assert copy.read_bytes() == PDF
    assert copy.stat().st_mode & 0o222 == 0


def test_a_photo_is_kept_smaller_where_that_was_asked(registry: Registry, tmp_path: Path) -> None:
    large = tmp_path / "lớn.jpg"
    Image.effect_noise((3000, 2000), 60).save(large)

    attaching.attach(registry, "camera_point", 3, [large], shrink=True)

    (kept,) = registry.attachments.of("camera_point", 3)
    assert Image.open(BytesIO(registry.attachments.content(kept.digest))).size == (1600, 1067)
    assert kept.size < large.stat().st_size
