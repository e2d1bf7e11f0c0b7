"""An operational objective: what is obtained, and who answers for it."""

from communes.pst.content.choosing import some_of
from communes.pst.content.element import Steered
from communes.pst.content.planned import IPlanned
from communes.pst.i18n import _
from zope.interface import implementer


class IOperationalObjective(IPlanned):
    """What an operational objective has beside what is planned."""

    administratives = some_of(
        "agents",
        _("label_administratives", default="Responsable administratif"),
        _(
            "help_administratives",
            default="Nécessaire, comme le mandataire, avant de démarrer l'objectif.",
        ),
    )


@implementer(IOperationalObjective)
class OperationalObjective(Steered):
    """An operational objective; contains actions and links to actions."""
