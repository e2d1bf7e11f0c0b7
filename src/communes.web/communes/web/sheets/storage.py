"""Sheets as records, and records written into sheets."""

from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.web.content.directory import IEntry
from communes.web.content.service import IService
from communes.web.domain.reading import read
from communes.web.domain.service import Authority
from communes.web.domain.service import ServiceSheet
from communes.web.storage.address import site_of
from communes.web.storage.address import territory
from plone import api
from typing import Any


#: What of a sheet is kept as it is; its id is its UID.
KEPT = (
    "title", "description", "introduction", "for_whom", "who_may_ask", "conditions",
    "steps", "pieces", "results", "costs", "delay", "delay_note", "rules", "channels",
    "questions", "related", "life_events", "audiences", "form", "form_url", "button",
    "why_suspended",
)  # fmt: skip


def record_of(sheet: IService) -> ServiceSheet:
    """Return a sheet as a record, with the name of who answers."""
    return read(ServiceSheet, values_of(sheet))


def values_of(sheet: IService) -> dict[str, Any]:
    """Return the plain values of a sheet."""
    found = {name: getattr(sheet.aq_base, name) for name in KEPT}
    found = {name: value for name, value in found.items() if value is not None}
    answers = authority_of(sheet.authority)
    return {
        **found,
        "title": sheet.title or "",
        "id": sheet.UID(),
        "authority": None
        if answers is None
        else {"id": answers.id, "name": answers.name, "spatial": answers.spatial},
    }


def authority_of(uid: str) -> Authority | None:
    """Return the directory entry that answers, as an authority; None without one."""
    entry = object_by_uid(uid) if uid else None
    if not IEntry.providedBy(entry):
        return None
    place = territory(entry.entity, site_of(api.portal.get()))
    return Authority(uid, entry.title, place)


def write(sheet: IService, values: Mapping[str, Any]) -> None:
    """Set plain values, already checked as a record, on a sheet."""
    for name, value in values.items():
        setattr(sheet, name, value)
