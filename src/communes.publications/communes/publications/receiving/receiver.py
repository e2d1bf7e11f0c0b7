"""Listens to the meetings that institutions publish."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.publications.domain.choosing import only_withdrawn
from communes.publications.domain.choosing import withdrawals
from communes.publications.domain.reading import read_projection
from communes.publications.receiving.errors import NotItsSender
from communes.publications.receiving.errors import UnknownInstitution
from communes.publications.receiving.take import take
from communes.publications.storage.files import keep_files
from communes.publications.storage.places import find_institution
from communes.publications.storage.places import make_meeting
from communes.publications.storage.projection import let_wait
from communes.publications.storage.projection import note_received
from communes.publications.storage.projection import projection_data
from typing import Any
from zope.interface import implementer


KIND = "communes.deliberations.meeting.v1"


@implementer(IMessageReceiver)
class MeetingReceiver:
    """Takes a meeting in, or has it wait for a look; an older one changes nothing.

    What it withdraws of what is shown never waits.
    """

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``.

        :raises ProjectionUnreadable, ProjectionRefused: what arrives may not be shown.
        :raises UnknownInstitution, NotItsSender: it is nobody's here.
        """
        data = envelope.body
        shown = read_projection(data)
        institution = find_institution(site, shown.nis)
        if institution is None:
            raise UnknownInstitution(nis=shown.nis)
        if institution.sender != envelope.sender:
            raise NotItsSender(sender=envelope.sender, name=institution.title)
        meeting = make_meeting(institution, shown)
        if shown.version <= meeting.received:
            return
        note_received(meeting, shown.version)
        keep_files(site, envelope.sender, meeting, data)
        if institution.asks_first or shown.stage not in institution.stages:
            _let_wait(meeting, data)
        else:
            let_wait(meeting, None)
            take(meeting, data)


def _let_wait(meeting: Any, data: Any) -> None:
    let_wait(meeting, data)
    before = projection_data(meeting)
    gone = withdrawals(before, data)
    if before is not None and gone:
        take(meeting, only_withdrawn(before, data, gone))
    else:
        meeting.reindexObject()
