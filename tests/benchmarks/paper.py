"""How long the list of models takes to print, against drawing its already wrapped lines on a plain canvas.

Two floors in one run: reportlab's own text objects, and our pen, which is faster than they are.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from registry_app.reports.columns import PADDING, fit
from registry_app.reports.fonts import Style
from registry_app.reports.page import BOTTOM, LEFT, LONG, SHORT, TOP
from registry_app.reports.paper import pdf
from registry_app.reports.pen import Pen
from registry_app.reports.spec import Align, Group, Report
from registry_app.reports.wrap import wrap
from tests.reports.samples import internal, rows

Line = tuple[float, float, str]
Rule = tuple[float, float, float, float]
Page = tuple[list[Line], list[Rule]]

_TRIES = 3


def measure(rows_wanted: int = 10_000) -> dict[str, float]:
    """Seconds (the best of three) of floors and ours, their ratios, and the MiB that ours takes at its highest."""
    report = internal([Group(rows=rows(rows_wanted))])
    pages, size = _wrapped(report)
    ours = _best(lambda: pdf(report))
    floor = _best(lambda: _plainly(pages, size))
    pen_floor = _best(lambda: _with_pen(pages, size))
    tracemalloc.start()
    pdf(report)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return {
        "rows": rows_wanted,
        "pages": len(pages),
        "floor_s": floor,
        "pen_floor_s": pen_floor,
        "ours_s": ours,
        "ratio": ours / floor,
        "pen_ratio": ours / pen_floor,
        "peak_mib": peak,
    }


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _try in range(_TRIES):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def _wrapped(report: Report) -> tuple[list[Page], float]:
    """Every line of the table with its place, page by page, and the size of its letters."""
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
    return pages, fitted.size


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
