"""The command line run in this process, as a user would type it, with its answer to look at."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from registry_app.cli.command import Outcome
from registry_app.cli.main import main
from registry_app.domain import words


class Answer(Struct, frozen=True):
    """What a command answered: its exit code (or the window it asks for) and what it said where."""

    outcome: Outcome
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as a JSON value."""
        return json.loads(self.out)

    @property
    def problems(self) -> list[str]:
        """What was said on standard error, line by line."""
        return self.err.splitlines()


Run = Callable[..., Answer]

Add = Callable[..., str]
"""Adds one camera model and answers its code."""


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("REGISTRY_APP_CONFIG", str(tmp_path / "config"))
    monkeypatch.delenv("REGISTRY_APP_LANG", raising=False)
    yield
    words.use(words.DEFAULT)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with its arguments; ``typed`` stands on standard input."""

    def one(*arguments: object, typed: bytes = b"") -> Answer:
        capsys.readouterr()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        outcome = main([str(argument) for argument in arguments])
        return Answer(outcome, *capsys.readouterr())

    return one


@pytest.fixture
def file(new_register: Path, tmp_path: Path) -> Path:
    """A register with the seeded lists and no model."""
    return Path(shutil.copyfile(new_register, tmp_path / "sổ.registry"))


@pytest.fixture
def ward(sample_register: Path, tmp_path: Path) -> Path:
    """The sample ward."""
    return Path(shutil.copyfile(sample_register, tmp_path / "mẫu.registry"))


@pytest.fixture
def add(run: Run, file: Path) -> Add:
    """Add a camera model to ``file`` by the command line; its code."""

    def one(name: str = "Camera an ninh", **keys: object) -> str:
        value = {"name": name, "type": "CAM", **keys}
        answer = run("add", file, "--json", "-", "--create", typed=json.dumps(value).encode())
        assert answer.outcome == 0, answer.err
        return answer.out.strip()

    return one
