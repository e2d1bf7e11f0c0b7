"""What follows the life of an institution."""

from communes.publications.content.institution import IInstitution
from communes.publications.institutions.groups import drop_groups
from communes.publications.institutions.groups import make_groups
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def added(institution: IInstitution, event: IObjectAddedEvent) -> None:
    """Its managers rely on it: their groups are there from the first moment."""
    make_groups(institution)


def removed(institution: IInstitution, event: IObjectRemovedEvent) -> None:
    """Nobody keeps a right on what is gone."""
    drop_groups(institution)
