"""The letters of a convocation: plain data on the meeting, one row a seat."""

from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.organisation.api import mandates_in_office
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.convening import ConvocationLetter
from communes.deliberations.domain.convening import Posting
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.plain import to_plain
from plone import api


_NAME = "convening_part"


def letters_of(meeting: IMeeting) -> dict[str, ConvocationLetter]:
    """Return seat -> its letter; none before the convocation was asked for."""
    data, _revision = part.read(meeting, _NAME, dict)
    return {seat: _load(one) for seat, one in data.items()}


def save_letters(meeting: IMeeting, letters: Mapping[str, ConvocationLetter]) -> None:
    """Keep the letters of a meeting."""
    part.write(
        meeting,
        _NAME,
        {seat: to_plain(one) for seat, one in letters.items()},
        by=current_user(),
        change="la convocation a été envoyée",
    )


def recipients(meeting: IMeeting) -> tuple[tuple[str, str, str, str], ...]:
    """Return (seat, name, account, address) of who is convened, by precedence."""
    body, day = assembly_of(meeting).getId(), meeting.date.date()
    held = mandates_in_office(api.portal.get(), body, day)
    return tuple(
        (
            one.person.id,
            one.person.name,
            one.person.user,
            _address(one.person.user),
        )
        for one in held
        if one.votes
    )


def _address(account: str) -> str:
    user = api.user.get(userid=account) if account else None
    return (user and user.getProperty("email", "")) or ""


def _load(data: Mapping[str, object]) -> ConvocationLetter:
    return ConvocationLetter(**{**data, "posting": Posting(data["posting"])})
