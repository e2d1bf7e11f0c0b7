"""Listens to the meetings that institutions publish."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.publications.domain.reading import read_projection
from communes.publications.receiving.errors import NotItsSender
from communes.publications.receiving.errors import UnknownInstitution
from communes.publications.receiving.take import take
from communes.publications.storage.places import find_institution
from communes.publications.storage.places import make_meeting
from communes.publications.storage.projection import let_wait
from typing import Any
from zope.interface import implementer


KIND = "communes.deliberations.meeting.v1"


@implementer(IMessageReceiver)
class MeetingReceiver:
    """Takes a meeting in, or has it wait for a look; an older one changes nothing."""

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``.

        :raises ProjectionUnreadable, ProjectionRefused: what arrives may not be shown.
        :raises UnknownInstitution, NotItsSender: it is nobody's here.
        """
        shown = read_projection(envelope.body)
        institution = find_institution(site, shown.nis)
        if institution is None:
            raise UnknownInstitution(nis=shown.nis)
        if institution.sender != envelope.sender:
            raise NotItsSender(sender=envelope.sender, name=institution.title)
        meeting = make_meeting(institution, shown)
        if shown.version <= meeting.current:
            return
        if institution.asks_first or shown.stage not in institution.stages:
            let_wait(meeting, envelope.body)
            meeting.reindexObject()
        else:
            take(meeting, envelope.body)
