"""Makes or changes the content of ours that one of another site becomes."""

from communes.core.formats.domain.plain import plain
from communes.web.api import contents
from communes.web.api.agenda import with_walls
from communes.web.directory import api as directory
from communes.web.directory.storage import write_private
from communes.web.domain.agenda.event import Event
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.federation.documents import document_of
from communes.web.domain.news import News
from communes.web.domain.taking_over.errors import NoPlace
from communes.web.domain.taking_over.ours import Procedure
from communes.web.domain.taking_over.ours import Taken
from communes.web.domain.taking_over.ours import TextPage
from communes.web.domain.taking_over.source import Source
from communes.web.federation.fields import values_of
from communes.web.sheets import api as sheets
from communes.web.taking_over.finding import EXTERNAL
from communes.web.taking_over.holding import Holding
from communes.web.taking_over.sectioning import safe_rows
from typing import Any


#: The page that keeps the text of a page that has become a folder.
_TEXT_OF_FOLDER = "presentation"
_LONGEST_SUMMARY = 600


def make(holding: Holding, taken: Taken, source: Source, obj: Any) -> tuple[Any, list]:
    """Make a content, or write it anew when ``obj`` is it; return it, and what is lost.

    :raises DomainError: a rule of ours, or a right, refuses it.
    """
    held = taken.content
    if isinstance(held, TextPage):
        return _page(holding, taken, held, obj)
    if isinstance(held, Procedure):
        return _procedure(holding, taken, held, obj), []
    if isinstance(held, DirectoryEntry):
        return _entry(holding, held, obj), []
    if isinstance(held, News):
        return _news(holding, held, obj), []
    if isinstance(held, Event):
        return _event(holding, held, source, obj), []
    raise NoPlace(name=source.title)


def external_id(their_uid: str) -> str:
    """Return how a content of ours says what it was there."""
    return f"{EXTERNAL}{their_uid}"


def _page(
    holding: Holding, taken: Taken, held: TextPage, obj: Any
) -> tuple[Any, list[str]]:
    rows, lost = safe_rows(held)
    folder = held.folder or holding.is_folder(taken.path)
    if taken.path == "/":
        # The root of the other site is the place itself: its text is a page in it.
        values = _page_values(held, rows)
        return _written(holding.root, "Page", values, obj, "accueil"), lost
    place = holding.above(taken.path, "Folder")
    if place is None:
        raise NoPlace(name=held.title)
    id = taken.path.rpartition("/")[2]
    if not folder:
        return _written(place, "Page", _page_values(held, rows), obj, id), lost
    values = _named(held.title, held.summary, held.id)
    made = _written(place, "Folder", values, obj, id)
    if rows:
        inside = {**_page_values(held, rows), "external_id": ""}
        text = made._getOb(_TEXT_OF_FOLDER, None)
        _written(made, "Page", inside, text, _TEXT_OF_FOLDER)
    return made, lost


def _page_values(held: TextPage, rows: list[Any]) -> dict[str, Any]:
    values = _named(held.title, held.summary, held.id)
    return {**values, "sections": rows, "portal": held.portal}


def _procedure(holding: Holding, taken: Taken, held: Procedure, obj: Any) -> Any:
    values = {
        "title": held.title,
        "description": held.summary or plain(held.html)[:_LONGEST_SUMMARY],
        "introduction": held.html,
        "form_url": held.form_url,
        "external_id": external_id(held.id),
    }
    if obj is not None:
        sheets.edit_service(obj, values)
        return obj
    place = holding.above(taken.path, "Folder")
    if place is None:
        raise NoPlace(name=held.title)
    return sheets.create_service(place, values, taken.path.rpartition("/")[2])


def _entry(holding: Holding, held: DirectoryEntry, obj: Any) -> Any:
    given = document_of(held)
    values = {
        **{name: one for name, one in given.items() if name != "modified"},
        "categories": [],
        "external_id": external_id(held.id),
    }
    if obj is None:
        obj = directory.create_entry(holding.branch("Directory"), values)
    else:
        directory.edit_entry(obj, values)
    write_private(obj, held.private)
    return obj


def _news(holding: Holding, held: News, obj: Any) -> Any:
    values = {
        **values_of("news", document_of(held)),
        "external_id": external_id(held.id),
    }
    made = _written(holding.branch("NewsFolder"), "News", values, obj, "")
    made.published_on = held.published
    made.ends = held.expires
    return made


def _event(holding: Holding, held: Event, source: Source, obj: Any) -> Any:
    summary = plain(source.description)[:_LONGEST_SUMMARY]
    values = {
        **with_walls(values_of("event", document_of(held), summary)),
        "external_id": external_id(held.id),
    }
    return _written(holding.branch("Agenda"), "Event", values, obj, "")


def _written(place: Any, kind: str, values: dict[str, Any], obj: Any, id: str) -> Any:
    if obj is None:
        return contents.create(place, kind, values, id)
    contents.edit(obj, values)
    return obj


def _named(title: str, summary: str, their_uid: str) -> dict[str, Any]:
    return {
        "title": (title or their_uid)[:255],
        "description": plain(summary)[:_LONGEST_SUMMARY],
        "external_id": external_id(their_uid),
    }
