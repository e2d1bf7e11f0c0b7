"""Convene the members by e-mail, and keep the proof of it."""

from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.jobs.api import intend
from communes.deliberations.api.meeting import edit_meeting
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.convening import ConvocationLetter
from communes.deliberations.domain.convening import NotToBeConvened
from communes.deliberations.domain.convening import Posting
from communes.deliberations.domain.convening import shown
from communes.deliberations.domain.convening import to_send_again
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.convening import letters_of
from communes.deliberations.storage.convening import recipients
from communes.deliberations.storage.convening import save_letters
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import state_of
from dataclasses import replace


KIND = "deliberations.convocation"
_FROM = (MeetingState.FROZEN, MeetingState.PUBLISHED)


def convocation(meeting: IMeeting) -> tuple[tuple[ConvocationLetter, Posting], ...]:
    """Return each letter with where it stands, by precedence; none before it is sent.

    :raises MayNot: the user does not manage the meeting.
    """
    require(MANAGE_MEETING, meeting)
    letters, moment = letters_of(meeting), now()
    return tuple((one, shown(one, moment)) for one in letters.values())


def convene(meeting: IMeeting) -> int:
    """Send the convocation to the members who have none, and note the day.

    What failed or is uncertain goes again too: asking for it is a person's decision.

    :return: how many letters are on their way.
    :raises MayNot: the user does not manage the meeting.
    :raises NotToBeConvened: the agenda is not frozen, or the meeting is over.
    """
    require(MANAGE_MEETING, meeting)
    moment = now()
    if state_of(meeting) not in _FROM or meeting.date < moment:
        raise NotToBeConvened()
    letters = letters_of(meeting)
    again = to_send_again(letters, moment)
    made = dict(letters)
    for seat, name, _account, address in recipients(meeting):
        if seat in letters and seat not in again and address == letters[seat].address:
            continue
        posting = Posting.WAITING if address else Posting.NO_ADDRESS
        made[seat] = ConvocationLetter(seat, name, address, posting, moment)
    going = [seat for seat, one in made.items() if one.posting is Posting.WAITING]
    if made != letters:
        save_letters(meeting, made)
    if going:
        intend(KIND, meeting.UID(), {"meeting": meeting.UID()})
        note_change("convened", meeting, letters=len(going))
        if meeting.convoked_on is None:
            edit_meeting(meeting, {"convoked_on": moment.date()})
    return len(going)


def acknowledge(meeting: IMeeting) -> bool:
    """Note that the current user has received the convocation; once.

    :return: whether a letter was sent to them.
    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    account = current_user()
    seats = [seat for seat, _name, user, _at in recipients(meeting) if user == account]
    letters = letters_of(meeting)
    mine = next((seat for seat in seats if seat in letters), "")
    if not mine:
        return False
    if letters[mine].acknowledged_at is None:
        received = replace(letters[mine], acknowledged_at=now())
        save_letters(meeting, {**letters, mine: received})
        note_change("convocation.acknowledged", meeting)
    return True


def own_letter(meeting: IMeeting) -> ConvocationLetter | None:
    """Return the letter that was sent to the current user, None when none was.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    letters = letters_of(meeting)
    if not letters:
        return None
    account = current_user()
    seats = (seat for seat, _name, user, _at in recipients(meeting) if user == account)
    return next((letters[seat] for seat in seats if seat in letters), None)
