"""A task: one piece of work of an action, given to a service and to somebody in it."""

from communes.core.access.rich import rich
from communes.pst.content.choosing import day
from communes.pst.content.choosing import one_of
from communes.pst.content.element import Element
from communes.pst.i18n import _
from decimal import Decimal
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class ITask(model.Schema):
    """What is to be done, by whom, until when."""

    title = schema.TextLine(
        title=_("label_task_title", default="Travail à faire"), max_length=255
    )
    description = rich(_("label_task_description", default="Description du travail"))
    service = one_of("services", _("label_task_service", default="Service assigné"))
    user = one_of(
        "agents",
        _("label_task_user", default="Agent assigné"),
        _("help_task_user", default="Dès qu'il est dit, la tâche est à faire."),
    )
    due_on = day(_("label_task_due_on", default="Échéance"))
    enquirer = one_of("services", _("label_task_enquirer", default="Demandé par"))
    weight = schema.Decimal(
        title=_("label_weight", default="Poids"),
        min=Decimal(0),
        max=Decimal(1000),
        default=Decimal(1),
    )
    external_id = schema.TextLine(
        title=_("label_external_id", default="Identifiant externe"),
        required=False,
        default="",
        missing_value="",
    )


@implementer(ITask)
class Task(Element):
    """One piece of work; contains smaller ones."""
