"""An issue that is online, as everybody reads it; nothing in it is of one person."""

from communes.core.public.page import PublicPage
from communes.web.api.issues import record_of
from communes.web.api.newsletters import may_keep
from communes.web.browser.newsletter.words import moment_words
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.rich import styled
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class IssuePage(PublicPage):
    """Who writes it is led to its desk as long as it is not online."""

    template = ViewPageTemplateFile("templates/issue.pt")

    def __call__(self) -> str:
        known = self.issue
        if known.state is not IssueState.ARCHIVED and may_keep(self.context.__parent__):
            self.request.response.redirect(f"{self.context.absolute_url()}/travail")
            return ""
        return super().__call__()

    @cached_property
    def issue(self) -> Any:
        return record_of(self.context)

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def page_description(self) -> str:
        return self.context.preheader or ""

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.context.UID(),)

    @property
    def moment(self) -> str:
        return moment_words(self.context.send_at)

    @property
    def url(self) -> str:
        return str(self.context.__parent__.absolute_url())

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return [{"one": one, "said": styled(one.html)} for one in self.issue.blocks]
