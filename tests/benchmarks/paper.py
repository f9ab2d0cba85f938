"""How long a list of models and a roster of people take to print, against drawing their already wrapped lines on a
plain canvas.

Two floors in one run: reportlab's own text objects, and our pen, which is faster than they are.
"""

import gc
import shutil
import subprocess
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace
from reportlab.pdfgen.canvas import Canvas

from registry_app.domain.wish import THROUGH, Wish
from registry_app.operations import paper_forms
from registry_app.reports.columns import PADDING, Fit, fit
from registry_app.reports.fonts import Style
from registry_app.reports.page import BOTTOM, LEFT, LONG, SHORT, TOP
from registry_app.reports.paper import pdf
from registry_app.reports.pen import Pen
from registry_app.reports.rosters import MEMBERS
from registry_app.reports.spec import Align, Group, Report
from registry_app.reports.wrap import wrap
from tests.reports import roster_papers, roster_rows
from tests.reports.samples import internal, rows

Line = tuple[float, float, str]
Rule = tuple[float, float, float, float]
Page = tuple[list[Line], list[Rule]]

EIGHT_COLUMNS = Wish(
    columns=("name", "born", "address", "role", "phone", "id_number", "team"), group="", numbering=THROUGH
)
"""And the number."""
_TRIES = 3


def measure(rows_wanted: int = 10_000) -> dict[str, float]:
    """Seconds (the best of three) of floors and ours, their ratios, and the MiB that ours takes at its highest; for a
    list of models and, as ``roster_…``, for a roster of as many people in eight columns."""
    models = internal([Group(rows=rows(rows_wanted))])
    people = roster_papers.paper(MEMBERS, roster_rows.members(rows_wanted), EIGHT_COLUMNS)
    roster = {f"roster_{name}": value for name, value in _measured(people).items()}
    return _measured(models) | roster | _beside_libreoffice(people, roster["roster_ours_s"])


def _measured(report: Report) -> dict[str, float]:
    pages, fitted = _wrapped(report)
    ours = _best(lambda: pdf(report))
    floor = _best(lambda: _plainly(pages, fitted.size))
    pen_floor = _best(lambda: _with_pen(pages, fitted.size))
    tracemalloc.start()
    pdf(report)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return {
        "rows": report.row_count,
        "columns": len(report.columns),
        "landscape": float(fitted.landscape),
        "pages": len(pages),
        "floor_s": floor,
        "pen_floor_s": pen_floor,
        "ours_s": ours,
        "ratio": ours / floor,
        "pen_ratio": ours / pen_floor,
        "peak_mib": peak,
    }


def _beside_libreoffice(report: Report, ours: float) -> dict[str, float]:
    """Our time as a part of LibreOffice's for a PDF of the same sheet, without its start; nothing where it is not."""
    if shutil.which("soffice") is None:
        return {}
    small = replace(report, groups=[Group(rows=report.groups[0].rows[:1])])
    start, whole = (_converted(paper_forms.content(one, ".xlsx")) for one in (small, report))
    return {"roster_libreoffice_s": whole - start, "roster_libreoffice_part": ours / (whole - start)}


def _converted(sheet: bytes) -> float:
    """How many seconds LibreOffice takes to make a PDF of ``sheet``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.xlsx"
        path.write_bytes(sheet)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)  # the profile is made the first time
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _try in range(_TRIES):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def _wrapped(report: Report) -> tuple[list[Page], Fit]:
    """Every line of the table with its place, page by page, and how its columns stand."""
    pen = Pen(Canvas(BytesIO()))
    fitted = fit(report, pen)
    ink = pen.ink(Style.REGULAR, fitted.size)
    edges = [LEFT + sum(fitted.widths[:at]) for at in range(len(fitted.widths) + 1)]
    limits = [ink.limit(width - 2 * PADDING) for width in fitted.widths]
    top = (SHORT if fitted.landscape else LONG) - TOP
    pages: list[Page] = [([], [])]
    y = top
    for row in report.groups[0].rows:
        cells = [wrap(cell, ink.words, limit) for cell, limit in zip(row, limits, strict=True)]
        height = max(map(len, cells)) * ink.leading + 5
        if y - height < BOTTOM:
            pages[-1][1].extend((edge, top, edge, y) for edge in edges)
            pages.append(([], []))
            y = top
        lines, rules = pages[-1]
        for edge, cell in zip(edges, cells, strict=False):
            lines.extend((edge + PADDING, y - 12.8 - at * ink.leading, line) for at, line in enumerate(cell))
        y -= height
        rules.append((edges[0], y, edges[-1], y))
    return pages, fitted


def _plainly(pages: list[Page], size: float) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(LONG, SHORT), pageCompression=1, invariant=1)
    for lines, rules in pages:
        canvas.setLineWidth(0.5)
        canvas.lines(rules)
        text = canvas.beginText()
        text.setFont(Style.REGULAR.value, size)
        for x, y, line in lines:
            text.setTextOrigin(x, y)
            text.textOut(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _with_pen(pages: list[Page], size: float) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(LONG, SHORT), pageCompression=1, invariant=1)
    pen = Pen(canvas)
    ink = pen.ink(Style.REGULAR, size)
    for lines, rules in pages:
        pen.rules(rules)
        shown = [f"1 0 0 1 {x:.2f} {y:.2f} Tm {ink.flow([line], 0, Align.LEFT)}" for x, y, line in lines]
        pen.operators(ink.block(shown))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
