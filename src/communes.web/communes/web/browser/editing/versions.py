"""``<page>/versions``: what a page was, and back to it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.writing import counted
from communes.core.public.page import PublicPage
from communes.web.api.pages import history
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class VersionsPage(PublicPage):
    """The last changes first, each with a button that brings it back."""

    template = ViewPageTemplateFile("templates/versions.pt")
    page_title = _("versions_title", default="Versions")
    caption = _("versions_caption", default="Ce que la page était, et par qui.")

    @property
    def identity(self) -> str:
        return str(self.context.title)

    @property
    def trail(self) -> list[Crumb]:
        url = f"{self.context.absolute_url()}/modifier"
        return [*super().trail, Crumb(self.context.title, url)]

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
