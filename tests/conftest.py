"""What every test may ask for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry_app.domain.ward import Ward
from registry_app.operations import files, sample
from registry_app.store.registry import Registry


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite-golden``: store what is made now instead of comparing with what was reviewed. ``--full``: repeat as
    often as a release asks for."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite the reviewed pages and screens")
    parser.addoption("--full", action="store_true", help="as many repetitions as the figures of trust ask for")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Golden files are to be written anew."""
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="session")
def new_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the seeded lists and no model, to be copied."""
    path = tmp_path_factory.mktemp("new") / "new.registry"
    files.create(path, Ward(name="Phường Thử"), who="Lan").close()
    return path


@pytest.fixture(scope="session")
def sample_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample ward, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "sample.registry"
    sample.make(path, who="Lan").close()
    return path


@pytest.fixture
def registry(new_register: Path, tmp_path: Path) -> Iterator[Registry]:
    """A new register with the seeded lists, open for writing."""
    yield from _opened(new_register, tmp_path / "a.registry")


@pytest.fixture
def sample_ward(sample_register: Path, tmp_path: Path) -> Iterator[Registry]:
    """The sample ward, open for writing."""
    yield from _opened(sample_register, tmp_path / "sample.registry")


def _opened(source: Path, path: Path) -> Iterator[Registry]:
    shutil.copyfile(source, path)
    with Registry.open(path, who="Lan") as opened:
        yield opened


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program has no network code at all: whatever opens a socket fails."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket", refuse)
