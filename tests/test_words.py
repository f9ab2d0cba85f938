"""Every message has its Vietnamese, and the tool that gathers messages keeps what was translated."""

import ast
import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from registry_app import resources
from tools import words

ROOT = Path(__file__).parent.parent
SOURCE = 'from x import N_, _, n_\nTITLE = N_("Models")\nprint(_("Saved {name}"), n_("one row", "{count} rows", 3))\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small program with three texts in one package, gathered once."""
    (tmp_path / "registry_app" / "store").mkdir(parents=True)
    (tmp_path / "registry_app" / "store" / "file.py").write_text(SOURCE, encoding="utf-8")
    words.main([], tmp_path)
    return tmp_path


def translate(root: Path, **translations: str) -> None:
    """Put translations beside their texts: ``Models="Mô hình"``; a plural goes by its last word."""
    file = root / "resources" / "i18n" / "vi" / "store.po"
    text = file.read_text(encoding="utf-8")
    for word, translation in translations.items():
        start = text.index(word)
        blank = text.index('""', start)
        text = text[:blank] + f'"{translation}"' + text[blank + 2 :]
    file.write_text(text, encoding="utf-8")


def test_every_message_has_its_vietnamese() -> None:
    assert words.problems() == []


def test_a_new_text_is_named_until_it_is_translated(tree: Path) -> None:
    assert [problem for problem in words.problems(tree) if "Models" in problem] == [
        "store.po: “Models” has no Vietnamese"
    ]
    assert words.main(["--check"], tree) == 1


def test_translations_are_kept_and_compiled(tree: Path) -> None:
    translate(tree, Models="Mô hình", Saved="Đã lưu {name}", rows="{count} dòng")

    words.main([], tree)

    with (tree / "resources" / "i18n" / "vi.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    assert words.main(["--check"], tree) == 0
    assert compiled.gettext("Models") == "Mô hình"
    assert compiled.ngettext("one row", "{count} rows", 1) == "{count} dòng"


def test_a_lost_placeholder_is_named(tree: Path) -> None:
    translate(tree, Saved="Đã lưu {ten}")

    assert any("Saved" in problem and "differ" in problem for problem in words.problems(tree))


def test_a_translation_not_yet_compiled_is_stale(tree: Path) -> None:
    translate(tree, Models="Mô hình")

    assert "vi.mo: stale, run python -m tools.words" in words.problems(tree)


def test_a_text_that_left_the_code_leaves_the_catalogue(tree: Path) -> None:
    (tree / "registry_app" / "store" / "file.py").write_text('_("Other")\n', encoding="utf-8")

    words.main([], tree)

    text = (tree / "resources" / "i18n" / "vi" / "store.po").read_text(encoding="utf-8")
    assert "Models" not in text
    assert "Other" in text


def test_a_text_that_another_package_says_too_takes_its_vietnamese(tree: Path) -> None:
    translate(tree, Models="Mô hình")
    (tree / "registry_app" / "ui").mkdir()
    (tree / "registry_app" / "ui" / "window.py").write_text('_("Models")\n', encoding="utf-8")

    words.main([], tree)

    assert "Mô hình" in (tree / "resources" / "i18n" / "vi" / "ui.po").read_text(encoding="utf-8")


def test_a_broken_file_costs_no_translation(tree: Path) -> None:
    translate(tree, Models="Mô hình")
    (tree / "registry_app" / "store" / "file.py").write_text("def (", encoding="utf-8")

    with pytest.raises(SyntaxError):
        words.main([], tree)

    assert "Mô hình" in (tree / "resources" / "i18n" / "vi" / "store.po").read_text(encoding="utf-8")


def test_gathering_twice_writes_the_same_bytes(tree: Path) -> None:
    assert all(path.read_bytes() == content for path, content in words.files(tree).items())


def test_no_text_hides_in_an_f_string_where_gathering_may_miss_it() -> None:
    hidden = [path.name for path in (ROOT / "registry_app").rglob("*.py") for _text in hidden_texts(path)]

    assert hidden == []


def hidden_texts(path: Path) -> Iterator[ast.expr]:
    """Texts inside f-strings, which only newer Pythons' tokens show."""
    for joined in ast.walk(ast.parse(path.read_text("utf-8"))):
        for call in ast.walk(joined) if isinstance(joined, ast.JoinedStr) else ():
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "N_", "n_"):
                yield from (one for one in call.args if isinstance(one, ast.Constant))


def _ids(po: Path) -> list[tuple[str, str]]:
    """One and many of every text; the same where it has no number."""
    with po.open("rb") as stream:
        messages = [message.id for message in read_po(stream) if message.id]
    return [(one, one) if isinstance(one, str) else (one[0], one[1]) for one in messages]


def test_the_words_are_read_as_gettext_reads_them() -> None:
    file = ROOT / "resources" / "i18n" / "vi.mo"
    with file.open("rb") as stream:
        expected = gettext.GNUTranslations(stream)
    found = resources.catalogue("vi")

    texts = [text for po in sorted((ROOT / "resources" / "i18n" / "vi").glob("*.po")) for text in _ids(po)]
    assert len(texts) > 3000
    for one, many in texts:
        assert found.gettext(one) == expected.gettext(one)
        for number in (0, 1, 2, 11) if many != one else ():
            assert found.ngettext(one, many, number) == expected.ngettext(one, many, number)
    assert found.gettext("not among them") == "not among them"
    assert (found.ngettext("not one", "not many", 1), found.ngettext("not one", "not many", 2)) == (
        "not one",
        "not many",
    )
