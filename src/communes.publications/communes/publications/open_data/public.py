"""What anybody may see of the portal, whoever asks, found without waking it."""

from AccessControl.PermissionRole import rolesForPermissionOn
from collections.abc import Iterable
from communes.core.rights.api import pending_places
from communes.core.rights.domain import is_below
from communes.publications.content.institution import IInstitution
from communes.publications.content.published import IPublishedAssembly
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.content.published import IPublishedYear
from communes.publications.domain.formats.naming import with_names
from communes.publications.domain.formats.negotiation import Kind
from communes.publications.domain.formats.oparl import Record
from communes.publications.domain.formats.publisher import Publisher
from communes.publications.domain.projection import Meeting
from communes.publications.domain.states import DecisionStage
from communes.publications.domain.states import MeetingState
from communes.publications.storage.places import PREFIX
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from communes.publications.storage.projection import versions
from datetime import datetime
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component.hooks import getSite


KINDS = (
    (IPublishedDecision, Kind.DECISION),
    (IPublishedMeeting, Kind.MEETING),
    (IPublishedYear, Kind.YEAR),
    (IPublishedAssembly, Kind.ASSEMBLY),
    (IInstitution, Kind.INSTITUTION),
)
#: What is listed of a meeting: what left the agenda is found at its address only.
LISTED = (DecisionStage.PROJECT.value, DecisionStage.DECISION.value)


def kind_of(obj: Any) -> Kind | None:
    """Return what a permanent address leads to; None for anything else."""
    found = (kind for kind, name in KINDS if kind.providedBy(obj))
    kind = next(found, None)
    return None if kind is None else dict(KINDS)[kind]


def is_public(obj: Any) -> bool:
    """Return whether anybody may see an object, who asks now or not."""
    return "Anonymous" in rolesForPermissionOn("View", obj)


def brains(place: Any, type_name: str, **query: Any) -> list[Any]:
    """Return what anybody may see of one type below a place, by its address.

    Below a place whose rights are being changed, each object is asked itself.
    """
    found = unrestricted(place, type_name, allowedRolesAndUsers="Anonymous", **query)
    pending = pending_places(getSite())
    return [
        one
        for one in found
        if not is_below(one.getPath(), pending)
        or is_public(one._unrestrictedGetObject())
    ]


def unrestricted(place: Any, type_name: str, **query: Any) -> list[Any]:
    """Return all of one type below a place, public or not, by its address."""
    catalog = getToolByName(place, "portal_catalog")
    found = catalog.unrestrictedSearchResults(
        portal_type=f"{PREFIX}{type_name}",
        path="/".join(place.getPhysicalPath()),
        **query,
    )
    return sorted(found, key=lambda one: one.getPath())


def meetings(place: Any, **query: Any) -> list[Any]:
    """Return the brains of the public meetings below a place that is public itself."""
    return brains(place, "PublishedMeeting", **query) if is_public(place) else []


def by_creation(found: Iterable[Any]) -> list[Any]:
    """Return brains in an order that never changes: the newest comes last."""
    return sorted(found, key=lambda one: (moment_of(one.created), one.getPath()))


def shown(meeting: Any) -> Meeting | None:
    """Return what anybody sees of a meeting; None when that is nothing.

    Put back to project, a decided meeting shows its last draft, and no decision.
    """
    found = _shown(meeting) if is_public(meeting) else None
    if found is None:
        return None
    return with_names(found, institution_of(meeting).representatives or {})


def _shown(meeting: Any) -> Meeting | None:
    found = projection(meeting)
    if found is None or state_of(meeting) == MeetingState.DECISION:
        return found
    older = (projection(meeting, one) for one in reversed(versions(meeting)))
    drafts = (one for one in (found, *older) if one is not None and not one.decided)
    return next(drafts, None)


def record_of(meeting: Any) -> Record | None:
    """Return the same with its moments on the portal and what left its agenda."""
    found = shown(meeting)
    if found is None:
        return None
    known = {item.id for item in found.public_items}
    ids = (f"{found.id}/{one}" for one in meeting.objectIds())
    dropped = tuple(sorted(one for one in ids if one not in known))
    created, modified = moments(meeting)
    return Record(found, created, modified, dropped)


def moments(obj: Any) -> tuple[datetime, datetime]:
    """Return when something came to the portal and when it last changed."""
    created, modified = moment_of(obj.created()), moment_of(obj.modified())
    return created, max(created, modified)


def moment_of(date: Any) -> datetime:
    """Return a date of Zope as a moment, to the second."""
    found: datetime = date.toZone("UTC").asdatetime()
    return found.replace(microsecond=0)


def publisher_of(institution: Any) -> Publisher:
    """Return who an institution is."""
    return Publisher(
        nis=institution.getId(),
        name=institution.title,
        kind=institution.kind,
        mail=institution.mail or "",
        enterprise_number=institution.enterprise_number or "",
        matters=tuple(sorted((institution.matters or {}).items())),
    )


def institution_of(obj: Any) -> Any:
    """Return the institution above something that was published."""
    while not IInstitution.providedBy(obj):
        obj = obj.__parent__
    return obj
