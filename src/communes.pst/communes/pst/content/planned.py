"""The fields operational objectives and actions have in common."""

from communes.pst.content.choosing import day
from communes.pst.content.choosing import one_of
from communes.pst.content.choosing import some_of
from communes.pst.content.steered import ISteered
from communes.pst.i18n import _
from zope import schema


class IPlanned(ISteered):
    """Who answers for it and when it is done."""

    priority = one_of("priorities", _("label_priority", default="Priorité"))
    managers = some_of(
        "services",
        _("label_managers", default="Services gestionnaires"),
        _("help_managers", default="Leurs gestionnaires d'action y écrivent."),
    )
    mandataries = some_of(
        "mandataries", _("label_mandataries", default="Responsable mandataire")
    )
    visible_for = some_of(
        "services",
        _("label_visible_for", default="Visible aussi pour"),
        _("help_visible_for", default="Services qui le lisent sans le gérer."),
    )
    partners = schema.Tuple(
        title=_("label_partners", default="Partenaires externes"),
        description=_("help_partners", default="Un par ligne."),
        value_type=schema.TextLine(),
        required=False,
        default=(),
        missing_value=(),
    )
    planned_begin = day(_("label_planned_begin", default="Début prévu"))
    planned_end = day(
        _("label_planned_end", default="Échéance"),
        _("help_planned_end", default="Vide : la plus tardive de ce qui est dessous."),
    )
    effective_begin = day(_("label_effective_begin", default="Début effectif"))
    effective_end = day(_("label_effective_end", default="Fin effective"))
