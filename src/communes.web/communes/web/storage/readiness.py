"""What a content lacks before everybody may see it."""

from communes.web.domain.errors import NotReady
from communes.web.domain.sections.checks import missing_of as missing_of_section
from communes.web.domain.sections.record import values_of
from communes.web.domain.states import CHECKED
from communes.web.domain.states import WebTransition
from communes.web.interfaces import IReadiness
from communes.web.storage.sections import sections_in
from typing import Any


def missing_of(obj: Any) -> tuple[str, ...]:
    """Return what is missing: of its title, its sections, and of its own kind."""
    found = [] if (obj.title or "").strip() else ["le titre"]
    sections = sections_in(obj)
    for section in sections:
        found += missing_of_section(section)
    silent = _silent_pictures(obj, sections)
    if silent:
        found.append(f"le texte alternatif de {len(silent)} image(s)")
    own = IReadiness(obj, None)
    return (*found, *(() if own is None else own.missing()))


def refuse_unready(obj: Any, step: WebTransition) -> None:
    """Refuse a step towards everybody when something is missing.

    :raises NotReady: it names what is missing.
    """
    missing = missing_of(obj) if step in CHECKED else ()
    if missing:
        raise NotReady(name=obj.title, missing=", ".join(missing))


def _silent_pictures(obj: Any, sections: tuple[Any, ...]) -> set[str]:
    """Return the ids of the pictures its sections show that nothing describes."""
    shown = {
        value
        for section in sections
        if not section.hidden
        for name, meaning, value in values_of(section)
        # A background says nothing: it is not described.
        if meaning == "picture" and value and name != "background_picture"
    }
    held = {name: obj._getOb(name, None) for name in shown}
    return {
        name
        for name, one in held.items()
        if one is not None and not (getattr(one, "alternative", "x") or "").strip()
    }
