"""A part (volet) of the plan: the inside of the administration, or the outside."""

from communes.core.access.rich import rich
from communes.pst.content.element import Element
from communes.pst.i18n import _
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IPart(model.Schema):
    """Which side a part looks at."""

    title = schema.TextLine(
        title=_("label_part_title", default="Nom du volet"), max_length=255
    )
    side = schema.Choice(
        title=_("label_part_side", default="Tourné vers"),
        vocabulary="communes.pst.sides",
        default="external",
    )
    description = rich(_("label_description", default="Description"))
    external_id = schema.TextLine(
        title=_("label_external_id", default="Identifiant externe"),
        required=False,
        default="",
        missing_value="",
    )


@implementer(IPart)
class Part(Element):
    """A true level of the tree; contains strategic objectives."""
