"""The place where services and people of one administration are kept."""

from communes.core.i18n import _
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IOrganisation(model.Schema):
    """One administration."""

    title = schema.TextLine(title=_("label_organisation_title", default="Nom"))
    nis = schema.TextLine(
        title=_("label_organisation_nis", default="Code NIS"),
        required=False,
        default="",
    )
    category = schema.TextLine(
        title=_("label_organisation_category", default="Catégorie"),
        required=False,
        default="commune",
    )
    inhabitants = schema.Int(
        title=_("label_organisation_inhabitants", default="Nombre d'habitants"),
        required=False,
        min=0,
        default=0,
    )


@implementer(IOrganisation)
class Organisation(Container):
    """One administration with its services and people."""
