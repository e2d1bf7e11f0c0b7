"""Rules of the session that need an item on an agenda to be shown."""

from communes.deliberations import api as door
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import held_meeting


def test_the_urgency_of_a_secret_item_is_voted_by_name(town):
    _meeting, (item, _other) = held_meeting(
        poll_type=PollType.SECRET.value, list_type="urgent", decision=""
    )
    with builders.as_user("directeur-general"):
        assert door.declare_urgency([item])
        urgency = door.votes(item).urgency
        door.encode_secret_vote(item, [("", {"yes": 4, "no": 1})])
    assert isinstance(urgency, PublicVote)
    assert urgency.tally.yes == 5
