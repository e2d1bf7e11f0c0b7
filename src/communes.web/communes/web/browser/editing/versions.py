"""``<page>/versions``: what a page was, and back to it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.writing import counted
from communes.web.api.pages import history
from communes.web.browser.pages.below import OnContentPage
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class VersionsPage(OnContentPage):
    """The last changes first, each with a button that brings it back."""

    template = ViewPageTemplateFile("templates/versions.pt")
    page_title = _("versions_title", default="Versions")
    caption = _("versions_caption", default="Ce que la page était, et par qui.")

    @property
    def above_url(self) -> str:
        return f"{self.context.absolute_url()}/modifier"

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """One row of a version: when it was let go, by whom it was, how long."""
        url = self.context.absolute_url()
        title = _("bring_back", default="Rétablir")
        return [
            {
                "when": self.day_and_hour(one.at),
                "by": one.by,
                "sections": counted(len(one.values.get("sections") or ()), "section"),
                "title": one.values.get("title", ""),
                "back": Action(
                    title,
                    f"{url}/annuler",
                    method="post",
                    small=True,
                    values={"vers": str(one.revision)},
                ),
            }
            for one in history(self.context)
        ]
