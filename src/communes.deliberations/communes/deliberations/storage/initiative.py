"""Who asked for an item: plain data on it, with a revision."""

from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.organisation.api import mandates_in_office
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Organ
from communes.deliberations.domain.initiative.rules import Initiative
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.plain import to_plain
from datetime import date
from plone import api


_NAME = "initiative_part"


def initiative_of(item: IMeetingItem) -> tuple[Initiative, int]:
    """Return who asked for the item, and the revision to give back."""
    data, revision = part.read(item, _NAME, dict)
    return _load(data), revision


def save_initiative(
    item: IMeetingItem, initiative: Initiative, revision: int | None
) -> int:
    """Keep who asked for the item and return the new revision.

    :raises StaleRevision: somebody else changed it since.
    """
    return part.write(
        item,
        _NAME,
        to_plain(initiative),
        by=current_user(),
        change="l'initiative du point a changé",
        revision=revision,
        what="L'initiative de ce point",
    )


def college_on(day: date) -> frozenset[str]:
    """Return the people of the college in office on a day."""
    site = api.portal.get()
    return frozenset(
        mandate.person.id
        for assembly in all_assemblies(site)
        if settings_of(assembly).organ == Organ.COLLEGE
        for mandate in mandates_in_office(site, assembly.getId(), day)
    )


def people_on(assembly_id: str, day: date) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of who sits in an assembly on a day, by precedence."""
    held = mandates_in_office(api.portal.get(), assembly_id, day)
    return tuple((one.person.id, one.person.name) for one in held if one.votes)


def _load(data: Mapping[str, object]) -> Initiative:
    if not data:
        return Initiative()
    return Initiative(**{**data, "authors": tuple(data["authors"])})
