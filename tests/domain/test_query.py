"""The language of the search box: what is read, what is complained of, and that nothing typed is ever lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain import words
from registry_app.domain.describing import filter_text
from registry_app.domain.entries import Area, ExtraField, Lists, ModelType, Organisation, Status, Tag
from registry_app.domain.fields import BY_NAME, listed
from registry_app.domain.ids import AreaId, ExtraId, OrganisationId, StatusId, TagId, TypeId
from registry_app.domain.kinds import BadValue
from registry_app.domain.query import LONGEST, Query, key_of, parse, searched
from registry_app.domain.query_values import filter_of
from registry_app.domain.search import ANY, Filter, Search

TODAY = date(2026, 11, 22)
LISTS = Lists(
    types={
        TypeId(1): ModelType(id=1, name="Camera an ninh", code="CAM"),
        TypeId(2): ModelType(id=2, name="Tiếng kẻng an ninh", code="TK"),
    },
    extras={
        ExtraId(1): ExtraField(id=1, name="Số mắt camera", key="eyes", kind="number", type_id=TypeId(1)),
        ExtraId(2): ExtraField(id=2, name="Ngày kiểm tra", key="checked", kind="date", type_id=TypeId(1)),
        ExtraId(3): ExtraField(id=3, name="Có biển báo", key="sign", kind="yes_no", type_id=TypeId(1)),
    },
    organisations={OrganisationId(7): Organisation(id=7, name="Hội Phụ nữ", code="HPN")},
    areas={
        AreaId(5): Area(id=5, name="Tổ dân phố 5", former_names=("Khu tập thể Dệt",)),
        AreaId(6): Area(id=6, name="Tổ dân phố 50"),
    },
    tags={TagId(3): Tag(id=3, name="mẫu")},
    statuses={
        StatusId(2): Status(id=2, name="Đang hoạt động"),
        StatusId(4): Status(id=4, name="Tạm dừng", kind="paused"),
    },
)


def read(text: str) -> Query:
    return parse(text, LISTS, TODAY)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("loại:camera", Filter("type", holds="camera")),
        ("LOAI:Camera", Filter("type", holds="Camera")),
        ("type:camera", Filter("type", holds="camera")),
        ('loại:"camera an ninh"', Filter("type", (1,))),
        ("loại:camera-an-ninh", Filter("type", (1,))),
        ("loai:tk", Filter("type", (2,))),
        ('trạng-thái:"đang hoạt động"', Filter("status", (2,))),
        ("trang-thai:“tạm dừng”", Filter("status", (4,))),
        ('địa-bàn:"tổ dân phố 5"', Filter("areas", (5,))),
        ('địa-bàn:"khu tập thể"', Filter("areas", holds="khu tập thể")),
        ("địa-bàn:dân-phố", Filter("areas", holds="dân phố")),
        ("lãnh-đạo:rỗng", Filter("leaders", (None,))),
        ("lead:blank", Filter("lead", (None,))),
        ("-thẻ:mẫu", Filter("tags", (3,), negated=True)),
        ("cấp:xã", Filter("level", ("ward",))),
        ("level:ward", Filter("level", ("ward",))),
        ("quá-hạn", Filter("due", ("overdue",))),
        ("qua-han", Filter("due", ("overdue",))),
        ("overdue", Filter("due", ("overdue",))),
        ("-quá-hạn", Filter("due", ("overdue",), negated=True)),
        ("chưa-rà-soát", Filter("last_review", (None,))),
        ("rà-soát<01/2026", Filter("last_review", high="2025-12-31")),
        ("rà-soát<=01/2026", Filter("last_review", high="2026-01-31")),
        ("rà-soát>2025", Filter("last_review", low="2026-01-01")),
        ("rà-soát>=2025", Filter("last_review", low="2025-01-01")),
        ("rà-soát:03/2026", Filter("last_review", ("2026-03",))),
        ("thành-lập:2020..2022", Filter("founded_on", low="2020-01-01", high="2022-12-31")),
        ("thành-lập:2022..2020", Filter("founded_on", low="2020-01-01", high="2022-12-31")),
        ("thành-lập:2020..", Filter("founded_on", low="2020-01-01")),
        ("hạn:tháng-này", Filter("next_review", ("this-month",))),
        ("next-review:this-month", Filter("next_review", ("this-month",))),
        ("hạn:quá-hạn", Filter("due", ("overdue",))),
        ("ra-mắt:quá-hạn", Filter("launched_on", ("before-today",))),
        ("chu-kỳ>6", Filter("interval_months", low="6", strict=True)),
        ("chu-kỳ<=6", Filter("interval_months", high="6")),
        ("chu-kỳ:12..6", Filter("interval_months", low="6", high="12")),
        ("số-mắt-camera:5", Filter("extra.eyes", ("5",))),
        ("số-mắt>5", Filter("extra.eyes", low="5", strict=True)),
        ("ngày-kiểm-tra:2026", Filter("extra.checked", ("2026",))),
        ("có-biển-báo:có", Filter("extra.sign", ("yes",))),
        ("tên:kẻng", Filter("name", holds="kẻng")),
        ('tên="Tiếng kẻng"', Filter("name", ("Tiếng kẻng",))),
        ('"tổ dân phố"', Filter(ANY, holds="tổ dân phố")),
        ("-camera", Filter(ANY, holds="camera", negated=True)),
    ],
)
def test_a_term_is_a_filter(typed: str, wanted: Filter) -> None:
    query = read(typed)

    assert query.filters == (wanted,)
    assert query.troubles == ()
    assert query.words == ""


@pytest.mark.parametrize(
    "typed",
    [
        "camera tổ 5",
        "22:30",
        "http://phuong.vn/a",
        "Ghi chú: camera",
        "<3",
        "-",
        "a/b",
        "số: 5",
        "5%",
        "a:",
        ":a",
        "==",
        "“",
    ],
)
def test_plain_text_is_words_only(typed: str) -> None:
    query = read(typed)

    assert query.filters == ()
    assert all(part in query.words for part in typed.replace("“", "").split() if part != "-" or "-" in query.words)


@pytest.mark.parametrize(
    ("typed", "part", "why"),
    [
        ("loaij:cam tổ", "loaij", "Không có trường “loaij”. Gần nhất: loại"),
        ("loại:xyz tổ", "xyz", "“xyz”"),
        ("rà-soát<13/2026 tổ", "13/2026", "không có tháng 13"),
        ("rà-soát<31/02/2026 tổ", "31/02/2026", "31/02/2026"),
        ("loại<5 tổ", "5", "so sánh"),
        ("chu-kỳ:sáu tổ", "sáu", "sáu"),
        ("thành-lập:.. tổ", "..", "một đầu"),
        ('tổ loại:"camera', 'loại:"camera', "ngoặc kép"),
        ("loại: tổ", "", "loại"),
        ("cấp:quốc-gia tổ", "quốc-gia", "Cấp xã"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place_and_the_words_still_count(typed: str, part: str, why: str) -> None:
    query = read(typed)

    (trouble,) = query.troubles
    assert typed[trouble.start : trouble.end] == part
    assert why in str(trouble)
    assert "tổ" in query.words


def test_the_example_of_the_help_is_read_without_complaint() -> None:
    query = read('loại:camera quá-hạn trạng-thái:"đang hoạt động" lãnh-đạo:rỗng rà-soát<01/2026 -thẻ:mẫu tổ 5')

    assert query.troubles == ()
    assert len(query.filters) == 6
    assert query.words == "tổ 5"


def test_words_and_filters_narrow_what_is_there_already() -> None:
    base = Search(view="paused", words="tổ", filters=(Filter("type", (1,)),), group="lead")

    search = searched(base, read("5 loai:tk loại:tk"))

    assert search == Search(
        view="paused", words="tổ 5", filters=(Filter("type", (1,)), Filter("type", (2,))), group="lead"
    )


def test_a_megabyte_is_cut_and_that_is_said() -> None:
    query = read("tổ " * 350_000)

    assert len(query.words) <= LONGEST
    assert str(LONGEST) in str(query.troubles[-1])


def test_a_filter_is_taken_out_of_the_text_wherever_it_stands_in_it() -> None:
    query = read("tổ loai:tk quá-hạn  loại:tk 5")

    assert query.without(Filter("type", (2,))) == "tổ quá-hạn 5"
    assert query.without(Filter("grade", (1,))) == query.text


def test_keys_are_named_in_the_language_in_use() -> None:
    assert key_of(BY_NAME["last_review"]) == "rà-soát"
    words.use("en")
    try:
        assert key_of(BY_NAME["last_review"]) == "last-review"
        assert "last-review" in str(read("last-reviw:2020").troubles[0])
    finally:
        words.use("vi")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_field_is_found_by_the_key_that_is_shown(language: str) -> None:
    words.use(language)
    try:
        for field in listed(LISTS).values():
            assert read(f"{key_of(field)}:{'rỗng'}").filters == (Filter(field.name, (None,)),)
    finally:
        words.use("vi")


PIECES = st.sampled_from(
    [
        "tổ", "loại:camera", "-thẻ:mẫu", 'trạng-thái:"đang hoạt động"', "rà-soát<01/2026", "quá-hạn", '"tổ dân phố"',
        "foo:bar", "loại:", "-camera", "chu-kỳ>6", '"', "“a b", "rỗng", "hạn:tháng-này", "5", "<", ":", "-",
    ]
)  # fmt: skip


@given(st.text(max_size=60) | st.text(alphabet='aăđ:<>="“”-. 5\t\n', max_size=40))
def test_nothing_that_is_typed_raises_and_every_part_has_its_place(text: str) -> None:
    query = read(text)

    ends = [0]
    for term in query.terms:
        assert ends[-1] <= term.start < term.end <= len(text)
        assert bool(term.filter) != bool(term.word) or not term.word
        ends.append(term.end)
    for trouble in query.troubles:
        assert 0 <= trouble.start <= trouble.end <= len(text)
        assert str(trouble)
    for one in query.filters:
        assert filter_text(one, LISTS)


@given(st.lists(PIECES, max_size=6), st.data())
def test_taking_a_filter_out_leaves_all_others_and_the_words(pieces: list[str], data: st.DataObject) -> None:
    query = read(" ".join(pieces))
    if not query.filters:
        return
    gone = data.draw(st.sampled_from(query.filters))

    rest = read(query.without(gone))

    assert rest.filters == tuple(one for one in query.filters if one != gone)
    assert rest.words == query.words


@given(st.text(max_size=20), st.sampled_from([":", "=", "<", "<=", ">", ">="]))
def test_values_are_read_or_refused_with_a_reason(value: str, operator: str) -> None:
    for field in listed(LISTS).values():
        try:
            read_as = filter_of(field, operator, value, LISTS, TODAY)
        except BadValue as refused:
            read_as, why = Filter(field.name, (None,)), str(refused)
            assert why
        assert read_as != Filter(field.name)
