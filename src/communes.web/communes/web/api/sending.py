"""The door to the sending of issues: try one, plan it, stop it, see how far it is."""

from communes.core.access.permission import require
from communes.core.jobs.api import intend
from communes.core.journal.api import record
from communes.core.mailing import api as mailing
from communes.core.mailing.domain.errors import NoSuchLetter
from communes.core.mailing.domain.letter import OPEN_WAYS
from communes.core.mailing.domain.subscriber import checked_address
from communes.core.mailing.log import Line
from communes.core.mailing.mailings.api import letters_of
from communes.core.mailing.mailings.api import recipients_of
from communes.core.mailing.mailings.api import start_mailing
from communes.core.mailing.mailings.api import ways_of
from communes.web.api.issues import check_issue
from communes.web.content.newsletter import IIssue
from communes.web.domain.newsletter.errors import NoReader
from communes.web.domain.newsletter.errors import TooSoon
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.issue import moved
from communes.web.domain.newsletter.sending import counted
from communes.web.domain.newsletter.sending import mailing_id
from communes.web.domain.newsletter.sending import Progress
from communes.web.domain.newsletter.sending import recipients
from communes.web.newsletter.keys import TEST
from communes.web.permissions import MANAGE_NEWSLETTER
from communes.web.storage.newsletters import issue_record
from communes.web.storage.newsletters import newsletter_list
from communes.web.storage.newsletters import set_values
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any
from uuid import uuid4


def send_test(issue: IIssue, address: str) -> None:
    """Send an issue to one address as it will go out, and note it as tested.

    :raises MayNot: the user does not keep the newsletter.
    :raises AddressRefused: it is no address.
    :raises NotReady, TooHeavy, NotPublic: it can not go out as it is.
    """
    require(MANAGE_NEWSLETTER, issue)
    checked = checked_address(address)
    check_issue(issue)
    uid = issue.UID()
    key = f"test:{uid}:{uuid4().hex[:12]}"
    intend(TEST, key, {"uid": uid, "address": checked})
    if issue_record(issue).state is IssueState.DRAFT:
        api.content.transition(issue, "test")


def reader_count(site: Any, issue: IIssue) -> int:
    """Return how many would get an issue now. :raises MayNot:"""
    require(MANAGE_NEWSLETTER, issue)
    return len(_readers(site, issue))


def plan(site: Any, issue: IIssue, moment: datetime | None = None) -> None:
    """Have an issue sent at a moment, at once without one.

    :param moment: aware.
    :raises MayNot: the user does not keep the newsletter.
    :raises NoWay: it was not tested as it is.
    :raises TooSoon: the moment is past. :raises NoReader: nobody would get it.
    :raises NotReady, TooHeavy, NotPublic: it can not go out as it is.
    """
    require(MANAGE_NEWSLETTER, issue)
    check_issue(issue)
    now = datetime.now(UTC)
    if moment is not None and moment <= now:
        raise TooSoon(field="send_at", name=issue.title)
    found = replace(issue_record(issue), send_at=moment or now)
    moved(found, IssueState.SCHEDULED)
    if not _readers(site, issue):
        raise NoReader(name=issue.title)
    set_values(issue, {"send_at": moment or now})
    api.content.transition(issue, "schedule")
    record("web.issue_planned", issue, moment=(moment or now).isoformat())
    if moment is None:
        begin(issue)


def begin(issue: IIssue) -> None:
    """Begin to send a planned issue: its time has come."""
    api.content.transition(issue, "begin")
    start_mailing(newsletter_list(issue.__parent__), mailing_id(issue_record(issue)))


def redraft(issue: IIssue) -> None:
    """Take a tested or planned issue back to be written.

    :raises MayNot, NoWay: it is leaving or gone, or the user may not.
    """
    require(MANAGE_NEWSLETTER, issue)
    moved(issue_record(issue), IssueState.DRAFT)
    set_values(issue, {"send_at": None})
    api.content.transition(issue, "redraft")


def stop(issue: IIssue) -> None:
    """Hold the sending; what the mail server has got is gone. :raises MayNot:"""
    require(MANAGE_NEWSLETTER, issue)
    set_values(issue, {"stopped": True})
    record("web.issue_stopped", issue)


def resume(issue: IIssue) -> None:
    """Send on to those who have not got it yet. :raises MayNot:"""
    require(MANAGE_NEWSLETTER, issue)
    set_values(issue, {"stopped": False})
    start_mailing(newsletter_list(issue.__parent__), mailing_id(issue_record(issue)))
    record("web.issue_resumed", issue)


def put_online(issue: IIssue) -> None:
    """Let everybody read an issue that was sent. :raises MayNot, NoWay:"""
    require(MANAGE_NEWSLETTER, issue)
    moved(issue_record(issue), IssueState.ARCHIVED)
    api.content.transition(issue, "archive")


def progress(site: Any, issue: IIssue) -> Progress | None:
    """Return how far the sending is; None before it began. :raises MayNot:"""
    require(MANAGE_NEWSLETTER, issue)
    mailing_name = mailing_id(issue_record(issue))
    count = recipients_of(site, mailing_name)
    if count is not None and (ways := ways_of(site, mailing_name)):
        return counted(count, ways)
    # The log forgets the letters in time; what they came to is kept.
    return None if issue.told is None else Progress(**issue.told)


def doubtful(site: Any, issue: IIssue) -> list[Line]:
    """Return the letters about which a person decides, 200 at most. :raises MayNot:"""
    require(MANAGE_NEWSLETTER, issue)
    return letters_of(site, mailing_id(issue_record(issue)), *OPEN_WAYS)


def decide(site: Any, issue: IIssue, letter: str, again: bool) -> None:
    """Send a doubtful letter of an issue once more, or say that it needs no more.

    :raises MayNot: the user does not keep the newsletter.
    :raises NoSuchLetter, LetterNotOpen: there is nothing to decide.
    """
    require(MANAGE_NEWSLETTER, issue)
    mine = {one.id for one in doubtful(site, issue)}
    if letter not in mine:
        raise NoSuchLetter(name=letter)
    if again:
        mailing.send_again(site, letter)
    else:
        mailing.drop(site, letter)


def _readers(site: Any, issue: IIssue) -> list[Any]:
    name = newsletter_list(issue.__parent__)
    return recipients(issue_record(issue), mailing.subscribers(site, name))
