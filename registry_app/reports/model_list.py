"""The list of models (domain: "Danh sách mô hình phong trào toàn dân BVANTQ"), grouped by type."""

from registry_app.domain.dates import show_date
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.domain.words import N_

from .declared import Declared
from .shown import Shown
from .spec import Align


def founding(row: ModelRow, _at: Moment) -> str:
    """Number and date of the founding paper in one cell, as lists on paper have them."""
    day = show_date(row.founded_on)
    return f"{row.paper_number}, {day}" if row.paper_number and day else row.paper_number or day


MODEL_LIST = Declared(
    name="models",
    label=N_("List of models"),
    title=N_("LIST"),
    abstract=N_("Models of the movement “All the people protect national security” in {ward}"),
    group="type",
    titled=True,
    official=True,
    columns=(
        Shown(name="code", min_mm=22),
        Shown(name="name"),
        Shown(name="lead"),
        Shown(name="areas"),
        Shown(name="founding", heading=N_("Founding paper, date"), cell=founding),
        Shown(name="status", align=Align.CENTER, min_mm=18.5),
        Shown(name="last_review"),
        Shown(name="next_review"),
        Shown(name="grade", align=Align.CENTER),
        Shown(name="notes"),
    ),
)
