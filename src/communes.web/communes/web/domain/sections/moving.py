"""The order of sections: moved by a place, by dragging, or put in between."""

from communes.web.domain.sections.errors import BadSection
from communes.web.domain.sections.record import Section


Sections = tuple[Section, ...]


def found(sections: Sections, id: str) -> Section:
    """Return a section of a page.

    :raises BadSection: there is none of that id: somebody took it away.
    """
    for one in sections:
        if one.id == id:
            return one
    problem = "elle n'est plus dans la page ; rechargez-la"
    raise BadSection(field="section", name=id, problem=problem)


def moved(sections: Sections, id: str, place: int) -> Sections:
    """Return the sections with one at a place; out of the page is its nearest end."""
    one = found(sections, id)
    rest = [each for each in sections if each.id != id]
    at = max(0, min(place, len(rest)))
    return (*rest[:at], one, *rest[at:])


def shifted(sections: Sections, id: str, by: int) -> Sections:
    """Return the sections with one some places further up (negative) or down."""
    return moved(sections, id, sections.index(found(sections, id)) + by)


def put(sections: Sections, section: Section, after: str = "") -> Sections:
    """Return the sections with one replaced, or a new one after another or at the end.

    :raises BadSection: the one it should follow is not there any more.
    """
    if any(one.id == section.id for one in sections):
        return tuple(section if one.id == section.id else one for one in sections)
    if not after:
        return (*sections, section)
    at = sections.index(found(sections, after)) + 1
    return (*sections[:at], section, *sections[at:])


def without(sections: Sections, id: str) -> Sections:
    """Return the sections without one.

    :raises BadSection: it is not there any more.
    """
    found(sections, id)
    return tuple(one for one in sections if one.id != id)


def new_id(sections: Sections, kind: str) -> str:
    """Return an id no section of the page has: « texte-1 » and on."""
    taken = {one.id for one in sections}
    number = 1
    while f"{kind}-{number}" in taken:
        number += 1
    return f"{kind}-{number}"
