"""Where an item goes: another assembly with words of its own, or out of meeting."""

from communes.core.access.rich import rich
from communes.deliberations.i18n import _
from plone.supermodel import model
from zope import schema


class IItemTravel(model.Schema):
    """The destinations of an item, what is said there, and who else must agree."""

    send_to = schema.Tuple(
        title=_("label_item_send_to", default="À envoyer vers"),
        description=_(
            "help_item_send_to",
            default="Les assemblées où le point ira quand celle-ci l'aura accepté.",
        ),
        value_type=schema.Choice(vocabulary="communes.deliberations.target_assemblies"),
        required=False,
        default=(),
        missing_value=(),
    )
    send_to_privacy = schema.Choice(
        title=_("label_item_send_to_privacy", default="Publicité dans cette assemblée"),
        vocabulary="communes.deliberations.all_privacies",
        required=False,
    )
    send_to_title = schema.TextLine(
        title=_("label_item_send_to_title", default="Objet pour l'autre assemblée"),
        description=_(
            "help_item_send_to_title", default="Vide : l'objet du point est repris."
        ),
        required=False,
        default="",
        missing_value="",
        max_length=500,
    )
    send_to_motivation = rich(
        _("label_item_send_to_motivation", default="Motivation pour l'autre assemblée"),
        _(
            "help_item_send_to_motivation",
            default="Vide : la motivation du point est reprise.",
        ),
    )
    send_to_decision = rich(
        _("label_item_send_to_decision", default="Décision pour l'autre assemblée"),
        _(
            "help_item_send_to_decision",
            default="Vide : la décision du point est reprise.",
        ),
    )
    tutelle = schema.Bool(
        title=_("label_item_tutelle", default="À transmettre à la tutelle"),
        required=False,
        default=False,
    )
    out_of_meeting = schema.Bool(
        title=_(
            "label_item_out_of_meeting", default="Décidé hors séance, par délégation"
        ),
        required=False,
        default=False,
    )
    out_of_meeting_emergency = schema.Bool(
        title=_(
            "label_item_out_of_meeting_emergency",
            default="Décidé hors séance en urgence, à ratifier ensuite",
        ),
        required=False,
        default=False,
    )
    fixes_agenda_of = schema.Choice(
        title=_(
            "label_item_fixes_agenda_of",
            default="Arrête l'ordre du jour de la séance",
        ),
        description=_(
            "help_item_fixes_agenda_of",
            default="La séance de l'autre assemblée dont ce point fixe l'ordre du "
            "jour.",
        ),
        vocabulary="communes.deliberations.agendas_to_fix",
        required=False,
    )
