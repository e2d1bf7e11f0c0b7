"""What a webmaster chooses from in the form of a section, by what a field means."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from communes.core.access.catalog import visible
from communes.core.access.permission import require
from communes.web.api.choices import audiences
from communes.web.api.choices import themes
from communes.web.domain.sections.kinds import KINDS
from communes.web.storage.children import files_in
from communes.web.storage.contents import PREFIX
from communes.web.storage.pictures import pictures_in
from dataclasses import Field
from dataclasses import fields
from dataclasses import is_dataclass
from typing import Any
from typing import get_args
from typing import get_type_hints


Pairs = Sequence[tuple[str, str]]
#: Longer lists are chosen from by nobody; the search finds the rest.
MOST = 1000
_ANY = ("Agenda", "Album", "ContactForm", "Directory", "Entry", "Event", "Folder",
        "News", "Page", "Service")  # fmt: skip


def section_choices(page: Any, kind: str) -> dict[str, Pairs]:
    """Return what the fields of a kind may hold: meaning -> value and its words.

    A meaning is « picture », « file », « category », « audience », « uid » or
    « uid:Entry » for those of one type.

    :raises MayNot: the user may not write the page.
    """
    require("Modify portal content", page)
    known: dict[str, Callable[[], Pairs]] = {
        "picture": lambda: _pictures(page),
        "file": lambda: [(one.id, one.title) for one in files_in(page)],
        "category": themes,
        "audience": audiences,
        "uid": lambda: _contents(_ANY),
    }
    found: dict[str, Pairs] = {"picture": known["picture"]()}
    for one in _fields(KINDS[kind]):
        meaning = str(one.metadata.get("is", ""))
        if "only" in one.metadata:
            only = one.metadata["only"]
            found[f"uid:{only}"] = _contents((only,))
        elif meaning in known:
            found[meaning] = known[meaning]()
    return found


def _fields(record: Any) -> Iterator[Field[Any]]:
    hints = get_type_hints(record)
    for one in fields(record):
        yield one
        inner = next(iter(get_args(hints[one.name])), None)
        if inner is not None and is_dataclass(inner):
            yield from _fields(inner)


def _contents(types: Sequence[str]) -> Pairs:
    found = visible(
        portal_type=[f"{PREFIX}{one}" for one in types], sort_on="sortable_title"
    )
    return [(one.UID, one.Title) for one in found[:MOST]]


def _pictures(page: Any) -> Pairs:
    found = pictures_in(page)
    return [(one.getId(), one.alternative or one.title or one.getId()) for one in found]
