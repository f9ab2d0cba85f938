"""Print templates: kept, renamed, dropped, taken back."""

import pytest

from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.wish import Template, Wish
from registry_app.operations import templates
from registry_app.store.registry import Registry

WISH = Wish(columns=("name", "phone"), title="Danh bạ")


def kept(registry: Registry, name: str = "Danh bạ ngắn") -> Template:
    return templates.save_template(registry, Template(name=name, report="members", wish=WISH))[0]


def test_a_template_is_found_by_its_name_accents_or_not(registry: Registry) -> None:
    template = kept(registry)

    assert templates.template_called(registry, "danh ba NGAN") == template
    assert template.wish == WISH
    assert template.id > 0


def test_templates_stand_in_the_order_in_which_they_came(registry: Registry) -> None:
    kept(registry, "B")
    kept(registry, "A")

    assert [one.name for one in registry.templates.all()] == ["B", "A"]


def test_a_template_is_renamed_and_keeps_its_wish(registry: Registry) -> None:
    templates.rename_template(registry, kept(registry), "Danh bạ mới")

    assert [(one.name, one.wish) for one in registry.templates.all()] == [("Danh bạ mới", WISH)]


def test_a_deleted_template_comes_back(registry: Registry) -> None:
    template = kept(registry)
    templates.delete_template(registry, template)
    assert registry.templates.all() == ()

    registry.undo()

    assert registry.templates.all() == (template,)


@pytest.mark.parametrize("name", ["", "   ", "x" * 301, "danh bạ NGẮN"])
def test_a_name_that_is_blank_too_long_or_taken_is_refused(registry: Registry, name: str) -> None:
    kept(registry)

    with pytest.raises(Refused):
        kept(registry, name)

    assert len(registry.templates.all()) == 1


def test_an_unknown_template_is_told_with_those_there_are(registry: Registry) -> None:
    kept(registry)

    with pytest.raises(NotFound, match=r"zork.*Danh bạ ngắn"):
        templates.template_called(registry, "zork")
