"""What must hold on the screen whenever it has come to rest: it shows what the register holds."""

from collections.abc import Iterator

from registry_app.domain.counting import tally
from registry_app.domain.errors import NotFound
from registry_app.domain.saved_view import usable
from registry_app.domain.search import Filter, Search
from registry_app.operations import counting
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models.hints import count_line
from registry_app.ui.models.screen import COUNTED_BY_KIND
from registry_app.ui.models.sidebar import SHOWN
from registry_app.ui.models.values import extras_typed, typed_of
from registry_app.ui.nouns import hints
from registry_app.ui.nouns import values as inside_values
from registry_app.ui.nouns.declared import PAGES
from registry_app.ui.pages import INSIDE
from registry_app.ui.session import Session


def broken(window: MainWindow, session: Session) -> Iterator[str]:
    """What does not hold now."""
    if not session.is_open or session.is_lent or not window.isVisible():
        return
    yield from _store(session)
    yield from _list(window, session)
    yield from _inside(window, session)
    yield from _sidebar(window, session)
    yield from _form(window, session)
    yield from _commands(window, session)


def _store(session: Session) -> Iterator[str]:
    connection = session.registry.connection
    if connection.in_transaction:
        yield "a transaction is open"
    if connection.execute("PRAGMA query_only").fetchone()[0] != 1:
        yield "the register may be written outside an action"


def _list(window: MainWindow, session: Session) -> Iterator[str]:
    screen, registry, at = window.models, session.registry, session.moment
    if not screen.rows.is_filled:
        yield "the list is not filled at rest"
        return
    ids = registry.models.ids(screen.search, at)
    if list(ids) != list(screen.rows.ids):
        yield f"the list shows other models than {screen.search} finds"
        return
    if screen.rows.search != screen.search:
        yield "the list answers another search than the screen asks"
    total = registry.models.count(Search(view=screen.search.view), at)
    everything = screen.search.view == "all" and not screen.search.words.strip() and not screen.search.filters
    official = counting.on_the_side(registry, at.on, None if everything else ids)
    counted = official.said if official else ""
    if not counted and 0 < len(ids) <= COUNTED_BY_KIND:
        counted = str(tally(screen.rows.rows()))
    if window.pages.key == "list" and window.count_line != count_line(len(ids), total, counted):
        yield f"the status line says “{window.count_line}”, not “{count_line(len(ids), total, counted)}”"
    if len(set(screen.chosen)) != screen.list.chosen_count:
        yield "more rows are chosen than models"
    if not set(screen.chosen) <= set(ids):
        yield "a model is chosen that is not in the list"


def _inside(window: MainWindow, session: Session) -> Iterator[str]:
    """What holds of the page of sites, teams, people … that is shown."""
    if window.pages.key not in INSIDE:
        return
    page, registry = window.inside(window.pages.key), session.registry
    shelf = registry.inside.of(page.key)
    if not page.rows.is_filled:
        yield f"the list of {page.key} is not filled at rest"
        return
    if list(shelf.ids(page.search, page.at)) != list(page.rows.ids):
        yield f"the list shows other rows than {page.search} finds"
    total = shelf.count(Search(view=page.search.view, noun=page.key), page.at)
    said = hints.count_line(PAGES[page.key], len(page.rows.ids), total)
    if window.count_line != said:
        yield f"the status line says “{window.count_line}”, not “{said}”"
    number = page.form.number
    if number is None or page.form.is_dirty:
        return
    if not shelf.many([number]):
        yield "the form shows a row that is not in the register"
        return
    held = inside_values.typed_of(PAGES[page.key], shelf.one(number), registry.lists)
    for name, value in page.form.fields.typed().items():
        if held[name] != value:
            yield f"the form shows another {name} than the register holds"


def _sidebar(window: MainWindow, session: Session) -> Iterator[str]:
    registry, at, items = session.registry, session.moment, window.models.sidebar._items
    for view in SHOWN:
        said = items["view", view].text(1).replace(".", "")
        if said != str(registry.models.count(Search(view=view), at)):
            yield f"the sidebar says {said} of {view}"
    saved = {one.id: one for one in registry.views.all()}
    for key, item in items.items():
        parent = item.parent()
        if parent is None or not parent.isExpanded() or not item.text(1):
            continue
        if key[0] == "value":
            search = Search(filters=(Filter(str(key[1]), (key[2],)),))  # type: ignore[arg-type]
        elif key[0] == "saved" and key[1] in saved:
            search = usable(saved[key[1]], registry.lists)[0].search
        else:
            yield f"the sidebar shows {key}, which is not in the register"
            continue
        if item.text(1).replace(".", "") != str(registry.models.count(search, at)):
            yield f"the sidebar says {item.text(1)} of {key}"


def _form(window: MainWindow, session: Session) -> Iterator[str]:
    form, registry = window.models.form, session.registry
    if window.isWindowModified() != window.page.standing.dirty:
        yield "the title and the form disagree about unsaved work"
    if form.model is None or form.is_dirty:
        return
    try:
        held = registry.models.one(form.model)
    except NotFound:
        yield "the form shows a model that is not in the register"
        return
    lists, typed = registry.lists, form.fields.typed()
    for name, value in {**typed_of(held, lists), **extras_typed(held, lists)}.items():
        if name in typed and typed[name] != value:
            yield f"the form shows another {name} than the register holds"
    current = window.models.list.current
    if current is not None and current != form.model and current in window.models.chosen:
        yield "the form shows another model than the list has chosen"


def _commands(window: MainWindow, session: Session) -> Iterator[str]:
    registry, tools = session.registry, window.tools
    writes = not registry.read_only
    if tools["undo"].isEnabled() != (writes and registry.undoable is not None):
        yield "Undo is offered wrongly"
    if tools["redo"].isEnabled() != (writes and bool(registry.redo_label)):
        yield "Redo is offered wrongly"
