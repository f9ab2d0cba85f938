"""The wheel holds all that the program needs: code, fonts, words, lists, sample."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("wheel")
"""What is made once for all of them is made in one process."""

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is in a wheel that is built now."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_resource_is_in_the_wheel(names: set[str]) -> None:
    resources = ROOT / "resources"
    files = [path.relative_to(resources).as_posix() for path in resources.rglob("*") if path.is_file()]
    wanted = {f"registry_app/_resources/{name}" for name in files}

    assert wanted <= names
    assert any(name.endswith("LiberationSerif-Regular.ttf") for name in wanted)


def test_every_module_is_in_the_wheel_and_no_test(names: set[str]) -> None:
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "registry_app").rglob("*.py")}

    assert modules <= names
    assert not any(name.startswith("tests") for name in names)
