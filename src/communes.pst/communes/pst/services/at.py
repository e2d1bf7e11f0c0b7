"""The element a service of a plan is asked about: the step after its name, a UID."""

from communes.core.web.writing import WritingService
from communes.pst.api.element import find_element
from plone.restapi.services import Service
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class AtElement(Service):
    """Mix in before a service: ``@name/<uid>`` of a plan."""

    uid = ""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """Take the UID that follows the name of the service."""
        if self.uid:
            # A second step is nothing the element has.
            name = f"{self.uid}/{name}"
        self.uid = name
        return self

    @property
    def element(self) -> Any:
        """The element of that UID.

        :raises UnknownElement: the plan has none that this account may see.
        """
        return find_element(self.context, self.uid)


class WritingAtElement(AtElement, WritingService):
    """The same for a service that changes something."""
