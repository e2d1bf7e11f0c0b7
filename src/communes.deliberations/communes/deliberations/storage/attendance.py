"""The attendance of a meeting: plain data on it, a roll call for the rules."""

from communes.core.access.permission import current_user
from communes.core.organisation.api import mandates_in_office
from communes.core.organisation.domain import Mandate
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Passage
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import present_members
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.storage import part
from communes.deliberations.storage.agenda import order_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.plain import to_plain
from dataclasses import replace
from plone import api


def roll_of(meeting: IMeeting) -> tuple[RollCall, int]:
    """Return the roll call of a meeting and its revision.

    Before anything is encoded its seats are the mandates in office on the day of
    the meeting; from then on they are those the meeting keeps, whatever happens to
    the mandates.
    """
    data, revision = part.read(meeting, "attendance", dict)
    order = order_of(meeting)
    if not data:
        return RollCall(seats=seats_in_office(meeting), order=order), revision
    roll = RollCall(
        seats=tuple(Seat(**seat) for seat in data["seats"]),
        presences={id: Presence(one) for id, one in data["presences"].items()},
        passages=tuple(
            Passage(one["seat"], Movement(one["movement"]), one["item"])
            for one in data["passages"]
        ),
        withdrawals=tuple((item, seat) for item, seat in data["withdrawals"]),
        replacements=dict(data["replacements"]),
        order=order,
    )
    return roll, revision


def save_roll(
    meeting: IMeeting, roll: RollCall, change: str, revision: int | None = None
) -> int:
    """Keep the roll call on the meeting and return its new revision.

    :raises StaleRevision: somebody else changed it since ``revision``.
    """
    data = to_plain(roll)
    del data["order"]
    return part.write(
        meeting,
        "attendance",
        data,
        by=current_user(),
        change=change,
        revision=revision,
        what="La liste des présences",
    )


def present_count(meeting: IMeeting) -> int:
    """Return how many members with a vote were there at the opening."""
    roll, _revision = roll_of(meeting)
    return len(present_members(roll))


def chair_of(meeting: IMeeting, roll: RollCall) -> str:
    """Return the seat of who presides: the one named, else the first one present."""
    return meeting.chair or _first_present(roll, votes=True)


def secretary_of(meeting: IMeeting, roll: RollCall) -> str:
    """Return the seat of who keeps the minutes: named, else the first without vote."""
    return meeting.secretary or _first_present(roll, votes=False)


def _first_present(roll: RollCall, *, votes: bool) -> str:
    present = roll.standing(Presence.PRESENT)
    return next((seat.id for seat in present if seat.votes is votes), "")


def seats_in_office(meeting: IMeeting) -> tuple[Seat, ...]:
    """Return the seats of the assembly on the day of the meeting, by precedence."""
    body = assembly_of(meeting).getId()
    day = meeting.date.date()
    shares = settings_of(assembly_of(meeting)).shares
    held = mandates_in_office(api.portal.get(), body, day)
    return tuple(
        replace(_seat(one), weight=shares.voices(one.person.id, one.group))
        for one in held
    )


def _seat(mandate: Mandate) -> Seat:
    person = mandate.person
    return Seat(
        id=person.id,
        name=person.name,
        title=mandate.role,
        gender=person.gender,
        votes=mandate.votes,
        group=mandate.group,
    )
