"""An item (point): one matter a service submits to the decision of an assembly."""

from communes.core.access.rich import rich
from communes.deliberations.content.item_audience import IItemAudience
from communes.deliberations.content.item_budget import IItemBudget
from communes.deliberations.content.item_travel import IItemTravel
from communes.deliberations.i18n import _
from plone.dexterity.content import Container
from urllib.parse import urlsplit
from zope import schema
from zope.interface import implementer
from zope.schema import ValidationError


class NotAWebAddress(ValidationError):
    """The address leads nowhere a browser may go. Cure: begin it with https://."""


def is_web_address(text: str) -> bool:
    """Accept an address of the web only, or none: a link may carry a script else.

    :raises NotAWebAddress: it is none.
    """
    if not text:
        return True
    try:
        parts = urlsplit(text)
    except ValueError:
        raise NotAWebAddress(text) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or " " in text:
        raise NotAWebAddress(text)
    return True


class IMeetingItem(IItemAudience, IItemBudget, IItemTravel):
    """The fields of an item; its place on an agenda belongs to the meeting."""

    title = schema.TextLine(
        title=_("label_item_title", default="Objet"),
        description=_(
            "help_item_title",
            default="Ce que l'assemblée doit décider, en une phrase.",
        ),
        max_length=500,
    )
    summary = rich(
        _("label_item_summary", default="Note de synthèse"),
        _(
            "help_item_summary",
            default="Les faits et l'enjeu, pour qui lira l'ordre du jour.",
        ),
    )
    proposing_service = schema.Choice(
        title=_("label_item_proposing_service", default="Service proposant"),
        vocabulary="communes.deliberations.proposing_services",
    )
    groups_in_charge = schema.Tuple(
        title=_("label_item_groups_in_charge", default="Groupes en charge"),
        description=_(
            "help_item_groups_in_charge",
            default="Échevinat ou service qui portera le point devant l'assemblée.",
        ),
        value_type=schema.Choice(vocabulary="communes.deliberations.services"),
        required=False,
        default=(),
        missing_value=(),
    )
    category = schema.Choice(
        title=_("label_item_category", default="Catégorie"),
        vocabulary="communes.deliberations.categories",
        required=False,
    )
    list_type = schema.Choice(
        title=_("label_item_list_type", default="Type de point"),
        vocabulary="communes.deliberations.list_types",
        default="normal",
    )
    privacy = schema.Choice(
        title=_("label_item_privacy", default="Publicité"),
        description=_(
            "help_item_privacy",
            default="Les points à huis clos suivent la partie publique.",
        ),
        vocabulary="communes.deliberations.privacies",
        default="public",
    )
    treatment = schema.Choice(
        title=_("label_item_treatment", default="Traitement"),
        description=_(
            "help_item_treatment",
            default="Un point pour information et une rubrique ne se votent pas.",
        ),
        vocabulary="communes.deliberations.treatments",
        default="decision",
    )
    poll_type = schema.Choice(
        title=_("label_item_poll_type", default="Mode de scrutin"),
        vocabulary="communes.deliberations.poll_types",
        required=False,
    )
    preferred_meeting = schema.Choice(
        title=_("label_item_preferred_meeting", default="Séance souhaitée"),
        vocabulary="communes.deliberations.preferred_meetings",
        required=False,
    )
    meeting_deadline = schema.Date(
        title=_("label_item_meeting_deadline", default="Date limite de passage"),
        description=_(
            "help_item_meeting_deadline",
            default="Le jour avant lequel l'assemblée doit avoir décidé.",
        ),
        required=False,
    )
    urgency = schema.Choice(
        title=_("label_item_urgency", default="Urgence"),
        vocabulary="communes.deliberations.urgencies",
        default="none",
    )
    urgency_motivation = schema.Text(
        title=_("label_item_urgency_motivation", default="Motivation de l'urgence"),
        required=False,
        default="",
        missing_value="",
    )
    oral_question = schema.Bool(
        title=_("label_item_oral_question", default="Question orale"),
        required=False,
        default=False,
    )
    initiators = schema.Tuple(
        title=_("label_item_initiators", default="À l'initiative de"),
        description=_(
            "help_item_initiators",
            default="Les mandataires qui ont demandé l'inscription du point.",
        ),
        value_type=schema.TextLine(),
        required=False,
        default=(),
        missing_value=(),
    )
    motivation = rich(
        _("label_item_motivation", default="Motivation"),
        _("help_item_motivation", default="Les « vu » et les « considérant »."),
    )
    decision = rich(
        _("label_item_decision", default="Décision"),
        _(
            "help_item_decision",
            default="Le dispositif : les articles soumis au vote.",
        ),
    )
    vote_text = rich(
        _("label_item_vote_text", default="Résultat du vote"),
        _(
            "help_item_vote_text",
            default="Rédigé d'après les votes encodés ; vous pouvez le corriger.",
        ),
    )
    observations = rich(_("label_item_observations", default="Observations"))
    external_id = schema.TextLine(
        title=_("label_item_external_id", default="Identifiant externe"),
        description=_(
            "help_item_external_id",
            default="Donné par l'application d'où le point vient.",
        ),
        required=False,
        default="",
        missing_value="",
    )
    origin = schema.TextLine(
        title=_("label_item_origin", default="Dossier d'origine"),
        description=_(
            "help_item_origin",
            default="L'application et le dossier d'où le point vient, en clair.",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=200,
    )
    origin_url = schema.TextLine(
        title=_("label_item_origin_url", default="Adresse du dossier d'origine"),
        required=False,
        default="",
        missing_value="",
        max_length=500,
        constraint=is_web_address,
    )


@implementer(IMeetingItem)
class MeetingItem(Container):
    """One matter submitted to an assembly.

    Beside the schema it carries what only the processes write: ``reference``
    (frozen when the minutes are begun), ``meeting_uid`` (the meeting it is on),
    ``predecessor_uid`` and ``successor_uids`` (what it continues and
    what continues it), and the part ``edits`` that
    ``communes.deliberations.storage`` alone reads and writes.
    """

    reference = ""
    meeting_uid = ""
    predecessor_uid = ""
    successor_uids = ()
    edits = None
