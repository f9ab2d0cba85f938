"""How a paper's columns stand on its sheets, for forms other than PDF."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from .columns import Fit, fit_report
from .pen import Pen
from .spec import Report


def fitted(report: Report) -> list[Fit]:
    """Sheet, size of letters and widths (points) of each table of ``report``: those of the PDF."""
    return fit_report(report, Pen(Canvas(BytesIO())))
