"""What a service is asked about: the step after its name, a UID."""

from plone.restapi.services import Service
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Named(Service):
    """Mix in before a service: ``@name/<uid>``."""

    uid = ""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """Take the UID that follows the name of the service."""
        # A second step is nothing a content has.
        self.uid = f"{self.uid}/{name}" if self.uid else name
        return self
