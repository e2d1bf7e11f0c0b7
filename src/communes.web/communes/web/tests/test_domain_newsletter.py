"""An issue goes once to whom it is for, however often its process dies."""

from communes.core.mailing.domain.letter import message_of
from communes.core.mailing.domain.letter import Sender
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.web.domain.errors import NoWay
from communes.web.domain.errors import TooHeavy
from communes.web.domain.newsletter.drafting import due_since
from communes.web.domain.newsletter.drafting import title_of
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import edited
from communes.web.domain.newsletter.issue import is_due
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.issue import MOST_BYTES
from communes.web.domain.newsletter.issue import moved
from communes.web.domain.newsletter.issue import refuse_heavy
from communes.web.domain.newsletter.sending import left_to_send
from communes.web.domain.newsletter.sending import letter_id
from communes.web.domain.newsletter.sending import letter_of
from communes.web.domain.newsletter.sending import progress
from communes.web.domain.newsletter.sending import recipients
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


FEW = settings(max_examples=40, deadline=None)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ISSUE = Issue("12", "valmont", "Décembre à Valmont")


def subscriber(id, topics=(), standing=Standing.CONFIRMED, **more):
    more.setdefault("address", f"{id}@exemple.be")
    wishes = {"topics": list(topics)}
    return Subscriber(
        id, "newsletter:valmont", asked_at=NOW, wishes=wishes, standing=standing.value,
        **more,
    )  # fmt: skip


def test_an_issue_is_tested_before_it_is_planned():
    with pytest.raises(NoWay):
        moved(ISSUE, IssueState.SCHEDULED)
    tested = moved(ISSUE, IssueState.TESTED)
    with pytest.raises(NoWay):
        moved(tested, IssueState.SCHEDULED)
    planned = moved(replace(tested, send_at=NOW), IssueState.SCHEDULED)
    assert is_due(planned, NOW)
    assert not is_due(planned, NOW - timedelta(seconds=1))
    assert not is_due(tested, NOW)


def test_what_is_changed_is_tested_again():
    tested = moved(ISSUE, IssueState.TESTED)
    assert edited(tested, (Block("text"),)).state == IssueState.DRAFT
    for state in set(IssueState) - {IssueState.DRAFT, IssueState.TESTED}:
        with pytest.raises(NoWay):
            edited(replace(ISSUE, state=state), ())


@pytest.mark.parametrize("state", [IssueState.SENDING, IssueState.SENT])
def test_what_leaves_is_never_a_draft_again(state):
    reached, waiting = set(), [state]
    while waiting:
        here = waiting.pop()
        for to in IssueState:
            try:
                moved(replace(ISSUE, state=here, send_at=NOW), to)
            except NoWay:
                continue
            if to not in reached:
                reached.add(to)
                waiting.append(to)
    assert reached <= {IssueState.SENT, IssueState.ARCHIVED}


def test_an_issue_is_as_long_as_it_is_shown_whole():
    refuse_heavy(ISSUE, b"x" * MOST_BYTES)
    with pytest.raises(TooHeavy, match="102001"):
        refuse_heavy(ISSUE, b"x" * (MOST_BYTES + 1))


def test_only_who_confirmed_gets_letters():
    people = [
        subscriber("a"),
        subscriber("b", standing=Standing.ASKED),
        subscriber("c", standing=Standing.BOUNCED),
        replace(subscriber("d"), list="newsletter:ciney"),
    ]
    assert [one.id for one in recipients(ISSUE, people)] == ["a"]


def test_topics_choose_and_none_means_all():
    works = replace(ISSUE, topics=("works",))
    people = [subscriber("a", ["works"]), subscriber("b", ["culture"]), subscriber("c")]
    assert [one.id for one in recipients(works, people)] == ["a", "c"]
    assert len(recipients(ISSUE, people)) == 3


def test_an_address_gets_one_letter_even_if_it_is_there_twice():
    people = [
        subscriber("a", address="Jean@exemple.be"),
        subscriber("b", address="jean@exemple.be"),
    ]
    assert [one.id for one in recipients(ISSUE, people)] == ["a"]


def test_a_letter_leaves_with_one_click():
    letter = letter_of(ISSUE, subscriber("a"), "Bonjour", "https://x.example/l?jeton=1")
    message = message_of(letter, Sender("Valmont", "info@valmont.example"), NOW)
    assert message["List-Unsubscribe"] == "<https://x.example/l?jeton=1>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter.id == letter_id(ISSUE, subscriber("a"))


@FEW
@given(st.integers(0, 30), st.lists(st.integers(0, 90), max_size=6))
def test_killed_at_any_point_no_address_gets_two(size, kills):
    """A letter is written down as leaving before the server is asked."""
    chosen = recipients(ISSUE, [subscriber(f"s{number:02}") for number in range(size)])
    known: dict[str, Way] = {}
    taken: list[str] = []
    for steps in [*kills, 3 * size]:
        # The next process finds what was leaving: nobody knows where it is.
        for id, way in known.items():
            if way is Way.SENDING:
                known[id] = Way.UNCERTAIN
        for one in left_to_send(ISSUE, chosen, known):
            id = letter_id(ISSUE, one)
            if steps < 1:
                break
            known[id] = Way.SENDING
            if steps < 2:
                break
            taken.append(one.address)
            if steps < 3:
                break
            known[id] = Way.SENT
            steps -= 3
    assert len(taken) == len(set(taken))
    found = progress(size, known)
    assert found.over
    assert found.sent + found.uncertain == size == found.recipients
    assert found.uncertain <= len(kills)
    assert set(taken) >= {
        one.address for one in chosen if known[letter_id(ISSUE, one)] is Way.SENT
    }


@FEW
@given(st.lists(st.sampled_from(list(Way)), max_size=20), st.integers(0, 30))
def test_every_letter_is_counted_once(ways, size):
    known = {str(number): way for number, way in enumerate(ways)}
    found = progress(size, known)
    counted = (
        found.queued + found.in_flight + found.sent + found.uncertain
        + found.bounced + found.complained + found.refused + found.dropped
    )  # fmt: skip
    assert counted == found.recipients == max(size, len(ways))


@pytest.mark.parametrize(
    ("frequency", "last", "now", "due"),
    [
        ("free", 1, 23, False),
        ("daily", 22, 23, True),
        ("daily", 23, 23, False),
        ("weekly", 16, 22, False),
        ("weekly", 22, 23, True),
        ("weekly", 23, 29, False),
    ],
)
def test_a_draft_is_due_at_six_in_the_morning(frequency, last, now, due):
    """The 23rd of November 2026 is a Monday."""
    before = datetime(2026, 11, last, 12, tzinfo=UTC)
    found = due_since(frequency, before, datetime(2026, 11, now, 5, 30, tzinfo=UTC))
    assert (found is not None) is due


def test_a_draft_is_called_by_its_day():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert title_of("Lettre", late) == "Lettre – 23 novembre 2026"
