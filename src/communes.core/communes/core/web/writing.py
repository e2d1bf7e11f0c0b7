"""Base of the services that write: one switch, and the reason it may be thrown."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class WritingService(Service):
    """A service that changes something.

    The token of plone.protect is for forms. Here ``web.body`` refuses what is
    not announced as JSON, which no form of another site can send unasked.
    """

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        return self.write()

    def write(self) -> Any:
        """Do what is asked and return the answer."""
        raise NotImplementedError
