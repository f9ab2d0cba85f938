"""Every window in both languages, in small and large letters, and with words 40 % longer: nothing is cut off, nothing
is left in the other language, all can be reached by keyboard and read aloud."""

import importlib
import inspect
import pkgutil
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet
from PySide6.QtWidgets import QWidget

from registry_app import ui
from registry_app.domain import words
from registry_app.ui.lists.declared import AREA_KINDS

from .every_window import WINDOWS
from .saying import Known, english_left, vietnamese_left
from .showing_areas import NEW, OTHER, RENUMBERED
from .showing_decided import PASTED
from .showing_main import LONG_NAME
from .showing_results import FIGURES
from .visiting import in_a_folder

COMBINATIONS = [(language, points) for language in ("vi", "en", "longer") for points in (10, 16)]


def together(language: str, points: int) -> pytest.MarkDecorator:
    """Tests of one visit stay in one process, so that the windows are visited once."""
    return pytest.mark.xdist_group(f"{language}-{points}")


def sizes(language: str) -> list[ParameterSet]:
    """Both sizes of letters, each beside the visit that it is about."""
    return [pytest.param(points, marks=together(language, points), id=str(points)) for points in (10, 16)]


TYPED = (LONG_NAME.strip(), LONG_NAME[:60], NEW, OTHER, RENUMBERED, *FIGURES)
PASTED_ROWS = tuple(" – ".join(filter(None, row.split("\t"))) for row in PASTED.splitlines())
OFFERED = (*TYPED, *PASTED_ROWS, *AREA_KINDS, "Tiếng Việt", "đang hoạt động")
"""Vietnamese that is nobody's translation: what the visits typed and pasted, kinds of areas, the name of the language,
an example of a query."""
DATA = ("Letterhead", "PreviewView.item")
"""Official paper is Vietnamese in every language; a preview shows the ward's own texts as they would be."""
NEVER_ALONE = frozenset(
    {
        "Editor",
        "SettingsPage",
        "FormDialog",
        "AheadDialog",
        "NounDialog",
        "TypedSheet",
        "ActDialog",
        "FormRecords",
        "RecordForm",
        "PageFoot",
    }
)
"""What others are made from."""

_known: dict[tuple[str, int], dict[str, Any]] = {}

Found = dict[str, Any]


VISITS = [pytest.param(one, marks=together(*one), id=f"{one[0]}-{one[1]}") for one in COMBINATIONS]
"""Those with the words as they are come first: hints are not made longer."""


@pytest.fixture(params=VISITS)
def combination(request: pytest.FixtureRequest) -> tuple[str, int]:
    """A language and a size of letters."""
    chosen: tuple[str, int] = request.param
    return chosen


@pytest.fixture
def found(combination: tuple[str, int]) -> Found:
    """What was found in each window; a process of its own visits them once for all tests."""
    return visited(*combination)


def visited(language: str, points: int) -> Found:
    if (language, points) not in _known:
        _known[language, points] = in_a_folder("--language", language, "--points", str(points))
    return _known[language, points]


def wrong(found: Found, what: str) -> dict[str, list[str]]:
    """What is wrong by window, where anything is."""
    return {name: window[what] for name, window in found["windows"].items() if window.get(what)}


def test_every_window_can_be_shown_without_a_complaint(found: Found) -> None:
    assert wrong(found, "told") == {}
    assert set(found["windows"]) == set(WINDOWS)


def test_no_words_are_cut_off(found: Found, combination: tuple[str, int]) -> None:
    cut = wrong(found, "clipped")
    if combination[0] == "longer":  # a column of the list can be drawn wider, and its tool tip has the whole heading
        cut = {name: rest for name, all_cut in cut.items() if (rest := _but(all_cut, "ListHeader"))}

    assert cut == {}


def _but(texts: list[str], beginning: str) -> list[str]:
    return [text for text in texts if not text.startswith(beginning)]


@pytest.mark.parametrize("combination", VISITS[:4], indirect=True)
def test_no_hint_in_an_empty_field_is_cut_off(found: Found) -> None:
    assert wrong(found, "short_of_room") == {}


def test_every_window_fits_a_low_screen(found: Found) -> None:
    assert wrong(found, "too_large") == {}


def test_all_that_takes_the_keyboard_has_a_name(found: Found) -> None:
    assert wrong(found, "nameless") == {}


def test_tab_goes_through_every_dialog_as_one_reads(found: Found) -> None:
    assert wrong(found, "out_of_order") == {}


def test_no_two_things_of_a_window_share_an_underlined_letter(found: Found) -> None:
    assert wrong(found, "shared_letters") == {}


@pytest.mark.parametrize("points", sizes("vi"))
def test_no_english_is_left_in_vietnamese(points: int) -> None:
    words.use("vi")
    windows = visited("vi", points)["windows"]
    left = {
        (name, where, text)
        for name, window in windows.items()
        for where, text in window.get("said", ())
        if english_left(text)
    }

    assert left == set()


@pytest.mark.parametrize("points", sizes("en"))
def test_no_vietnamese_is_left_in_english_but_the_wards_own(points: int) -> None:
    words.use("vi")
    found = visited("en", points)
    known = Known((*OFFERED, *found["data"]))
    left = {
        (name, where, text)
        for name, window in found["windows"].items()
        for where, text in {(where, text) for where, text in window.get("said", ())}
        if not where.startswith(DATA) and vietnamese_left(_whole(text, window["said"]), known)
    }

    assert left == set()


def _whole(text: str, said: list[list[str]]) -> str:
    """The text of which ``text`` is a part, where it begins or ends in dots."""
    part = text.strip("…")
    if part == text:
        return text
    return next(
        (other for _where, other in said if part in other and not other.startswith("…") and other != text), text
    )


@pytest.mark.parametrize("text", ["Save the file", "&Cancel", "Choose a file", "Chọn file to open or save"])
def test_english_is_told_from_vietnamese(text: str) -> None:
    words.use("vi")

    assert english_left(text)


@pytest.mark.parametrize("text", ["Lưu tệp", "Camera an ninh", "Ctrl+S", "English", "Cho", "PDF (*.pdf)"])
def test_vietnamese_is_not_taken_for_english(text: str) -> None:
    words.use("vi")

    assert not english_left(text)


def test_vietnamese_is_found_in_english_unless_it_is_data() -> None:
    assert vietnamese_left("Save, Lưu tệp", Known(()))
    assert not vietnamese_left("Type: Camera tổ 5", Known(("Camera tổ 5",)))


@together("vi", 10)
def test_every_widget_of_the_program_is_on_some_window() -> None:
    shown = {name for window in visited("vi", 10)["windows"].values() for name in window.get("classes", ())}

    assert sorted(_widgets() - shown) == []


def _widgets() -> set[str]:
    """Every widget class of the program by module and name."""
    names = [one.name for one in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}.")]
    classes = (one for name in names for _n, one in inspect.getmembers(importlib.import_module(name), inspect.isclass))
    return {
        f"{one.__module__}.{one.__qualname__}"
        for one in classes
        if issubclass(one, QWidget) and one.__module__.startswith(ui.__name__) and one.__name__ not in NEVER_ALONE
    }
