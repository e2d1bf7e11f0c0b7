"""An item (point): one matter a service submits to the decision of an assembly."""

from communes.deliberations.i18n import _
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


def _rich(title: str, description: str = "", required: bool = False) -> RichText:
    """Return a field of formatted text, cleaned of active content when shown."""
    return RichText(
        title=title,
        description=description,
        required=required,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )


class IMeetingItem(model.Schema):
    """The fields of an item; its place on an agenda belongs to the meeting."""

    directives.read_permission(
        internal_notes="communes.deliberations.ViewInternalNotes"
    )
    # A service asks for the urgency; ``api.item`` sees to who declares it.
    directives.write_permission(
        internal_notes="communes.deliberations.ViewInternalNotes"
    )

    title = schema.TextLine(
        title=_("label_item_title", default="Objet"),
        description=_(
            "help_item_title",
            default="Ce que l'assemblée doit décider, en une phrase.",
        ),
        max_length=500,
    )
    summary = _rich(
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
    motivation = _rich(
        _("label_item_motivation", default="Motivation"),
        _("help_item_motivation", default="Les « vu » et les « considérant »."),
    )
    decision = _rich(
        _("label_item_decision", default="Décision"),
        _(
            "help_item_decision",
            default="Le dispositif : les articles soumis au vote.",
        ),
    )
    vote_text = _rich(
        _("label_item_vote_text", default="Résultat du vote"),
        _(
            "help_item_vote_text",
            default="Rédigé d'après les votes encodés ; vous pouvez le corriger.",
        ),
    )
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
    observations = _rich(_("label_item_observations", default="Observations"))
    internal_notes = _rich(
        _("label_item_internal_notes", default="Notes internes"),
        _(
            "help_item_internal_notes",
            default="Lues par le service et le secrétariat, jamais par l'assemblée.",
        ),
    )
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
