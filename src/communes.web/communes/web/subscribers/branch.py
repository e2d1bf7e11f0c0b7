"""A branch has its managers as soon as it is there."""

from communes.web.content.base import IWebBranch
from communes.web.storage.access import give_to_managers
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def added(branch: IWebBranch, event: IObjectAddedEvent) -> None:
    """The managers of directory, agenda, news and newsletter rely on it."""
    give_to_managers(branch)
