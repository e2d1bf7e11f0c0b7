"""A template of items: the words a service need not write again each time."""

from communes.core.access.rich import rich
from communes.deliberations.i18n import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IItemTemplate(model.Schema):
    """What an item made from the template begins with, and who is offered it."""

    title = schema.TextLine(
        title=_("label_template_title", default="Objet du point"),
        description=_(
            "help_template_title",
            default="Par exemple « Ordonnance de police : circulation rue … ».",
        ),
        max_length=500,
    )
    folder = schema.TextLine(
        title=_("label_template_folder", default="Dossier"),
        description=_(
            "help_template_folder",
            default="Les modèles d'un même dossier sont proposés ensemble.",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=100,
    )
    services = schema.Tuple(
        title=_("label_template_services", default="Services"),
        description=_(
            "help_template_services",
            default="Ceux à qui le modèle est proposé ; aucun choix : tous.",
        ),
        value_type=schema.Choice(vocabulary="communes.deliberations.services"),
        required=False,
        default=(),
        missing_value=(),
    )
    recurring_at = schema.Choice(
        title=_("label_template_recurring_at", default="Inséré d'office"),
        description=_(
            "help_template_recurring_at",
            default="L'étape de chaque séance où le point est ajouté sans qu'on y "
            "pense.",
        ),
        vocabulary="communes.deliberations.recurring_steps",
        required=False,
    )
    proposing_service = schema.Choice(
        title=_("label_template_proposing_service", default="Service proposant"),
        description=_(
            "help_template_proposing_service",
            default="Nécessaire pour un point inséré d'office.",
        ),
        vocabulary="communes.deliberations.services",
        required=False,
    )
    category = schema.Choice(
        title=_("label_item_category", default="Catégorie"),
        vocabulary="communes.deliberations.categories",
        required=False,
    )
    privacy = schema.Choice(
        title=_("label_item_privacy", default="Publicité"),
        vocabulary="communes.deliberations.privacies",
        required=False,
    )
    poll_type = schema.Choice(
        title=_("label_item_poll_type", default="Mode de scrutin"),
        vocabulary="communes.deliberations.poll_types",
        required=False,
    )
    groups_in_charge = schema.Tuple(
        title=_("label_item_groups_in_charge", default="Groupes en charge"),
        value_type=schema.Choice(vocabulary="communes.deliberations.services"),
        required=False,
        default=(),
        missing_value=(),
    )
    copy_groups = schema.Tuple(
        title=_("label_item_copy_groups", default="Services en copie"),
        value_type=schema.Choice(vocabulary="communes.deliberations.services"),
        required=False,
        default=(),
        missing_value=(),
    )
    budget_related = schema.Bool(
        title=_(
            "label_item_budget_related",
            default="La décision coûte ou rapporte à l'institution",
        ),
        required=False,
        default=False,
    )
    summary = rich(_("label_item_summary", default="Note de synthèse"))
    motivation = rich(_("label_item_motivation", default="Motivation"))
    decision = rich(_("label_item_decision", default="Décision"))


#: The fields that an item takes over as they are.
TAKEN_OVER = (
    "title",
    "proposing_service",
    "category",
    "privacy",
    "poll_type",
    "groups_in_charge",
    "copy_groups",
    "budget_related",
    "summary",
    "motivation",
    "decision",
)


@implementer(IItemTemplate)
class ItemTemplate(Item):
    """A template in an assembly; ``edits`` counts its versions."""

    edits = None
