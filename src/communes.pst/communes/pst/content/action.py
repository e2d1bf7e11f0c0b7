"""An action, and a sub-action: what is done, by whom, until when."""

from communes.core.access.rich import words
from communes.pst.content.choosing import one_of
from communes.pst.content.element import Steered
from communes.pst.content.planned import IPlanned
from communes.pst.i18n import _
from decimal import Decimal
from zope import schema
from zope.interface import implementer


class IAction(IPlanned):
    """What an action has beside what is planned."""

    carrier = one_of(
        "agents",
        _("label_carrier", default="Porteur de l'action"),
        _("help_carrier", default="L'agent qui la fait avancer et la tient à jour."),
    )
    health = schema.Choice(
        title=_("label_health", default="Santé"),
        vocabulary="communes.pst.healths",
        default="bon",
    )
    health_details = words(
        _("label_health_details", default="Ce qui coince et ce qui est fait")
    )
    progress = schema.Int(
        title=_("label_progress", default="Avancement encodé (%)"),
        description=_(
            "help_progress",
            default="Compte tant que l'action n'a ni sous-action, ni tâche, ni "
            "indicateur.",
        ),
        min=0,
        max=100,
        default=0,
    )
    fte = schema.Decimal(
        title=_("label_fte", default="Équivalents temps plein"),
        min=Decimal(0),
        max=Decimal(1000),
        default=Decimal(0),
    )


class ISubAction(IAction):
    """A sub-action has the fields of an action."""


@implementer(IAction)
class Action(Steered):
    """An action; contains either sub-actions (and links to them) or tasks."""


@implementer(ISubAction)
class SubAction(Steered):
    """A part of an action that is followed on its own; contains tasks."""
