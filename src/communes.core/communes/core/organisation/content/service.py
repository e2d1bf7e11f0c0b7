"""A service of the administration."""

from communes.core.i18n import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IService(model.Schema):
    """One service; its id stands in the names of its groups."""

    title = schema.TextLine(title=_("label_service_title", default="Nom du service"))
    agents = schema.Int(
        title=_("label_service_agents", default="Nombre d'agents"),
        required=False,
        min=0,
        default=0,
    )


@implementer(IService)
class Service(Item):
    """One service."""
