"""Visits windows in a process of its own – screen, scale, letters, colours and language are chosen at its start – and
writes down what was found; the pictures too, when they are wanted."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

ROOT = Path(__file__).parent.parent.parent
SCREEN = {"name": "one", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SIZES = {1.0: (1366, 768), 1.5: (2049, 1152)}
"""Of the screen by scale, in its own dots."""


FONTS = """<?xml version="1.0"?>
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""
"""No letters but the bundled ones, and drawn the same way on every machine."""


def visited(place: Path, *arguments: str, scale: float = 1.0, only_our_fonts: bool = False) -> dict[str, Any]:
    """Visit windows in another process, which keeps its files in ``place``; what was found by window."""
    width, height = SIZES[scale]
    config, found = place / "screen.json", place / "found.json"
    config.write_text(json.dumps({"screens": [{**SCREEN, "width": width, "height": height}]}), encoding="utf-8")
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "QT_SCALE_FACTOR": str(scale),
        "REGISTRY_APP_CONFIG": str(place / "config"),
        "LOGNAME": "lan",
        "HOME": str(place),
        "TZ": "Asia/Ho_Chi_Minh",
    }
    if only_our_fonts:
        fonts = place / "fonts.conf"
        fonts.write_text(FONTS.format(fonts=ROOT / "resources" / "fonts", cache=place / "cache"), encoding="utf-8")
        surroundings["FONTCONFIG_FILE"] = str(fonts)
    command = [sys.executable, "-m", "tests.ui.visiting", str(place), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, encoding="utf-8", timeout=180, check=False
    )
    if done.returncode:
        raise AssertionError(f"the visit ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-6000:]}")
    answer: dict[str, Any] = json.loads(found.read_text("utf-8"))
    return answer


def main() -> None:
    """What the other process does."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtGui import QFont

    from registry_app.domain import words
    from registry_app.ui.picture import picture_application

    from .every_window import WINDOWS
    from .findings import found_in
    from .longer import Longer
    from .saying import texts_of
    from .stage import Look, settle, staged

    wanted = _parsed()
    told: list[str] = []
    raised: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            told.append(text)

    def catch(kind: type[BaseException], problem: BaseException, trace: Any) -> None:
        raised.append(f"{kind.__name__}: {problem}")
        sys.__excepthook__(kind, problem, trace)

    qInstallMessageHandler(hear)
    sys.excepthook = catch
    app = picture_application()
    grey = app.font()
    grey.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    app.setFont(grey)
    words.use("en" if wanted.language == "en" else "vi")
    if wanted.language == "longer":
        words._words = Longer(words._words)  # type: ignore[assignment]
    results: dict[str, Any] = {}

    def looking(name: str) -> Look:
        def look(shown: Any) -> None:
            settle(0)
            results[name] = asdict(found_in(shown))
            if wanted.pictures:
                shown.grab().save(str(wanted.pictures / f"{name}.png"))

        return look

    with staged(wanted.place, points=wanted.points, colours=wanted.colours) as stage:
        for name in wanted.only or WINDOWS:
            told.clear()
            raised.clear()
            try:
                WINDOWS[name](stage, looking(name))
            except Exception as problem:  # noqa: BLE001 - one window that cannot be shown is a finding among others
                raised.append("".join(traceback.format_exception(problem)[-3:]))
            results.setdefault(name, {})["told"] = told + raised
        texts = texts_of(stage.session.registry.path)
    results = {"windows": results, "data": texts}
    (wanted.place / "found.json").write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("place", type=Path)
    parser.add_argument("--language", default="vi")
    parser.add_argument("--points", type=int, default=10)
    parser.add_argument("--colours", default="light")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--only", nargs="*")
    return parser.parse_args()


def in_a_folder(*arguments: str, scale: float = 1.0) -> dict[str, Any]:
    """``visited`` with its files in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as place:
        return visited(Path(place), *arguments, scale=scale)


if __name__ == "__main__":
    main()
