"""Fields, counts and searches as people read them."""

from datetime import date

from registry_app.domain import words
from registry_app.domain.counting import tally
from registry_app.domain.describing import described
from registry_app.domain.entries import Lists, ModelType
from registry_app.domain.fields import BY_NAME, EDITABLE, FIELDS, shown
from registry_app.domain.ids import TypeId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.search import Filter, Moment, Search

from .test_rules import row


def test_every_declared_field_is_an_attribute_of_the_row() -> None:
    assert {field.name for field in FIELDS} <= set(ModelRow.__struct_fields__)


def test_every_column_of_a_model_is_declared_as_an_editable_field_once() -> None:
    stored = {name.removesuffix("_ids").removesuffix("_id") for name in LocalModel.__struct_fields__}
    stored = {{"partner": "partners", "area": "areas", "tag": "tags"}.get(name, name) for name in stored}

    assert {field.name for field in EDITABLE} == stored - {"id", "", "code", "extra"}


def test_cells_are_written_for_people() -> None:
    one = row(areas=("Tổ 2", "Tổ 10"), founded_on="2020-03", level="ward", interval_months=12, due="overdue")

    cells = [shown(one, BY_NAME[name]) for name in ("areas", "founded_on", "level", "interval_months", "due", "lead")]

    assert cells == ["Tổ 2; Tổ 10", "03/2020", "Cấp xã", "12", "Quá hạn", ""]


def test_models_themes_and_statutory_bodies_are_never_added_together() -> None:
    rows = [row(kind="model")] * 3 + [row(kind="theme")] + [row(kind="model", statutory=True)] * 2

    counted = tally(rows)

    assert (counted.rows, counted.models, counted.themes, counted.statutory) == (6, 3, 1, 2)
    assert str(counted) == "3 mô hình, 1 chuyên đề, 2 tổ chức theo luật định"
    assert str(tally([])) == "0 mô hình"


def test_a_search_says_itself_in_one_line() -> None:
    lists = Lists(types={TypeId(1): ModelType(id=1, code="CAM", name="Camera an ninh")})
    search = Search(view="overdue", words=" to  5 ", filters=(Filter("type", (1, None)), Filter("level", ("ward",))))

    said = described(search, lists, Moment(date(2026, 3, 5)))

    assert said == "Quá hạn; Loại: Camera an ninh, (Trống); Cấp: Cấp xã; từ khóa “to 5”; tính đến ngày 05/03/2026"


def test_the_language_can_be_chosen_and_comes_back() -> None:
    words.use("en")
    try:
        assert (str(tally([])), words.language()) == ("0 models", "en")
    finally:
        words.use("vi")
