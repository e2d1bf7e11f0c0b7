"""An issue on its way to those who wished it, as the kit's worker asks about it."""

from collections.abc import Mapping
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.mailing.api import leave_url
from communes.core.mailing.api import subscribers
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.mailings.api import hand_over
from communes.core.mailing.mailings.interfaces import IMailing
from communes.core.mailing.mailings.interfaces import IMailings
from communes.core.mailing.people.api import choices_token
from communes.web.api.issues import compose_issue
from communes.web.content.newsletter import IIssue
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.sending import counted
from communes.web.domain.newsletter.sending import letter_of
from communes.web.domain.newsletter.sending import recipients
from communes.web.newsletter.keys import CHOICES_PAGE
from communes.web.storage.newsletters import issue_by_uid
from communes.web.storage.newsletters import issue_record
from communes.web.storage.newsletters import newsletter_list
from communes.web.storage.newsletters import set_values
from dataclasses import asdict
from dataclasses import replace
from functools import cached_property
from plone import api
from typing import Any
from zope.interface import implementer


_GOING = frozenset({IssueState.SENDING, IssueState.SENT, IssueState.ARCHIVED})


@implementer(IMailings)
class NewsletterMailings:
    """Knows the mailings ``issue:<uid>``."""

    def mailing(self, site: Any, id: str) -> "IssueMailing | None":
        """Return the sending of an issue, None once it is deleted."""
        kind, _colon, uid = id.partition(":")
        issue = issue_by_uid(uid) if kind == "issue" else None
        return None if issue is None else IssueMailing(site, issue)


@implementer(IMailing)
class IssueMailing:
    """One issue: composed once for a batch, then made each subscriber's own."""

    def __init__(self, site: Any, issue: IIssue) -> None:
        self._site = site
        self._issue = issue
        self._newsletter = issue.__parent__
        self.list = newsletter_list(self._newsletter)
        self.subject = issue.title
        self.per_minute = int(self._newsletter.per_minute or 0)

    def goes(self) -> bool:
        """Tell whether it is under way, and nobody holds it."""
        return self._record.state in _GOING and not self._issue.stopped

    def recipients(self) -> list[Subscriber]:
        """Return who gets it, each address once."""
        return recipients(self._record, subscribers(self._site, self.list))

    def letter(self, one: Subscriber) -> Letter:
        """Return the letter of one of them, with the links that are theirs."""
        leave = leave_url(self._site, one)
        token = choices_token(self._site, one)
        home = self._newsletter.absolute_url()
        html, text = self._composed.for_one(
            leave, f"{home}/{CHOICES_PAGE}?jeton={token}"
        )
        made = letter_of(self._record, one, text, leave, html)
        return signed(made, self._newsletter)

    def over(self, counts: Mapping[Way, int]) -> None:
        """Note that it is sent and what became of it; put it online if it is to be."""
        told = asdict(counted(sum(counts.values()), counts))
        if self._issue.told != told:
            set_values(self._issue, {"told": told})
        if self._record.state is IssueState.SENDING:
            api.content.transition(self._issue, "finish")
            if self._newsletter.archive_online:
                api.content.transition(self._issue, "archive")

    @cached_property
    def _record(self) -> Any:
        return issue_record(self._issue)

    @cached_property
    def _composed(self) -> Any:
        return compose_issue(self._issue)


@implementer(IIntentHandler)
class SendingTests:
    """Sends an issue to one address of who writes it."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Send each. :raises Unavailable: the server is away."""
        return [self._one(site, intent) for intent in intents]

    def _one(self, site: Any, intent: Intent) -> Outcome:
        issue = issue_by_uid(str(intent.payload["uid"]))
        if issue is None:
            return Outcome(intent.key)
        letter = trial_letter(issue, intent.key, str(intent.payload["address"]))
        later = hand_over(site, letter)
        state = OutcomeState.RETRY if later else OutcomeState.DONE
        return Outcome(intent.key, state, later)


def trial_letter(issue: IIssue, id: str, address: str) -> Letter:
    """Return an issue for one who looks it over: its links lead to the newsletter."""
    newsletter = issue.__parent__
    home = newsletter.absolute_url()
    html, text = compose_issue(issue).for_one(home, home)
    subject = f"[Test] {issue.title}"
    return signed(Letter(id, "", address, subject, text, html=html), newsletter)


def signed(letter: Letter, newsletter: Any) -> Letter:
    """Return a letter in the name of its newsletter."""
    return replace(
        letter,
        from_name=newsletter.sender_name or newsletter.title,
        from_address=newsletter.sender_address or "",
        reply_to=newsletter.reply_to or "",
    )
