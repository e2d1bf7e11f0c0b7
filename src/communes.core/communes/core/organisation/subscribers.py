"""The index follows its objects, and a changed mandate is told to whoever listens."""

from Acquisition import aq_parent
from communes.core.organisation.events import MandateChanged
from communes.core.organisation.storage.directory import directory_of
from communes.core.organisation.storage.directory import ensure_directory
from communes.core.organisation.storage.mapping import mandate_row
from communes.core.organisation.storage.mapping import organisation_around
from communes.core.organisation.storage.mapping import service_row
from plone.uuid.interfaces import IUUID
from zope.event import notify


def keep_service(service, event):
    """Follow a service that was made, moved or changed; the door relies on it."""
    organisation = organisation_around(service)
    if organisation is not None and not _is_leaving(event):
        ensure_directory(organisation).put_service(IUUID(service), service_row(service))


def drop_service(service, event):
    """Follow a service that goes away."""
    organisation = organisation_around(event.oldParent)
    if organisation is not None:
        directory_of(organisation).drop_service(IUUID(service))


def keep_mandate(mandate, event):
    """Follow a mandate that was made, moved or changed; the door relies on it."""
    organisation = organisation_around(mandate)
    if organisation is not None and not _is_leaving(event):
        directory = ensure_directory(organisation)
        bodies = directory.put_mandate(
            IUUID(mandate), mandate.body, mandate_row(mandate)
        )
        _tell(organisation, bodies, aq_parent(mandate).getId())


def drop_mandate(mandate, event):
    """Follow a mandate that goes away, alone or with its person."""
    organisation = organisation_around(aq_parent(mandate))
    if organisation is not None:
        bodies = directory_of(organisation).drop_mandate(IUUID(mandate))
        _tell(organisation, bodies, aq_parent(mandate).getId())


def keep_mandates_of_person(person, event):
    """Follow the name of a person into the mandates that carry it."""
    for mandate in person.objectValues():
        keep_mandate(mandate, event)


def _is_leaving(event) -> bool:
    return getattr(event, "newParent", event) is None


def _tell(organisation, bodies, person_id) -> None:
    for body in sorted(bodies):
        notify(MandateChanged(organisation, body, person_id))
