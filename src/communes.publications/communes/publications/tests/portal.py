"""A portal with one institution, and how meetings reach it in the tests."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.publications.receiving.receiver import MeetingReceiver
from communes.publications.storage.places import find_institution
from communes.publications.storage.places import find_meeting
from communes.publications.tests import example
from datetime import datetime
from datetime import UTC
from plone import api


SENDER = "demo/agents"


def make_institution(site, nis="99901", **values):
    """Return a published institution that ``SENDER`` publishes for."""
    fields = {
        "title": "Valmont-sur-Lesse",
        "enterprise_number": "0207336212",
        "mail": "info@example.be",
        "sender": SENDER,
        **values,
    }
    with api.env.adopt_roles(["Manager"]):
        kind = "communes.publications.Institution"
        made = api.content.create(site, kind, nis, **fields)
        api.content.transition(made, "publish")
    return made


def receive(site, data, sender=SENDER):
    """Let a message arrive, with its files."""
    message = Envelope(
        id="m",
        kind="communes.deliberations.meeting.v1",
        sender=sender,
        receiver="mutual/portal",
        subject="meeting:1",
        sequence=1,
        time=datetime.now(UTC),
        body=data,
    )
    with api.env.adopt_roles(["Manager"]):
        example.give_files(site, sender, data)
        MeetingReceiver().receive(site, message)


def meeting_of(site, id=example.MEETING):
    """Return the place of a meeting, whoever may see it."""
    return find_meeting(find_institution(site, id[:5]), id)
