"""What the secretariat plans and notes around a meeting, beside its agenda."""

from communes.core.access.rich import words
from communes.deliberations.i18n import _
from plone.supermodel import model
from zope import schema


class IMeetingPractical(model.Schema):
    """Own deadlines, urgency of the convocation, preparation, guests and notes."""

    meeting_category = schema.TextLine(
        title=_("label_meeting_category", default="Catégorie de séance"),
        required=False,
        default="",
        missing_value="",
    )
    validation_deadline = schema.Datetime(
        title=_("label_meeting_validation_deadline", default="Échéance de validation"),
        description=_(
            "help_meeting_validation_deadline",
            default="Jusqu'à quand les services font valider leurs points.",
        ),
        required=False,
    )
    late_items_deadline = schema.Datetime(
        title=_(
            "label_meeting_late_items_deadline",
            default="Échéance des points supplémentaires",
        ),
        description=_(
            "help_meeting_late_items_deadline",
            default="Jusqu'à quand un point peut encore suivre l'ordre du jour gelé.",
        ),
        required=False,
    )
    urgent_convocation = schema.Bool(
        title=_("label_meeting_urgent_convocation", default="Convoquée en urgence"),
        description=_(
            "help_meeting_urgent_convocation",
            default="L'urgence dispense des jours francs de la convocation ; elle se "
            "motive.",
        ),
        required=False,
        default=False,
    )
    convocation_urgency = words(
        _("label_meeting_convocation_urgency", default="Motivation de l'urgence")
    )
    drafts_published_on = schema.Date(
        title=_(
            "label_meeting_drafts_published_on",
            default="Projets de délibération publiés le",
        ),
        required=False,
    )
    preparatory_on = schema.Datetime(
        title=_("label_meeting_preparatory_on", default="Séance préparatoire"),
        required=False,
    )
    preparatory_place = schema.TextLine(
        title=_(
            "label_meeting_preparatory_place", default="Lieu de la séance préparatoire"
        ),
        required=False,
        default="",
        missing_value="",
    )
    preparatory_observations = words(
        _(
            "label_meeting_preparatory_observations",
            default="Observations de la séance préparatoire",
        )
    )
    guests = words(_("label_meeting_guests", default="Invités"))
    assistants = words(_("label_meeting_assistants", default="Assistent à la séance"))
    proxies = words(
        _("label_meeting_proxies", default="Procurations"),
        _(
            "help_meeting_proxies",
            default="Pour une assemblée qui les admet ; jamais au Conseil communal.",
        ),
    )
    supervision_notes = words(
        _("label_meeting_supervision_notes", default="Avis de tutelle")
    )
    session_notes = words(
        _("label_meeting_session_notes", default="Notes et interpellations")
    )
