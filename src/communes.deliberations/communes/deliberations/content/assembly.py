"""An assembly: the organ whose items and meetings it contains, and its settings."""

from communes.core.rights.content import ConvergingContainer
from communes.deliberations.i18n import _
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IAssembly(model.Schema):
    """The name of the organ; everything else is settings, kept as data."""

    title = schema.TextLine(
        title=_("label_assembly_title", default="Nom de l'assemblée"),
        description=_(
            "help_assembly_title", default="« Conseil communal », « Bureau permanent »."
        ),
    )


@implementer(IAssembly)
class Assembly(ConvergingContainer):
    """One organ of the institution, with thousands of items after some years.

    ``settings_data`` holds its settings as plain values (those of
    ``domain.settings.AssemblySettings``); ``storage.assembly`` reads and writes it.
    """

    settings_data = None
