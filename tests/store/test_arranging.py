"""All rows in order and their groups, found step by step: the same as in one go, whatever is asked for."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from registry_app.domain.errors import NotFound
from registry_app.domain.ids import ModelId
from registry_app.domain.search import ANY, Filter, Moment, Order, Search
from registry_app.operations import models
from registry_app.store import arranging
from registry_app.store.arranging import Arranged
from registry_app.store.axes import GROUPABLE, SORTABLE
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)
SEARCHES = (
    Search(),
    Search(view="overdue"),
    Search(view="trash"),
    Search(words="an ninh"),
    Search(words="to", filters=(Filter(ANY, holds="camera", negated=True),)),
    Search(filters=(Filter("areas", (None,)), Filter("notes", holds="a"))),
    Search(filters=(Filter("tags", (1, 2)), Filter("extra.eyes", low="2"))),
    Search(filters=(Filter("name", holds="khong co o dau"),)),
)
ORDERS = (
    (),
    (Order("name", descending=True),),
    (Order("founded_on", descending=True), Order("code")),
    (Order("lead"), Order("name", descending=True)),
    (Order("level"), Order("name"), Order("code", descending=True)),
    (Order("extra.eyes", descending=True),),
)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of a few rows, as a small register has no others."""
    monkeypatch.setattr(arranging, "STEP", 7)
    monkeypatch.setattr(arranging, "SORTED", 5)
    monkeypatch.setattr(arranging, "RUN", 9)
    monkeypatch.setattr(arranging, "DEALT", 11)


@pytest.fixture
def ward(sample_ward: Registry) -> Registry:
    """The sample ward with something in the trash."""
    models.trash(sample_ward, [ModelId(number) for number in sample_ward.models.ids(Search(), AT)[::9]])
    return sample_ward


def steps(registry: Registry, search: Search) -> Iterator[Arranged | None]:
    return registry.facets.arranged(search, AT)


def found(registry: Registry, search: Search) -> Arranged:
    return next(one for one in steps(registry, search) if one is not None)


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_the_rows_are_those_of_one_go_in_their_order(ward: Registry, search: Search) -> None:
    orders = (*ORDERS, *((Order(field),) for field in sorted(SORTABLE)))
    for order in orders:
        for group in (None, "type", "areas"):
            wanted = replace(search, order=order, group=group)
            assert found(ward, wanted).ids == ward.models.ids(wanted, AT), wanted


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_the_groups_are_those_of_the_rows(ward: Registry, search: Search) -> None:
    for field in sorted(GROUPABLE):
        for descending in (False, True):
            wanted = replace(search, group=field, order=(Order(field, descending=descending),))
            ids = ward.models.ids(wanted, AT)
            told = found(ward, wanted).groups
            assert told == ward.facets.groups(wanted, AT, ids), wanted
            assert len({group.value for group in told}) == len(told)


def test_it_comes_in_many_steps_and_ends_with_the_answer(ward: Registry) -> None:
    *before, last = steps(ward, Search(group="type"))

    assert len(before) > len(ward.models.ids(Search(), AT)) / 7
    assert set(before) == {None}
    assert last is not None


def test_names_alone_need_no_more_than_their_index(ward: Registry) -> None:
    assert len(list(steps(ward, Search()))) == 2


def test_something_can_be_saved_between_two_steps(ward: Registry) -> None:
    going = steps(ward, Search(group="type"))
    for _step in range(3):
        next(going)

    number = add(ward, "Mới")

    assert number in ward.models.ids(Search(), AT)
    assert [one for one in going if one is not None]


def test_entries_whose_names_sort_alike_stay_apart(registry: Registry) -> None:
    for number, lead in enumerate(("Tổ 1/2", "Tổ 1 2") * 3):
        add(registry, f"Mô hình {number}", lead=lead)

    told = found(registry, Search(group="lead"))

    assert [group.count for group in told.groups] == [3, 3]
    leads = [row.lead for row in registry.models.window(told.ids, AT)]
    assert leads[:3] == leads[:1] * 3
    assert registry.models.ids(Search(group="lead"), AT) == told.ids


def test_rows_that_cannot_be_grouped_have_an_order_but_no_groups(ward: Registry) -> None:
    told = found(ward, Search(group="code"))

    assert told.ids == ward.models.ids(Search(group="code"), AT)
    assert told.groups == ()
    with pytest.raises(NotFound, match="code"):
        ward.facets.groups(Search(group="code"), AT, told.ids)


def test_an_empty_register_has_neither_rows_nor_groups(registry: Registry) -> None:
    assert found(registry, Search(group="type")) == Arranged(ids=registry.models.ids(Search(), AT))
