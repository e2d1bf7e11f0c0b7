"""What surrounds the pages of who writes an issue."""

from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tag
from communes.web.api.issues import record_of
from communes.web.browser.newsletter.words import state_tag
from communes.web.browser.newsletter.words import steps
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import IssueState
from communes.web.i18n import _
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from typing import Any


class IssueFrame(BrowserView):
    """Base: set ``template``."""

    template: Any = None
    wants_patterns = False

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return str(self.template())

    @cached_property
    def site(self) -> Any:
        return api.portal.get()

    @cached_property
    def issue(self) -> Issue:
        return record_of(self.context)

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @property
    def trail(self) -> list[Crumb]:
        above = self.context.__parent__
        title = _("newsletters", default="Lettres d'information")
        return [
            Crumb(title, f"{self.site.absolute_url()}/newsletters"),
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
