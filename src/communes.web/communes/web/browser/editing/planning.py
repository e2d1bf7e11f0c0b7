"""``<content>/planifier``: from when and until when a content is published."""

from collections.abc import Mapping
from communes.web.api.transition import plan
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.moments import moment_fields
from communes.web.browser.moments import moment_in
from communes.web.browser.moments import typed_moment
from communes.web.browser.pages.below import OnContentPage
from communes.web.i18n import _
from typing import Any


class Planning(OnContentPage, FillingPage):
    """Two moments: the beginning may be now, the end may be never."""

    page_title = _("plan_title", default="Planifier la publication")
    explanation = _(
        "plan_text",
        default="Sans début, le contenu est publié tout de suite ; sans fin, il le "
        "reste.",
    )

    def start(self) -> dict[str, Any]:
        starts, ends = self.context.starts, self.context.ends
        first, last = typed_moment(starts), typed_moment(ends)
        names = ("starts_day", "starts_hour", "ends_day", "ends_hour")
        return dict(zip(names, (*first, *last), strict=True))

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        starts = moment_fields("starts", values)
        ends = moment_fields("ends", values)
        return [
            Group(_("plan_starts", default="Publié dès"), starts),
            Group(_("plan_ends", default="Archivé le"), ends),
        ]

    def keep(self, values: dict[str, Any]) -> str:
        starts = moment_in(values, "starts")
        ends = moment_in(values, "ends")
        plan(self.context, starts, ends)
        self.saved(_("plan_kept", default="La publication est planifiée."))
        return str(self.context.absolute_url())
