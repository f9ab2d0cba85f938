"""Opening: what is not ours, newer, empty, cut short or locked is told in one sentence and left as it was."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from registry_app.domain.errors import CannotOpen, ReadOnly
from registry_app.store import engine, migrations
from registry_app.store.registry import Registry

from ..making import add


def changed_header(source: Path, path: Path, place: int, value: int) -> Path:
    """A copy of ``source`` whose four bytes at ``place`` say ``value``."""
    content = bytearray(source.read_bytes())
    content[place : place + 4] = value.to_bytes(4)
    path.write_bytes(content)
    return path


def bad_files(source: Path, folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that must not open, and a word of the sentence that says why."""
    whole = source.read_bytes()
    plain = {
        "empty": (b"", "rỗng"),
        "text": ("Sổ mô hình\n".encode(), "không phải tệp sổ"),
        "zip": (b"PK\x03\x04" + b"\0" * 200, "không phải tệp sổ"),
        "header only": (whole[:50], "bị hỏng"),
        "cut by 100 bytes": (whole[:-100], "bị hỏng"),
        "cut in half": (whole[: len(whole) // 2], "bị hỏng"),
    }
    found = {}
    for name, (content, word) in plain.items():
        path = folder / f"{name}.registry"
        path.write_bytes(content)
        found[name] = (path, word)
    found["another program"] = (changed_header(source, folder / "other.registry", 68, 7), "chương trình khác")
    found["newer"] = (changed_header(source, folder / "newer.registry", 60, 999), "phiên bản mới hơn")
    found["folder"] = (folder, "là thư mục")
    found["missing"] = (folder / "không có.registry", "Không có tệp")
    return found


NAMES = [
    "empty",
    "text",
    "zip",
    "header only",
    "cut by 100 bytes",
    "cut in half",
    "another program",
    "newer",
    "folder",
    "missing",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_register_of_ours_is_told_and_left_untouched(
    new_register: Path, tmp_path: Path, name: str, read_only: bool
) -> None:
    path, word = bad_files(new_register, tmp_path)[name]
    before = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
    beside = sorted(tmp_path.iterdir())

    with pytest.raises(CannotOpen, match=word) as told:
        Registry.open(path, read_only=read_only)

    assert str(told.value).count(".") <= 3
    assert (hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"") == before
    assert sorted(tmp_path.iterdir()) == beside


def test_a_page_of_garbage_is_told_as_damage_when_it_is_read(new_register: Path, tmp_path: Path) -> None:
    content = bytearray(new_register.read_bytes())
    page = int.from_bytes(content[16:18])
    path = tmp_path / "a.registry"
    path.write_bytes(content[:page] + b"\xa5" * (len(content) - page))

    with pytest.raises(CannotOpen, match="bị hỏng"):
        Registry.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER hidden AFTER INSERT ON model BEGIN UPDATE model SET name = 'x'; END",
        "CREATE TABLE extra (id INTEGER)",
        "DROP INDEX site_by_area",
        "CREATE VIEW v AS SELECT 1",
    ],
)
def test_a_schema_that_is_not_exactly_ours_is_refused(new_register: Path, tmp_path: Path, statement: str) -> None:
    path = tmp_path / "received.registry"
    shutil.copyfile(new_register, path)
    with sqlite3.connect(path) as other:
        other.execute(statement)
    other.close()

    with pytest.raises(CannotOpen, match="không phải của chương trình này"):
        Registry.open(path)


def test_the_schema_of_the_last_step_is_the_one_that_is_checked(new_register: Path) -> None:
    connection = engine.connect(new_register, "ro")
    try:
        assert engine.schema(connection) == migrations.SCHEMA
    finally:
        connection.close()


def test_a_register_leaves_one_file_behind(registry: Registry, tmp_path: Path) -> None:
    add(registry, "Một")
    registry.close()

    assert [path.name for path in tmp_path.iterdir()] == ["a.registry"]


def test_a_new_register_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.registry"
    path.write_text("thư của tôi", "utf-8")

    with pytest.raises(CannotOpen, match="đã có"):
        Registry.create(path)

    assert path.read_text("utf-8") == "thư của tôi"


def test_a_new_register_in_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="Không có thư mục"):
        Registry.create(tmp_path / "không có" / "a.registry")


@pytest.mark.parametrize("name", ["sổ phường.registry", "a ?#%'b.registry", "😀.registry", "to\u0302\u0309.registry"])
def test_any_name_that_the_system_takes_opens(new_register: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copyfile(new_register, path)

    with Registry.open(path) as opened:
        assert opened.lists.types


def test_the_second_program_reads_and_is_told_who_writes(registry: Registry) -> None:
    with Registry.open(registry.path, who="Hoa") as second:
        assert second.read_only
        assert second.lists.types
        with pytest.raises(ReadOnly, match="Lan"):
            add(second, "Một")


def test_the_lock_goes_with_the_process_that_held_it(new_register: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.registry"
    shutil.copyfile(new_register, path)
    holder = "import os,sys; from pathlib import Path; from registry_app.store.registry import Registry\n"
    holder += "Registry.open(Path(sys.argv[1]), who='Hoa'); os._exit(9)"
    subprocess.run([sys.executable, "-c", holder, str(path)], check=False)

    with Registry.open(path) as opened:
        assert not opened.read_only


def test_a_file_that_may_only_be_read_opens_and_refuses_writes(new_register: Path) -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "a.registry"
    shutil.copyfile(new_register, path)
    path.chmod(0o444)
    folder.chmod(0o555)

    def look() -> str:
        with Registry.open(path) as opened:
            if not opened.lists.types:
                return "nothing read"
            try:
                add(opened, "Một")
            except ReadOnly as told:
                return str(told)
        return "written"

    said = as_nobody(look)

    folder.chmod(0o755)
    shutil.rmtree(folder)
    assert "chỉ đọc được" in said


def as_nobody(work: Callable[[], str]) -> str:
    """What ``work`` answers in a child that is not root: root may write anything."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            answer = work()
        except BaseException as problem:  # noqa: BLE001 - the parent asserts on it
            answer = repr(problem)
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as stream:
        return stream.read()
