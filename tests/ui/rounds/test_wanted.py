"""Which rows of a round are shown, and in which order."""

from registry_app.domain.ids import ModelId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.search import Order
from registry_app.ui.rounds.wanted import NOBODY, Wanted, found

ROWS = [
    RowShown(position=1, model_id=ModelId(11), model="Zalo an ninh", area="Tổ 10", reviewer="Nguyễn Văn An"),
    RowShown(position=2, model_id=ModelId(12), model="Đèn đường", area="Tổ 2", effective="yes"),
    RowShown(position=3, model_id=ModelId(13), model="Camera", area="", left_out="Tạm dừng"),
]


def nothing(_word: str) -> frozenset[int]:
    return frozenset()


def places(wanted: Wanted, holding: object = nothing) -> list[int]:
    return [row.position for row in found(ROWS, wanted, holding)]  # type: ignore[arg-type]


def test_rows_stand_in_the_order_of_the_round() -> None:
    assert places(Wanted()) == [1, 2, 3]


def test_rows_are_narrowed_to_a_state() -> None:
    assert places(Wanted(state="waiting")) == [1]
    assert places(Wanted(state="entered")) == [2]
    assert places(Wanted(state="left_out")) == [3]


def test_rows_without_an_area_or_a_reviewer_can_be_asked_for() -> None:
    assert places(Wanted(area="Tổ 2")) == [2]
    assert places(Wanted(area=NOBODY)) == [3]
    assert places(Wanted(reviewer=NOBODY)) == [2, 3]


def test_a_word_is_looked_for_in_models_areas_and_reviewers() -> None:
    def holding(word: str) -> frozenset[int]:
        return frozenset([12]) if word == "den" else frozenset()

    assert places(Wanted(words="đèn"), holding) == [2]
    assert places(Wanted(words="van an"), holding) == [1]
    assert places(Wanted(words="đèn an"), holding) == []


def test_rows_are_sorted_the_vietnamese_way_with_blanks_last_either_way() -> None:
    assert places(Wanted(order=Order("model"))) == [3, 2, 1]
    assert places(Wanted(order=Order("area"))) == [2, 1, 3]
    assert places(Wanted(order=Order("area", descending=True))) == [1, 2, 3]
    assert places(Wanted(order=Order("position", descending=True))) == [3, 2, 1]
