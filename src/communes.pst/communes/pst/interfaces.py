"""What the solution promises to the rest of the site: its layer and its home."""

from communes.core.interfaces import ICoreLayer
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IPstLayer(ICoreLayer):
    """Marks requests to sites where the solution is installed."""


class IPstHome(Interface):
    """Marks the folder of the plans: the first page of the solution."""


class IProgrammePublished(IObjectEvent):
    """What citizens read of a plan was published or withdrawn; object = plan."""

    body = Attribute(
        "dict: body of the message ``communes.pst.programme.v1``, plain JSON values; "
        "nothing in it is private"
    )
