"""The projection: what it takes of a meeting, under which names, and as a message."""

from communes.deliberations.domain.publicity.changes import ChangeKind
from communes.deliberations.domain.publicity.changes import changes
from communes.deliberations.domain.publicity.identity import item_ids
from communes.deliberations.domain.publicity.message import EXAMPLE
from communes.deliberations.domain.publicity.message import MEETING as KIND
from communes.deliberations.domain.publicity.obstacles import publication_obstacles
from communes.deliberations.domain.publicity.obstacles import ReviewedItem
from communes.deliberations.domain.publicity.projection import ItemPublication
from communes.deliberations.domain.publicity.projection import public_meeting
from communes.deliberations.domain.publicity.projection import Publication
from communes.deliberations.domain.publicity.reading import from_data
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.records import to_data
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.tests.test_domain_documents import CLOSED
from communes.deliberations.tests.test_domain_documents import MEETING
from communes.deliberations.tests.test_domain_documents import PUBLIC
from communes.deliberations.tests.test_domain_documents import SECRETS
from communes.exchange.messages.schema import check_body
from dataclasses import replace
from datetime import datetime
from datetime import UTC
import json


MOMENT = datetime(2023, 5, 22, 20, 0, tzinfo=UTC)
OWN = "99901/conseil/2023/5"


def projection(meeting=MEETING, stage=Stage.DECISION, before=None, chosen=None):
    publication = Publication(
        id=OWN,
        nis="99901",
        stage=stage,
        version=1 + (before.version if before else 0),
        published_at=MOMENT,
        date=MOMENT,
        items={
            one.id: ItemPublication(f"{OWN}/{one.number}", "<p>Note</p>")
            for one in meeting.items
        },
    )
    return public_meeting(meeting, publication, before, chosen)


def test_a_closed_item_has_its_number_and_nothing_else():
    text = json.dumps(to_data(projection()), ensure_ascii=False)
    assert not [word for word in SECRETS if word in text]
    hidden = next(one for one in projection().items if one.closed)
    assert hidden.number == CLOSED.number


def test_a_draft_says_neither_vote_nor_people():
    made = projection(stage=Stage.PROJECT)
    shown = made.items[0]
    assert shown.decision and not shown.votes and not shown.result
    assert not made.present and not made.chair


def test_what_was_put_off_has_its_fate_and_no_text():
    late = next(one for one in projection().items if one.result == "delayed")
    assert (late.motivation, late.decision, late.summary) == ("", "", "")


def test_a_secret_vote_has_counts_and_no_name():
    vote = SecretVote(3, (Ballot("", Tally(yes=2, no=1)),))
    meeting = replace(MEETING, items=(replace(PUBLIC, votes=(vote,)),))
    (shown,) = projection(meeting).items[0].votes
    assert (shown.secret, shown.yes, shown.no) == (True, 2, 1)
    assert not (shown.voted_yes or shown.voted_no or shown.abstained)


def test_what_is_not_chosen_stays_as_it_was_published():
    first = projection()
    changed = replace(PUBLIC, decision="<p>Autre.</p>")
    meeting = replace(MEETING, items=(changed, *MEETING.items[1:]))
    second = projection(meeting, before=first, chosen=())
    assert second.items == first.items
    third = projection(meeting, before=second, chosen=(PUBLIC.id,))
    kinds = {one.number: one.kind for one in changes(second, third)}
    assert kinds["1"] is ChangeKind.CHANGED


def test_what_is_closed_since_is_emptied_even_when_it_is_not_chosen():
    first = projection()
    meeting = replace(MEETING, items=(replace(PUBLIC, public=False),))
    (item,) = projection(meeting, before=first, chosen=()).items
    assert item.closed and item.decision == ""


def test_a_projection_is_read_back_from_its_json():
    made = projection()
    assert from_data(json.loads(json.dumps(to_data(made)))) == made


def test_the_message_follows_its_schema():
    check_body(KIND, EXAMPLE)
    check_body(KIND, json.loads(json.dumps(to_data(projection()))))


def test_a_name_is_kept_and_never_given_twice():
    first = item_ids(OWN, {"a": "1", "b": "2"}, {})
    second = item_ids(OWN, {"a": "1", "c": "2", "b": "3"}, first)
    assert second["b"] == f"{OWN}/2"
    assert second["c"] == f"{OWN}/2-2"


def test_what_stands_against_a_publication_is_told_at_once():
    items = [
        ReviewedItem("a", "1", ItemState.ACCEPTED, True, ReviewStanding.MISSING),
        ReviewedItem("b", "2", ItemState.ITEMFROZEN, True, ReviewStanding.STALE),
        ReviewedItem("c", "3", ItemState.ACCEPTED, False, ReviewStanding.MISSING),
    ]
    found = publication_obstacles(Stage.DECISION, MeetingState.FROZEN, "", items)
    assert [one.code for one in found] == [
        "no_nis",
        "wrong_moment_decisions",
        "not_reviewed",
        "review_stale",
        "not_decided",
    ]
    assert found[2].values["items"] == "1"
