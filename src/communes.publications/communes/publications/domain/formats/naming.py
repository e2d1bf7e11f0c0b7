"""People under the name their institution shows them with."""

from collections.abc import Mapping
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Person
from communes.publications.domain.projection import Vote
from dataclasses import replace


Names = Mapping[str, str]


def with_names(meeting: Meeting, names: Names) -> Meeting:
    """Return the meeting with other names.

    :param names: name that arrives -> name that is shown; the others stay.
    """
    if not names:
        return meeting
    return replace(
        meeting,
        chair=names.get(meeting.chair, meeting.chair),
        secretary=names.get(meeting.secretary, meeting.secretary),
        present=tuple(_person(one, names) for one in meeting.present),
        excused=tuple(_person(one, names) for one in meeting.excused),
        items=tuple(_item(one, names) for one in meeting.items),
    )


def _item(item: Item, names: Names) -> Item:
    votes = tuple(_vote(one, names) for one in item.votes)
    people = _all(item.representatives, names)
    return replace(item, votes=votes, representatives=people)


def _vote(vote: Vote, names: Names) -> Vote:
    return replace(
        vote,
        voted_yes=_all(vote.voted_yes, names),
        voted_no=_all(vote.voted_no, names),
        abstained=_all(vote.abstained, names),
    )


def _person(person: Person, names: Names) -> Person:
    return replace(person, name=names.get(person.name, person.name))


def _all(people: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(names.get(one, one) for one in people)
