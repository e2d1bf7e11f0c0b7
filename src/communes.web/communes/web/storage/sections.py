"""The sections of a page as records: read, checked, kept, and the words in them."""

from communes.core.access.permission import may
from communes.web.domain.sections.checks import refuse_unsafe
from communes.web.domain.sections.errors import ForManagers
from communes.web.domain.sections.kinds import FOR_MANAGERS
from communes.web.domain.sections.record import changed
from communes.web.domain.sections.record import row_of
from communes.web.domain.sections.record import Section
from communes.web.domain.sections.record import sections_of
from communes.web.domain.sections.record import values_of
from communes.web.permissions import MANAGE_SITE
from communes.web.storage.cleaning import clean
from communes.web.storage.settings import settings_of
from lxml import html
from plone import api
from typing import Any


def sections_in(obj: Any) -> tuple[Section, ...]:
    """Return the sections of a content, in order, the hidden ones too."""
    return sections_of(getattr(obj, "sections", ()) or ())


def write_sections(obj: Any, wanted: tuple[Section, ...]) -> bool:
    """Check and keep the sections of a content; return whether anything changed.

    :raises BadSection, HostNotAllowed: an address can not be followed or shown.
    :raises ForManagers: one that only managers write is new or different.
    """
    before = {one.id: one for one in sections_in(obj)}
    settings = settings_of(api.portal.get())
    safe = tuple(changed(one, _safe) for one in wanted)
    for one in safe:
        if before.get(one.id) == one:
            continue
        refuse_unsafe(one, settings.video_hosts, settings.external_hosts)
        if one.kind in FOR_MANAGERS and not may(MANAGE_SITE, obj):
            raise ForManagers(field="kind")
    # Two sections of one id are refused here, by their row.
    rows = tuple(row_of(one) for one in sections_of(tuple(row_of(one) for one in safe)))
    if rows == tuple(obj.sections or ()):
        return False
    obj.sections = rows
    return True


def text_of(obj: Any) -> str:
    """Return the words of the sections that are shown, for the search."""
    words: list[str] = []
    for section in sections_in(obj):
        if section.hidden:
            continue
        for _name, meaning, value in values_of(section):
            if meaning == "text":
                words.append(value)
            elif meaning == "html" and value.strip():
                words.append(html.fromstring(f"<div>{value}</div>").text_content())
    return " ".join(word for word in words if word)


def _safe(meaning: str, value: str) -> str:
    return clean(value) if meaning == "html" else value.strip()
