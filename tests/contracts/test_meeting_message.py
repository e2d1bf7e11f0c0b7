"""The meeting that iA.Délib sends is the meeting that the portal reads.

The two solutions never know each other: each has its own records, and this message
between them. A field added on one side only is found here.
"""

from communes.deliberations.domain.publicity import message
from communes.deliberations.domain.publicity import records as sent
from communes.publications.domain import projection as read
from communes.publications.domain.reading import read_projection
from dataclasses import asdict
from dataclasses import fields
import json
import pytest


TWINS = [
    (sent.PublicMeeting, read.Meeting),
    (sent.PublicItem, read.Item),
    (sent.PublicVote, read.Vote),
    (sent.PublicAnnex, read.Annex),
    (sent.PublicPerson, read.Person),
    (sent.Withdrawal, read.Withdrawal),
]


def plain(value):
    return json.loads(json.dumps(value, default=lambda moment: moment.isoformat()))


def shown(meeting):
    """Return what was read, as it was sent: the order of an item is its place."""
    data = plain(asdict(meeting))
    for item in data["items"]:
        item.pop("order")
    return data


def test_what_is_sent_is_what_is_read():
    assert shown(read_projection(message.EXAMPLE)) == plain(message.EXAMPLE)


@pytest.mark.parametrize(("ours", "theirs"), TWINS, ids=lambda one: one.__name__)
def test_both_sides_name_the_same_fields(ours, theirs):
    only_read = {"order"}
    assert {one.name for one in fields(ours)} == (
        {one.name for one in fields(theirs)} - only_read
    )
