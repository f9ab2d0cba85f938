"""The command line as a whole: language, exit codes, broken files, and what it never loads."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from registry_app import __version__
from registry_app.cli.command import Window
from registry_app.cli.every_command import COMMANDS
from registry_app.cli.main import parser

from .conftest import Add, Run

HERE = Path(__file__).parent


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "registry_app", *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        cwd=HERE.parent.parent,
    )


def test_every_command_is_run_by_a_test() -> None:
    tests = "".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))

    assert [name for name in COMMANDS if not re.search(rf'run\(\s*"{name}"', tests)] == []


def test_every_command_has_help_in_vietnamese(run: Run) -> None:
    for name in COMMANDS:
        answer = run(name, "--help")

        assert answer.outcome == 0
        assert answer.out.startswith("cách dùng: registry-app")


def test_help_in_english_is_english(run: Run) -> None:
    assert run("--lang", "en", "--help").out.startswith("usage: registry-app")


def test_the_help_of_the_whole_names_every_command(run: Run) -> None:
    out = run("--help").out

    assert all(f"\n    {name}" in out for name in COMMANDS)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"registry-app {__version__}\n"


@pytest.mark.parametrize("arguments", [("--lang", "en", "list"), ("list", "--lang=en"), ("list", "--lang", "en")])
def test_lang_may_stand_before_or_after_the_command(run: Run, file: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, file).out == "0 models\n"


def test_the_language_comes_from_the_environment_when_not_given(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_APP_LANG", "en")

    assert run("list", file).out == "0 models\n"
    assert run("list", file, "--lang", "vi").out == "0 mô hình\n"


def test_an_unknown_language_is_a_known_problem(run: Run, file: Path) -> None:
    answer = run("list", file, "--lang", "fr")

    assert answer.outcome == 1
    assert answer.problems == ["“fr” không thuộc: vi, en."]


@pytest.mark.parametrize("arguments", [("list",), ("nothing",), ("list", "x", "--nothing"), ("print", "x", "models")])
def test_wrong_usage_ends_with_2_and_vietnamese_usage(run: Run, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)

    assert answer.outcome == 2
    assert answer.problems[0].startswith("cách dùng: ")
    assert ": lỗi: " in answer.problems[-1]
    assert not re.search("error|required|invalid|unrecognized|choose", answer.err)


def test_without_a_command_the_window_is_wanted(run: Run) -> None:
    assert run().outcome == Window()


def broken(kind: str, register: Path, folder: Path) -> Path:
    """A file that is no whole register of this version."""
    path = folder / f"{kind}.registry"
    content = register.read_bytes()
    if kind == "other":
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE t (x)")
        other.close()
        return path
    made = {
        "text": b"xin chao",
        "empty": b"",
        "cut": content[:5000],
        "newer": content[:60] + (99).to_bytes(4, "big") + content[64:],
    }
    path.write_bytes(made[kind])
    return path


@pytest.mark.parametrize("kind", ["text", "empty", "cut", "newer", "other"])
@pytest.mark.parametrize("command", ["list", "undo"])
def test_a_file_that_is_no_register_is_said_in_one_sentence_and_left_alone(
    run: Run, file: Path, tmp_path: Path, kind: str, command: str
) -> None:
    path = broken(kind, file, tmp_path)
    before = path.read_bytes()

    answer = run(command, path)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert path.name in answer.err
    assert answer.out == ""
    assert path.read_bytes() == before
    assert sorted(tmp_path.glob("*-journal")) == []


@pytest.mark.parametrize("name", ["missing.registry", ""])
def test_no_file_and_a_folder_are_said_in_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    answer = run("list", tmp_path / name)

    assert answer.outcome == 1
    assert len(answer.problems) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_file_name_that_is_no_utf_8_opens(file: Path, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff.registry"
    shutil.copyfile(file, odd)

    answer = subprocess.run([sys.executable, "-m", "registry_app", "list", odd], capture_output=True, check=False)

    assert answer.stdout.decode() == f"0 mô hình{os.linesep}"


def test_a_known_problem_is_no_traceback_and_utf_8_in_any_console(file: Path) -> None:
    answer = process("show", file, "KHÔNG-CÓ", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert answer.returncode == 1
    assert answer.stderr.decode("utf-8").strip() == "Không có mô hình nào mang mã “KHÔNG-CÓ”."
    assert answer.stdout == b""


def test_neither_qt_nor_reportlab_is_loaded_to_list(file: Path) -> None:
    code = (
        "import sys; from registry_app.cli.main import main\n"
        f"assert main(['list', {str(file)!r}]) == 0\n"
        "print([one for one in sys.modules if one.split('.')[0] in ('PySide6', 'reportlab', 'sqlite_utils', 'numpy')])"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert answer.stdout.decode().splitlines()[-1] == "[]"


def test_qt_is_not_loaded_to_print(file: Path, tmp_path: Path) -> None:
    arguments = ["print", str(file), "models", "--out", str(tmp_path / "a.pdf")]
    code = f"import sys; from registry_app.cli.main import main; main({arguments!r}); print('PySide6' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert answer.stdout.decode().splitlines()[-1] == "False"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's pipe")
def test_a_reader_that_stops_reading_gets_no_complaint(ward: Path) -> None:
    command = [sys.executable, "-m", "registry_app", "list", str(ward), "--format", "json"]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout
    assert writer.stderr
    writer.stdout.close()

    err = writer.stderr.read()
    writer.stderr.close()

    assert (writer.wait(), err) == (0, b"")


def test_no_option_may_be_shortened() -> None:
    with pytest.raises(SystemExit):
        parser(COMMANDS).parse_args(["list", "x", "--form", "json"])


def test_damage_that_is_met_while_reading_is_told_in_one_sentence(run: Run, file: Path, add: Add) -> None:
    add("Một")
    with sqlite3.connect(file) as other:
        (root,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'model_text'").fetchone()
    other.close()
    content = bytearray(file.read_bytes())
    page = int.from_bytes(content[16:18])
    content[(root - 1) * page : root * page] = b"\xa5" * page
    file.write_bytes(content)

    answer = run("list", file, "--search", "mot")

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert "bị hỏng" in answer.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_an_answer_that_a_full_disk_does_not_take_is_one_sentence(ward: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "registry_app", "list", str(ward), "--format", form]
        answer = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert answer.returncode == 1
    assert answer.stderr.decode("utf-8").splitlines() == ["Không ghi được kết quả ra: ổ đĩa đã đầy."]
