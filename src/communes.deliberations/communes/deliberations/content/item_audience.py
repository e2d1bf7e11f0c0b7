"""Who else reads an item, and what is written beside it for some eyes only."""

from communes.core.access.rich import rich
from communes.deliberations.i18n import _
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IItemAudience(model.Schema):
    """Services in copy, and the notes that never reach the assembly."""

    directives.read_permission(
        internal_notes="communes.deliberations.ViewInternalNotes",
        manager_notes="communes.deliberations.PresentItem",
    )
    directives.write_permission(
        internal_notes="communes.deliberations.ViewInternalNotes",
        manager_notes="communes.deliberations.PresentItem",
        marginal_notes="communes.deliberations.PresentItem",
    )

    copy_groups = schema.Tuple(
        title=_("label_item_copy_groups", default="Services en copie"),
        description=_(
            "help_item_copy_groups",
            default="Ils lisent le point, sans le modifier.",
        ),
        value_type=schema.Choice(vocabulary="communes.deliberations.services"),
        required=False,
        default=(),
        missing_value=(),
    )
    restricted_copy_groups = schema.Tuple(
        title=_(
            "label_item_restricted_copy_groups", default="Services en copie restreinte"
        ),
        description=_(
            "help_item_restricted_copy_groups",
            default="Ils ne lisent le point qu'une fois décidé, sans ses annexes "
            "confidentielles.",
        ),
        value_type=schema.Choice(vocabulary="communes.deliberations.services"),
        required=False,
        default=(),
        missing_value=(),
    )
    keywords = schema.Tuple(
        title=_("label_item_keywords", default="Mots-clés"),
        value_type=schema.TextLine(max_length=60),
        required=False,
        default=(),
        missing_value=(),
    )
    internal_notes = rich(
        _("label_item_internal_notes", default="Notes internes"),
        _(
            "help_item_internal_notes",
            default="Lues par le service et le secrétariat, jamais par l'assemblée.",
        ),
    )
    manager_notes = rich(
        _("label_item_manager_notes", default="Notes du secrétariat"),
        _(
            "help_item_manager_notes",
            default="Lues par les gestionnaires de la séance seulement.",
        ),
    )
    marginal_notes = rich(
        _("label_item_marginal_notes", default="Mentions marginales"),
        _(
            "help_item_marginal_notes",
            default="Ce qui arrive à la décision après la séance : annulation, "
            "retrait, erreur matérielle.",
        ),
    )
