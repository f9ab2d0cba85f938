"""Both languages have the same cards; what a card points to is there; what it calls a menu is called so."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.domain.query import parse
from registry_app.store.registry import Registry
from registry_app.ui.choices import Choices
from registry_app.ui.help import cards
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session

LANGUAGES = ("vi", "en")
BOTH = [(language, name) for language in LANGUAGES for name in cards.CARDS]
PICTURE = re.compile(r"!\[([^]]*)]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^]]+]\(([^)]+)\)")
EXAMPLE = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def text(language: str, name: str) -> str:
    return (cards.folder(language) / f"{name}.md").read_text("utf-8")


@pytest.fixture(scope="module")
def paths(qapp: object) -> dict[str, set[str]]:
    """Every way through the menus in each language, as cards write it."""
    found = {}
    for language in LANGUAGES:
        words.use(language)
        window = MainWindow(Session(), Choices(keeps=False))
        found[language] = {" → ".join(way) for way in ways(window.menuBar().actions())}
        window.deleteLater()
    words.use("vi")
    return found


def ways(actions: list[QAction], before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for action in actions:
        way = (*before, action.text().replace("&", ""))
        yield way
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from ways(menu.actions(), way)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_of_a_language_are_those_that_are_listed(language: str) -> None:
    assert {file.stem for file in cards.folder(language).glob("*.md")} == set(cards.CARDS)


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_a_card_has_a_title_and_steps_or_points(language: str, name: str) -> None:
    lines = text(language, name).splitlines()

    assert lines[0].startswith("# ")
    assert len(lines) > 8


@pytest.mark.parametrize("name", cards.CARDS)
def test_a_card_points_to_the_same_things_in_both_languages(name: str) -> None:
    one, other = (text(language, name) for language in LANGUAGES)

    assert [file for _words, file in PICTURE.findall(one)] == [file for _words, file in PICTURE.findall(other)]
    assert LINK.findall(one) == LINK.findall(other)


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_every_link_and_picture_is_there(language: str, name: str) -> None:
    said = text(language, name)

    for words_of_picture, file in PICTURE.findall(said):
        assert words_of_picture.strip()
        assert not QImage(str(cards.folder(language) / file)).isNull(), file
    for file in LINK.findall(said):
        assert Path(file).stem in cards.CARDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_on_a_card(language: str) -> None:
    shown = {file for name in cards.CARDS for _words, file in PICTURE.findall(text(language, name))}

    assert {file.name for file in cards.folder(language).glob("*.png")} == shown


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_every_menu_that_a_card_names_is_called_so(language: str, name: str, paths: dict[str, set[str]]) -> None:
    named = {bold for bold in BOLD.findall(text(language, name)) if "→" in bold}

    assert named <= paths[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_a_search_can_be_read(language: str, sample_ward: Registry) -> None:
    words.use(language)
    examples = EXAMPLE.findall(text(language, "find"))

    read = [parse(one, sample_ward.lists, date(2026, 11, 22)) for one in examples]

    assert len(read) > 4
    assert [query.text for query in read if query.troubles or not query.filters] == []


def test_the_first_card_names_menus_at_all() -> None:
    assert any("→" in bold for bold in BOLD.findall(text("vi", "start")))


def test_cards_are_found_without_accents_those_with_the_words_in_the_title_first(qtbot: QtBot) -> None:
    found = [card.name for card in cards.found("ra soat")]

    assert found[0] == "review"
    assert "views" in found


def test_words_that_no_card_holds_find_none(qtbot: QtBot) -> None:
    assert cards.found("kính thiên văn") == ()
