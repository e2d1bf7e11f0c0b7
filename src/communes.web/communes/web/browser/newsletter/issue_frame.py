"""What surrounds the pages of who writes an issue."""

from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tag
from communes.web.api.issues import record_of
from communes.web.browser.newsletter.frame import newsletters_crumb
from communes.web.browser.newsletter.words import state_tag
from communes.web.browser.newsletter.words import steps
from communes.web.browser.pages.keeper_page import KeeperPage
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import IssueState
from communes.web.i18n import _
from functools import cached_property


class IssueFrame(KeeperPage):
    """Base: set ``template``."""

    @cached_property
    def issue(self) -> Issue:
        return record_of(self.context)

    @property
    def trail(self) -> list[Crumb]:
        above = self.context.__parent__
        return [
            newsletters_crumb(self.site),
            Crumb(above.title, f"{above.absolute_url()}/gestion"),
        ]

    @property
    def tags(self) -> list[Tag]:
        found = [state_tag(self.issue.state)]
        if self.context.stopped:
            found.append(Tag(_("issue_stopped", default="Arrêté"), "late"))
        return found

    @property
    def steps(self) -> list[Step]:
        return steps(self.issue.state)

    @property
    def may_change(self) -> bool:
        """Whether blocks may be written: what is planned or gone is as it is."""
        return self.issue.state in (IssueState.DRAFT, IssueState.TESTED)
