"""How fast the window is: start to rows painted, beside a bare window; a page repainted, beside QSqlTableModel; memory.

Our start goes the way of ``__main__``: the command line first, then the window, nothing of Qt before either. Each
start is a process of its own; all run on the offscreen platform, so that no screen's speed is measured.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

STARTS = 15
REPAINTS = 60
SIZE = (1366, 768)

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
app.setStyle("fusion")
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
print("painted", flush=True)
"""
TABLE = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
app = QApplication([])
app.setStyle("fusion")
window = QMainWindow()
table = QTableWidget(200, 9)
for row in range(200):
    table.setVerticalHeaderItem(row, None)
window.setCentralWidget(table)
window.menuBar().addMenu("Menu")
window.addToolBar("Tools").addAction("Tool")
window.statusBar().showMessage("Status")
window.resize(1366, 768)
window.show()
app.processEvents()
print("painted", flush=True)
"""
OURS = """
import gc
import sys
from pathlib import Path
from registry_app.__main__ import command_line
wanted = command_line.main(["open", sys.argv[1]])
gc.disable()
from registry_app.ui import app as program
from PySide6.QtCore import QEvent, QObject, QTimer


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.models.rows.ids:
            QTimer.singleShot(0, lambda: print("painted", flush=True))
            QTimer.singleShot(1500, app.quit)
            window.models.list.viewport().removeEventFilter(self)
        return False


app = program.application()
window = program.start(app, wanted.register)
watch = Watch()
window.models.list.viewport().installEventFilter(watch)
window.resize(1366, 768)
window.show()
app.exec()
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmRSS: 0 kB"]
print(next(line for line in lines if line.startswith("VmRSS")).split()[1], flush=True)
window.close()
"""


def measure(register: Path) -> dict[str, float]:
    """Milliseconds, MiB, and ratios to the floors measured in the same run."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REGISTRY_APP_CONFIG"] = folder
        starts = _starts(register)
    repaint, floor = _repaints(register)
    return {
        **starts,
        "sql_repaint_ms": floor,
        "repaint_ms": repaint,
        "repaint_ratio": repaint / floor,
    }


def _starts(register: Path) -> dict[str, float]:
    """Medians of starts taken in turn: a bare window, one with an empty table, menu and toolbar (what any window of
    its kind costs in PySide6), ours; and of the ratios within each turn, so that a busy moment counts on both sides."""
    turns = [_turn(str(register)) for _number in range(STARTS + 1)][1:]  # the first warms the system's cache of files
    return {
        "bare_start_ms": statistics.median(turn[0] for turn in turns),
        "table_start_ms": statistics.median(turn[1] for turn in turns),
        "start_ms": statistics.median(turn[2] for turn in turns),
        "start_ratio": statistics.median(turn[2] / turn[0] for turn in turns),
        "start_over_table_ratio": statistics.median(turn[2] / turn[1] for turn in turns),
        "resident_mib": statistics.median(turn[3] for turn in turns),
    }


def _turn(register: str) -> tuple[float, float, float, float]:
    """One start of each, milliseconds; and the memory of ours, MiB."""
    (bare, _none), (table, _nothing), (ours, rest) = (_start(program, register) for program in (BARE, TABLE, OURS))
    return bare, table, ours, int(rest.split()[-1]) / 1024


def _start(program: str, *arguments: str) -> tuple[float, str]:
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        stream = child.stdout
        assert stream is not None
        line = stream.readline()
        took = (time.perf_counter() - begun) * 1000
        rest = stream.read()
    assert line.strip() == "painted", "the window was not painted"
    return took, rest


def _repaints(register: Path) -> tuple[float, float]:
    """A page of our list and of a QTableView on QSqlTableModel: same rows, columns, widths, size; in turn."""
    from PySide6.QtSql import QSqlDatabase, QSqlTableModel
    from PySide6.QtWidgets import QTableView

    from registry_app.domain.search import Search
    from registry_app.operations.files import open_register
    from registry_app.ui.app import application
    from registry_app.ui.models.columns import COLUMNS
    from registry_app.ui.models.list_model import ModelListModel
    from registry_app.ui.models.list_view import ModelListView
    from registry_app.ui.session import Session

    app = application()
    session = Session()
    session.adopt(open_register(register, read_only=True))
    rows = ModelListModel(session)
    ours = ModelListView(rows)
    rows.show(Search())
    with tempfile.TemporaryDirectory() as folder:
        database = QSqlDatabase.addDatabase("QSQLITE", "floor")
        database.setDatabaseName(str(Path(folder) / "floor.db"))
        database.open()
        names = ", ".join(f"{column.field} TEXT" for column in COLUMNS)
        database.exec(f"CREATE TABLE floor ({names})")
        for number in range(min(200, rows.rowCount())):
            row = rows.row(number)
            assert row is not None
            texts = ", ".join("'" + column.text(row).replace("'", "''") + "'" for column in COLUMNS)
            database.exec(f"INSERT INTO floor VALUES ({texts})")
        table = QSqlTableModel(None, database)
        table.setTable("floor")
        table.select()
        floor = QTableView()
        floor.setModel(table)
        floor.verticalHeader().hide()
        floor.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
        for view in (ours, floor):
            view.resize(*SIZE)
            for number, column in enumerate(COLUMNS):
                view.setColumnWidth(number, column.width)
            view.show()
        app.processEvents()
        times = _in_turn(*(_page_turner(view) for view in (ours, floor)))
        for view in (ours, floor):
            view.close()
        floor.setModel(None)
        table.deleteLater()
        app.processEvents()
        database.close()
    session.close()
    return times


def _page_turner(view: "object") -> Callable[[int], None]:
    from PySide6.QtWidgets import QTableView

    assert isinstance(view, QTableView)

    def turn(number: int) -> None:
        view.verticalScrollBar().setValue((number * 28) % 160)
        view.viewport().repaint()

    return turn


def _in_turn(one: Callable[[int], None], other: Callable[[int], None]) -> tuple[float, float]:
    """Medians, milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(REPAINTS):
        for turn, spent in zip((one, other), times, strict=True):
            begun = time.perf_counter()
            turn(number)
            spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])
