"""The minutes of a meeting, from their draft to the signed copy of the register."""

from communes.deliberations.i18n import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IMinutes(model.Schema):
    """What the processes write; no person edits these fields."""

    approved_on = schema.Date(
        title=_("label_minutes_approved_on", default="Date d'approbation"),
        required=False,
    )
    approved_in = schema.TextLine(
        title=_("label_minutes_approved_in", default="Séance d'approbation"),
        required=False,
        default="",
        missing_value="",
    )
    approval_item = schema.TextLine(
        title=_("label_minutes_approval_item", default="Point d'approbation"),
        required=False,
        default="",
        missing_value="",
    )


@implementer(IMinutes)
class Minutes(Item):
    """The minutes of the meeting that contains them.

    ``kept_text`` and ``corrections`` are parts that ``storage.minutes`` alone reads
    and writes: the text as it was submitted, and what was corrected in it.
    """

    kept_text = None
    corrections = None
