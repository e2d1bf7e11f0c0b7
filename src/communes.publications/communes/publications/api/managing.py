"""What those who look after an institution may do; each function asks for the right."""

from collections.abc import Collection
from collections.abc import Mapping
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.publications.content.institution import IInstitution
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.settings import InstitutionSettings
from communes.publications.domain.states import MEETING_TARGETS
from communes.publications.domain.states import MeetingState
from communes.publications.domain.states import MeetingTransition
from communes.publications.institutions.errors import InstitutionRefused
from communes.publications.institutions.settings_target import change
from communes.publications.institutions.settings_target import settings_of
from communes.publications.permissions import MANAGE_DECISIONS
from communes.publications.permissions import MANAGE_INSTITUTION
from communes.publications.receiving import deciding
from communes.publications.receiving.errors import NoSuchStep
from communes.publications.storage.places import every_institution
from communes.publications.storage.places import find_meeting
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from Products.CMFCore.utils import getToolByName
from typing import Any


PICTURES = frozenset({"image/png", "image/jpeg", "image/webp"})


def managed(site: Any) -> list[IInstitution]:
    """Return the institutions the current user looks after, by name."""
    return [one for one in every_institution(site) if may(MANAGE_DECISIONS, one)]


def waiting(institution: IInstitution) -> list[IPublishedMeeting]:
    """Return the meetings of which a version waits to be looked at.

    :raises MayNot: the user does not look after the institution.
    """
    require(MANAGE_DECISIONS, institution)
    ids = tuple(institution.waiting or ())
    found = (find_meeting(institution, id) for id in ids)
    return [one for one in found if one is not None]


def waiting_count(site: Any) -> int:
    """Return how many versions wait for the current user, over all institutions."""
    return sum(len(one.waiting or ()) for one in managed(site))


def preview(meeting: IPublishedMeeting) -> deciding.Preview | None:
    """Return what a version that waits would change; None when nothing waits.

    :raises MayNot: the user does not look after the institution.
    """
    require(MANAGE_DECISIONS, meeting)
    return deciding.preview(meeting)


def accept(meeting: IPublishedMeeting, ids: Collection[str] | None = None) -> None:
    """Show what waits, or the items of ``ids`` only.

    :raises MayNot: the user does not look after the institution.
    :raises NothingWaits, NothingChosen: there is nothing to show.
    """
    require(MANAGE_DECISIONS, meeting)
    deciding.accept(meeting, ids)


def turn_back(meeting: IPublishedMeeting, reason: str) -> None:
    """Forget what waits and say why.

    :raises MayNot: the user does not look after the institution.
    :raises NothingWaits, NoReason: nothing waits, or no reason is given.
    """
    require(MANAGE_DECISIONS, meeting)
    deciding.turn_back(meeting, reason)


def state(meeting: IPublishedMeeting) -> str:
    """Return where a meeting stands on the portal.

    :raises MayNot: the user does not look after the institution.
    """
    require(MANAGE_DECISIONS, meeting)
    return state_of(meeting)


def steps(meeting: IPublishedMeeting) -> tuple[MeetingTransition, ...]:
    """Return the steps the user may take: hide a meeting, show it again.

    A meeting of which nothing was ever shown has none: only what waits can be let
    through.
    """
    shown = projection(meeting)
    if shown is None or not may(MANAGE_DECISIONS, meeting):
        return ()
    state = MeetingState(state_of(meeting))
    if state is not MeetingState.PRIVATE:
        return (MeetingTransition.BACK_TO_PRIVATE,)
    back = MeetingTransition.PUBLISH if shown.decided else None
    return (back or MeetingTransition.SEND_TO_PROJECT,)


def take_step(meeting: IPublishedMeeting, step: str, reason: str = "") -> None:
    """Take a meeting off the portal, or put it back.

    :raises MayNot: the user does not look after the institution.
    :raises NoSuchStep: the meeting is in another state.
    """
    require(MANAGE_DECISIONS, meeting)
    if step not in steps(meeting):
        raise NoSuchStep
    tool = getToolByName(meeting, "portal_workflow")
    tool.doActionFor(meeting, step, comment=reason)
    meeting.reindexObject()
    target = MEETING_TARGETS[MeetingTransition(step)]
    record("publications.step", meeting, state=str(target), reason=reason)


def may_set(institution: IInstitution) -> bool:
    """Return whether the user manages the institution."""
    return may(MANAGE_INSTITUTION, institution)


def change_logo(institution: IInstitution, logo: Any | None) -> None:
    """Give an institution another logo, or none.

    :raises MayNot: the user does not manage the institution.
    :raises InstitutionRefused: it is no picture that is harmless by itself.
    """
    require(MANAGE_INSTITUTION, institution)
    if logo is not None and logo.contentType not in PICTURES:
        raise InstitutionRefused(
            field="logo", problem="Le logo est une image PNG, JPEG ou WebP."
        )
    if institution.logo != logo:
        institution.logo = logo
        institution.reindexObject()


def settings(institution: IInstitution) -> InstitutionSettings:
    """Return what an institution is set to.

    :raises MayNot: the user does not manage the institution.
    """
    require(MANAGE_INSTITUTION, institution)
    return settings_of(institution)


def change_settings(institution: IInstitution, values: Mapping[str, Any]) -> None:
    """Set an institution to ``values``, names of ``InstitutionSettings``.

    :raises MayNot: the user does not manage the institution.
    :raises InstitutionRefused: names what can not be.
    """
    require(MANAGE_INSTITUTION, institution)
    change(institution, values)
    record("publications.settings", institution, changed=sorted(values))
