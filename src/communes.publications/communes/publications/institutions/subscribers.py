"""What follows the life of an institution."""

from communes.publications.content.institution import IInstitution
from communes.publications.institutions.groups import drop_groups
from communes.publications.institutions.groups import make_groups
from communes.publications.storage.publication import ensure_shelf
from communes.publications.storage.tags import forget_around
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def added(institution: IInstitution, event: IObjectAddedEvent) -> None:
    """Its managers rely on it: their groups and shelf are there at once."""
    make_groups(institution)
    ensure_shelf(institution)


def removed(institution: IInstitution, event: IObjectRemovedEvent) -> None:
    """Nobody keeps a right on what is gone."""
    drop_groups(institution)


def moved(institution: IInstitution, event: IAfterTransitionEvent) -> None:
    """Citizens rely on it: what is hidden is not read from a proxy either."""
    forget_around(institution)
