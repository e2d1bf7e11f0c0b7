"""Agendas, and the events they hold."""

from communes.core.access.rich import rich
from communes.web.content.base import IWebFields
from communes.web.content.base import WebContent
from communes.web.content.feeding import fed_by
from communes.web.content.feeding import FedBranch
from communes.web.content.feeding import proposals_open
from communes.web.content.fields import flag
from communes.web.content.fields import line
from communes.web.content.fields import lines
from communes.web.content.fields import moment
from communes.web.content.fields import web_address
from communes.web.i18n import _
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: More times apart from a rule are several events.
MOST_TIMES = 400
KINDS = SimpleVocabulary(
    [
        SimpleTerm("event", title=_("kind_event", default="Événement")),
        SimpleTerm("activity", title=_("kind_activity", default="Activité")),
    ]
)
STATUSES = SimpleVocabulary(
    [
        SimpleTerm("planned", title=_("status_planned", default="Maintenu")),
        SimpleTerm("postponed", title=_("status_postponed", default="Reporté")),
        SimpleTerm("cancelled", title=_("status_cancelled", default="Annulé")),
    ]
)


def _walls(title: str) -> schema.Tuple:
    return schema.Tuple(
        title=title,
        value_type=schema.Datetime(),
        required=False,
        default=(),
        missing_value=(),
        max_length=MOST_TIMES,
    )


class IAgenda(IWebFields):
    """An agenda, and what feeds it."""

    fed_by = fed_by(
        _("label_agenda_fed_by", default="Montre aussi les événements de"),
    )
    proposals_open = proposals_open()


class IEvent(IWebFields):
    """What, when, where and for whom."""

    kind = schema.Choice(
        title=_("label_event_kind", default="Genre"), vocabulary=KINDS, default="event"
    )
    event_starts = schema.Datetime(title=_("label_event_starts", default="Début"))
    event_ends = moment(
        _("label_event_ends", default="Fin"),
        _("help_event_ends", default="Vide : la fin est ouverte."),
    )
    whole_day = flag(
        _("label_whole_day", default="Toute la journée"),
        _("help_whole_day", default="Seules les dates comptent."),
    )
    rule = line(_("label_rule", default="Répétition (RRULE)"), most=400)
    excluded = _walls(_("label_excluded", default="Sauf"))
    added = _walls(_("label_added", default="Et aussi"))
    status = schema.Choice(
        title=_("label_status", default="A-t-il lieu ?"),
        vocabulary=STATUSES,
        default="planned",
    )
    location = line(
        _("label_location", default="Lieu"),
        _("help_location", default="Le nom de la salle ou de la place."),
    )
    street = line(_("label_street", default="Rue"))
    number = line(_("label_number", default="Numéro"), most=20)
    postcode = line(_("label_postcode", default="Code postal"), most=12)
    town = line(_("label_town", default="Localité"))
    latitude = schema.Float(
        title=_("label_latitude", default="Latitude"),
        required=False,
        min=-90.0,
        max=90.0,
    )
    longitude = schema.Float(
        title=_("label_longitude", default="Longitude"),
        required=False,
        min=-180.0,
        max=180.0,
    )
    online_url = web_address(
        _("label_online_url", default="Participer en ligne (adresse)")
    )
    organisers = lines(
        _("label_organisers", default="Organisateurs et partenaires"),
        _("help_organisers", default="Un par ligne."),
    )
    contact = line(
        _("label_contact", default="Contact"),
        _("help_contact", default="Téléphone ou adresse électronique."),
    )
    ticket_url = web_address(_("label_ticket_url", default="Billetterie (adresse)"))
    free = flag(_("label_free", default="Gratuit"))
    wheelchair = flag(_("label_wheelchair", default="Accessible aux PMR"))
    video_url = web_address(_("label_video", default="Vidéo (adresse)"))
    text = rich(_("label_text", default="Texte"))


@implementer(IAgenda)
class Agenda(FedBranch):
    """Holds events; ``fed_by``: UIDs of agendas whose events it shows too."""

    branch_role = "AgendaManager"


@implementer(IEvent)
class Event(WebContent):
    """``event_starts``, ``event_ends`` are walls of the commune's clocks, no zone.

    ``rule`` is an RRULE; ``excluded`` and ``added`` are starts (walls). ``version``
    counts what calendars must read anew. ``proposer``, ``proposer_mail``: of a
    proposal, never shown to citizens. ``source_url``: where it was taken in from.
    """

    kind = "event"
    event_starts = None
    event_ends = None
    whole_day = False
    rule = ""
    excluded = ()
    added = ()
    status = "planned"
    location = ""
    street = ""
    number = ""
    postcode = ""
    town = ""
    latitude = None
    longitude = None
    online_url = ""
    organisers = ()
    contact = ""
    ticket_url = ""
    free = False
    wheelchair = False
    video_url = ""
    text = None
    version = 0
    proposer = ""
    proposer_mail = ""
    source_url = ""
