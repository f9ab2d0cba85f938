"""Search and order: words without accents, inside words, in any order; Vietnamese order by stored key."""

from datetime import date

import pytest

from registry_app.domain.errors import NotFound
from registry_app.domain.search import VIEWS, Filter, Moment, Order, Search
from registry_app.domain.vietnamese import fold
from registry_app.store.axes import SORTABLE
from registry_app.store.axes import VIEWS as CONDITIONS
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)


def names(registry: Registry, search: Search, at: Moment = AT) -> list[str]:
    """Names of what is found, in order."""
    return [row.name for row in registry.models.window(registry.models.ids(search, at), at)]


def test_words_are_found_without_accents_inside_words_and_in_any_order(registry: Registry) -> None:
    add(registry, "Camera an ninh", areas="Tổ 5")
    add(registry, "Đường hoa thanh niên", "TP", notes="gần trường học")

    assert names(registry, Search(words="camera to 5")) == ["Camera an ninh"]
    assert names(registry, Search(words="5 CAME")) == ["Camera an ninh"]
    assert names(registry, Search(words="duong")) == ["Đường hoa thanh niên"]
    assert names(registry, Search(words="ruong hoc")) == ["Đường hoa thanh niên"]
    assert names(registry, Search(words="đường camera")) == []


@pytest.mark.parametrize("typed", ["hòa bình", "hoà bình", "hoa binh", "HÒA", "ho\u0300a"])
def test_old_and_new_tone_marks_are_the_same_word(registry: Registry, typed: str) -> None:
    add(registry, "Khu phố Hoà Bình")

    assert names(registry, Search(words=typed)) == ["Khu phố Hoà Bình"]


def test_exact_accents_come_first_then_word_starts_then_inside_words(registry: Registry) -> None:
    add(registry, "Chống mạ giả", "TP")
    add(registry, "Phòng ma túy", "TP")
    add(registry, "Xóm Nhàmai", "TP")

    assert names(registry, Search(words="ma")) == ["Phòng ma túy", "Xóm Nhàmai", "Chống mạ giả"]
    assert names(registry, Search(words="mạ"))[0] == "Chống mạ giả"


def test_an_explicit_order_wins_over_the_rank(registry: Registry) -> None:
    add(registry, "B mạ", "TP")
    add(registry, "A ma", "TP")

    assert names(registry, Search(words="mạ", order=(Order("name"),))) == ["A ma", "B mạ"]
    assert names(registry, Search(words="mạ")) == ["B mạ", "A ma"]


def test_names_stand_in_vietnamese_order_with_numbers_by_value(registry: Registry) -> None:
    wanted = ["An", "Ân", "Ba", "Dân", "Đan", "Tổ 2", "Tổ 10"]
    for name in reversed(wanted):
        add(registry, name)

    assert names(registry, Search()) == wanted
    assert names(registry, Search(order=(Order("name", descending=True),))) == wanted[::-1]


def test_old_names_of_an_area_are_found(sample_ward: Registry) -> None:
    assert names(sample_ward, Search(words="khu tap the det"))


@pytest.mark.parametrize("sign", ["%", "_", "\\", "*", "[", "NEAR", "5%", "T_"])
def test_signs_in_the_search_box_are_only_letters(registry: Registry, sign: str) -> None:
    add(registry, "Tổ 5")

    assert names(registry, Search(words=sign)) == ([] if fold(sign) else ["Tổ 5"])


@pytest.mark.parametrize("nothing", ["'", '"', "(", "\x00", "  ", ""])
def test_what_holds_no_word_keeps_every_row(registry: Registry, nothing: str) -> None:
    add(registry, "Tổ 5")

    assert names(registry, Search(words=nothing)) == ["Tổ 5"]


def test_every_view_counts_what_it_lists(sample_ward: Registry) -> None:
    at = Moment(date(2026, 11, 15))
    counts = sample_ward.models.view_counts(at)

    assert set(CONDITIONS) == {view.key for view in VIEWS}
    assert counts["overdue"] + counts["soon"] == counts["due"] == 49
    for view, count in counts.items():
        assert sample_ward.models.count(Search(view=view), at) == count
        assert len(sample_ward.models.ids(Search(view=view), at)) == count


def test_the_state_in_the_row_is_the_state_of_the_view(sample_ward: Registry) -> None:
    at = Moment(date(2026, 11, 15))

    for view in ("overdue", "soon"):
        rows = sample_ward.models.window(sample_ward.models.ids(Search(view=view), at), at)
        assert {row.due for row in rows} == {view}


@pytest.mark.parametrize("field", sorted(SORTABLE))
@pytest.mark.parametrize("descending", [False, True])
def test_each_sort_keeps_every_row_and_puts_blanks_last(sample_ward: Registry, field: str, descending: bool) -> None:
    at = Moment(date(2026, 11, 15))
    ids = sample_ward.models.ids(Search(order=(Order(field, descending),)), at)
    rows = sample_ward.models.window(ids, at)
    blanks = [getattr(row, field) in (None, "", ()) for row in rows]

    assert sorted(ids) == sorted(sample_ward.models.ids(Search(), at))
    assert blanks == sorted(blanks)


def test_the_first_page_is_the_start_of_the_whole(sample_ward: Registry) -> None:
    search = Search(words="to", order=(Order("type"),))

    assert list(sample_ward.models.ids(search, AT, limit=10)) == list(sample_ward.models.ids(search, AT))[:10]


def test_filters_keep_any_of_their_values_and_blank(registry: Registry) -> None:
    add(registry, "Một", level="ward", areas="Tổ 1", tags="mẫu")
    add(registry, "Hai", level="province")
    add(registry, "Ba")
    area = next(area for area in registry.lists.areas.values() if area.name == "Tổ 1")
    tag = next(iter(registry.lists.tags))

    assert names(registry, Search(filters=(Filter("level", ("ward", None)),))) == ["Ba", "Một"]
    assert names(registry, Search(filters=(Filter("areas", (area.id,)),))) == ["Một"]
    assert names(registry, Search(filters=(Filter("areas", (area.id, None)),))) == ["Ba", "Hai", "Một"]
    assert names(registry, Search(filters=(Filter("tags", (None,)),))) == ["Ba", "Hai"]
    assert names(registry, Search(filters=(Filter("tags", (tag,)), Filter("level", ("ward",))))) == ["Một"]


def test_an_unknown_view_or_field_is_told(registry: Registry) -> None:
    for search in (Search(view="nothing"), Search(order=(Order("colour"),)), Search(filters=(Filter("x", (1,)),))):
        with pytest.raises(NotFound):
            registry.models.ids(search, AT)


@pytest.mark.parametrize("words", ["c", "an ninh", "to", "tổ", "khu phố", "a n"])
@pytest.mark.parametrize("view", ["all", "trash", "overdue"])
def test_the_best_looked_for_first_are_the_first_of_all(sample_ward: Registry, words: str, view: str) -> None:
    search = Search(view=view, words=words)
    whole = list(sample_ward.models.ids(search, AT))

    for limit in (1, 5, 40):
        assert list(sample_ward.models.ids(search, AT, limit=limit)) == whole[:limit]
