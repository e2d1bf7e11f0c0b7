"""An advice (avis): what a service answers when it is asked about an item."""

from communes.core.access.rich import rich
from communes.deliberations.i18n import _
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IAdvice(model.Schema):
    """What the adviser writes; its course belongs to the processes."""

    kind = schema.Choice(
        title=_("label_advice_kind", default="Type d'avis"),
        vocabulary="communes.deliberations.advice_kinds",
        required=False,
    )
    motivation = rich(
        _("label_advice_motivation", default="Motivation"),
        _(
            "help_advice_motivation",
            default="Ce qui fonde l'avis en droit et en fait.",
        ),
    )
    observations = rich(_("label_advice_observations", default="Observations"))
    reference = schema.TextLine(
        title=_("label_advice_reference", default="Référence"),
        required=False,
        default="",
        missing_value="",
        max_length=100,
    )
    commitment_number = schema.TextLine(
        title=_("label_advice_commitment", default="Numéro d'engagement"),
        required=False,
        default="",
        missing_value="",
        max_length=100,
    )
    hidden_while_written = schema.Bool(
        title=_("label_advice_hidden", default="Cacher pendant la rédaction"),
        description=_(
            "help_advice_hidden",
            default="Jusqu'à ce que l'avis soit rendu, seul votre service le lit.",
        ),
        required=False,
        default=False,
    )
    confidential = schema.Bool(
        title=_("label_advice_confidential", default="Confidentiel"),
        description=_(
            "help_advice_confidential",
            default="Lu par le service du point, le secrétariat et votre service ; "
            "jamais par les membres de l'assemblée.",
        ),
        required=False,
        default=False,
    )


@implementer(IAdvice)
class Advice(Container):
    """One advice, inside its item; its annexes lie in it.

    ``course`` is a part that ``communes.deliberations.storage.advice`` alone reads
    and writes: who was asked, when, until when, the answer and what came before it.
    It is an object of its own because its readers are not those of its item: who
    advises reads the item and writes only this; a confidential one has fewer readers.
    """

    course = None
