"""What happens by itself: planned issues that come due, drafts of what is new."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.interfaces import IPeriodicWork
from communes.web.api.issues import check_issue
from communes.web.api.sending import begin
from communes.web.domain.newsletter.issue import is_due
from communes.web.newsletter.drafting import draft_due
from communes.web.storage.newsletters import issue_record
from communes.web.storage.newsletters import scheduled_issues
from datetime import datetime
from datetime import UTC
import logging
from plone import api
import time
import transaction
from typing import Any
from zope.interface import implementer


#: How soon a new plan is noticed.
LOOK_SECONDS = 30.0
logger = logging.getLogger(__name__)


@implementer(IPeriodicWork)
class PlannedIssues:
    """Begins the issues whose moment has come, writes drafts where they are wished."""

    def next_at(self, site: Any) -> float:
        """Return when to look again; never on a site without a catalogue."""
        if getattr(site.aq_base, "portal_catalog", None) is None:
            return float("inf")
        return time.time() + LOOK_SECONDS

    def begin(self, site: Any) -> "PlannedIssues":
        """Return the round; the state of the issues says what is left of it."""
        return self

    def step(self, site: Any) -> bool:
        """Begin what is due, draft what is new; each in one step."""
        now = datetime.now(UTC)
        begin_due(now)
        draft_due(site, now)
        transaction.commit()
        return False


def begin_due(now: datetime) -> None:
    """Begin to send the issues whose moment has come; one that can not goes back."""
    for issue in scheduled_issues():
        if not is_due(issue_record(issue), now):
            continue
        try:
            check_issue(issue)
        except DomainError as error:
            # Something it tells of was taken off the site meanwhile.
            logger.warning("%s is not sent: %s", issue.absolute_url(), error)
            issue.send_at = None
            api.content.transition(issue, "redraft", comment=str(error))
        else:
            begin(issue)
