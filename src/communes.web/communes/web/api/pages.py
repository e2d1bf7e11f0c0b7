"""The sections of a page: shown, added, changed, moved, taken away, brought back."""

from collections.abc import Mapping
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.web.api.contents import require_writing
from communes.web.api.contents import touched
from communes.web.content.page import IPage
from communes.web.domain.content_errors import NothingBefore
from communes.web.domain.sections import moving
from communes.web.domain.sections.kinds import FOR_MANAGERS
from communes.web.domain.sections.kinds import LABELS
from communes.web.domain.sections.record import row_of
from communes.web.domain.sections.record import Section
from communes.web.domain.sections.record import section_of
from communes.web.domain.sections.record import sections_of
from communes.web.permissions import MANAGE_SITE
from communes.web.storage.contents import plain_values
from communes.web.storage.sections import sections_in
from communes.web.storage.sections import write_sections
from communes.web.storage.versions import Version
from communes.web.storage.versions import versions
from typing import Any


#: The id of the page the first page of the site is made of.
HOME = "accueil"


def sections(page: Any) -> tuple[Section, ...]:
    """Return the sections of a page, in order; hidden ones to who writes it alone.

    :raises MayNot: the user may not see the page.
    """
    require("View", page)
    found = sections_in(page)
    if may("Modify portal content", page):
        return found
    return tuple(one for one in found if not one.hidden)


def kinds(page: Any) -> dict[str, str]:
    """Return kind -> French name of the sections the current user may add."""
    free = may(MANAGE_SITE, page)
    return {
        kind: label
        for kind, label in LABELS.items()
        if free or kind not in FOR_MANAGERS
    }


def add_section(
    page: Any,
    kind: str,
    values: Mapping[str, Any],
    after: str = "",
    revision: int | None = None,
) -> Section:
    """Put a new section after another, or at the end; return it.

    :param values: of ``Section``, ``holds`` being the values of its kind.
    :raises MayNot, ForManagers: the user may not write the page, or such a section.
    :raises StaleRevision: somebody else wrote meanwhile.
    :raises BadSection, HostNotAllowed: the section can not be so.
    """
    before = sections_in(page)
    row = {**values, "kind": kind, "id": moving.new_id(before, kind)}
    made = section_of(row)
    _write(page, moving.put(before, made, after), revision)
    return made


def change_section(
    page: Any, id: str, values: Mapping[str, Any], revision: int | None = None
) -> Section:
    """Change some values of a section; return it.

    :raises MayNot, StaleRevision, BadSection, HostNotAllowed: as ``add_section``.
    """
    before = sections_in(page)
    row = row_of(moving.found(before, id))
    holds = {**row["holds"], **values.get("holds", {})}
    made = section_of({**row, **values, "holds": holds, "id": id})
    _write(page, moving.put(before, made), revision)
    return made


def move_section(
    page: Any, id: str, before: str = "", revision: int | None = None
) -> None:
    """Put a section before another, or last.

    :raises MayNot, StaleRevision, BadSection: as ``add_section``.
    """
    found = sections_in(page)
    rest = [one.id for one in found if one.id != id]
    if before:
        moving.found(found, before)
    place = rest.index(before) if before in rest else len(rest)
    _write(page, moving.moved(found, id, place), revision)


def shift_section(page: Any, id: str, by: int, revision: int | None = None) -> None:
    """Put a section some places up (negative) or down.

    :raises MayNot, StaleRevision, BadSection: as ``add_section``.
    """
    _write(page, moving.shifted(sections_in(page), id, by), revision)


def remove_section(page: Any, id: str, revision: int | None = None) -> None:
    """Take a section away; ``undo`` brings it back.

    :raises MayNot, StaleRevision, BadSection: as ``add_section``.
    """
    _write(page, moving.without(sections_in(page), id), revision)


def history(page: Any) -> list[Version]:
    """Return what a page was, the last first.

    :raises MayNot: the user may not write the page.
    """
    require("Modify portal content", page)
    return versions(page)


def undo(page: Any, to: int | None = None, revision: int | None = None) -> int:
    """Bring a page back to what it was before its last change, or at a revision.

    The page as it is now is kept too: an undo can be undone. Returns the revision.

    :raises MayNot, StaleRevision: as ``add_section``.
    :raises NothingBefore: nothing is kept of that revision.
    """
    require_writing(page, revision)
    kept = versions(page)
    wanted = [one for one in kept if to is None or one.revision == to]
    if not wanted:
        raise NothingBefore(name=page.title)
    now = plain_values(page)
    for name, value in wanted[0].values.items():
        setattr(page, name, value)
    touched(page, now)
    return int(page.revision)


def _write(page: Any, wanted: tuple[Section, ...], revision: int | None) -> None:
    require_writing(page, revision)
    before = plain_values(page)
    if write_sections(page, wanted):
        touched(page, before)


def home_page(site: Any) -> Any | None:
    """Return the page the first page of the site is made of, None without one to see.

    It stands at the root and is called « accueil ».
    """
    found = site._getOb(HOME, None)
    if found is None or not IPage.providedBy(found) or not may("View", found):
        return None
    return found


def usual_home(site: Any) -> tuple[Section, ...]:
    """Return the sections of the first page of a site that has written none yet."""
    rows: tuple[dict[str, Any], ...] = (
        {"id": "hero", "kind": "hero", "holds": {"heading": site.title}},
        {"id": "news", "kind": "news", "title": "Actualités", "width": 66},
        {"id": "events", "kind": "events", "title": "Agenda", "width": 33},
        {"id": "entrances", "kind": "entrances", "title": "Je suis"},
    )
    return sections_of(rows)


def section(page: Any, id: str) -> Section:
    """Return one section of a page, to be written.

    :raises MayNot: the user may not write the page.
    :raises BadSection: there is none of that id.
    """
    require("Modify portal content", page)
    return moving.found(sections_in(page), id)
