"""A meeting (séance): one day of an assembly, its agenda and who was there."""

from communes.core.access.rich import rich
from communes.deliberations.content.meeting_practical import IMeetingPractical
from communes.deliberations.i18n import _
from plone.autoform import directives
from plone.dexterity.content import Container
from zope import schema
from zope.interface import implementer


class IMeeting(IMeetingPractical):
    """The fields of a meeting; its agenda and attendance are kept beside them."""

    directives.read_permission(
        closed_observations="communes.deliberations.ViewClosedItems"
    )
    # Numbers are drawn, never typed: only whoever sets the assembly up mends them.
    directives.write_permission(
        meeting_number="communes.deliberations.ManageAssembly",
        first_item_number="communes.deliberations.ManageAssembly",
    )

    date = schema.Datetime(
        title=_("label_meeting_date", default="Date et heure de la séance"),
        description=_(
            "help_meeting_date",
            default="Une assemblée n'a qu'une séance à la même date et heure.",
        ),
    )
    started_at = schema.Datetime(
        title=_("label_meeting_started_at", default="Début"),
        required=False,
    )
    first_part_ended_at = schema.Datetime(
        title=_("label_meeting_first_part_ended_at", default="Fin de la 1ʳᵉ partie"),
        required=False,
    )
    second_part_started_at = schema.Datetime(
        title=_(
            "label_meeting_second_part_started_at", default="Début de la 2ᵉ partie"
        ),
        required=False,
    )
    ended_at = schema.Datetime(
        title=_("label_meeting_ended_at", default="Fin"),
        required=False,
    )
    convoked_on = schema.Date(
        title=_("label_meeting_convoked_on", default="Date de convocation"),
        required=False,
    )
    approved_on = schema.Date(
        title=_("label_meeting_approved_on", default="Date d'approbation du PV"),
        required=False,
    )
    place = schema.TextLine(
        title=_("label_meeting_place", default="Lieu"),
        required=False,
        default="",
        missing_value="",
    )
    extraordinary = schema.Bool(
        title=_("label_meeting_extraordinary", default="Séance extraordinaire"),
        required=False,
        default=False,
    )
    videoconference = schema.Bool(
        title=_("label_meeting_videoconference", default="Par visioconférence"),
        required=False,
        default=False,
    )
    chair = schema.TextLine(
        title=_("label_meeting_chair", default="Présidence"),
        description=_(
            "help_meeting_chair",
            default="Le siège de qui préside ; vide : le premier présent.",
        ),
        required=False,
        default="",
        missing_value="",
    )
    secretary = schema.TextLine(
        title=_("label_meeting_secretary", default="Secrétariat"),
        description=_(
            "help_meeting_secretary",
            default="Le siège de qui tient le procès-verbal ; vide : le premier "
            "présent sans droit de vote.",
        ),
        required=False,
        default="",
        missing_value="",
    )
    call = schema.Int(
        title=_("label_meeting_call", default="Convocation"),
        description=_(
            "help_meeting_call",
            default="1 pour une première convocation, 2 ou 3 pour une suivante sur le "
            "même ordre du jour.",
        ),
        required=False,
        default=1,
        min=1,
        max=3,
    )
    meeting_number = schema.Int(
        title=_("label_meeting_number", default="Numéro de séance"),
        description=_(
            "help_meeting_number", default="Attribué quand la séance est gelée."
        ),
        required=False,
        min=1,
    )
    first_item_number = schema.Int(
        title=_("label_meeting_first_item_number", default="Numéro du premier point"),
        description=_(
            "help_meeting_first_item_number",
            default="Attribué quand la rédaction du procès-verbal commence.",
        ),
        required=False,
        min=1,
    )
    external_id = schema.TextLine(
        title=_("label_meeting_external_id", default="Identifiant externe"),
        description=_(
            "help_meeting_external_id",
            default="Donné par l'application d'où la séance vient.",
        ),
        required=False,
        default="",
        missing_value="",
    )
    observations = rich(
        _("label_meeting_observations", default="Observations (partie publique)")
    )
    closed_observations = rich(
        _("label_meeting_closed_observations", default="Observations (huis clos)")
    )
    vote_observations = rich(
        _("label_meeting_vote_observations", default="Observations sur les votes")
    )


@implementer(IMeeting)
class Meeting(Container):
    """One day of an assembly.

    ``edits``, ``agenda`` and ``attendance`` are parts, ``votes`` a tree of parts by
    UID of item, that ``communes.deliberations.storage`` alone reads and writes; each
    part carries the revision by which two people at work at once are told apart.
    ``ballot_box`` holds the vote that is open on tablets, while it is, and
    ``last_ballot_item`` the UID of the item of the one closed last.
    """

    edits = None
    agenda = None
    attendance = None
    votes = None
    committee_part = None
    convening_part = None
    ballot_box = None
    last_ballot_item = ""
