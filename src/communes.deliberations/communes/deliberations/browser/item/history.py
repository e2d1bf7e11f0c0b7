"""What happened to an item, for those who prepare it."""

from communes.core.parts.domain.values import Event
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api import reading
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.i18n import _
from datetime import date
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ItemHistory(ItemFrame):
    """The last tab: the steps, by whom, when and with which words."""

    tab = "history"
    template = ViewPageTemplateFile("history.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def events(self) -> list[Event]:
        """The steps, the newest first."""
        today = date.today()
        return [
            Event(one.title, _detail(one, today))
            for one in reading.history(self.context)
        ]


def _detail(passed: reading.Passed, today: date) -> str:
    when = f"{short_date(passed.at.date(), today)}, {hour(passed.at)}"
    mapping = {"actor": passed.actor, "when": when, "words": passed.comment}
    if not passed.actor:
        # Nobody was logged in: the data of the commune, or a rule of the site.
        return _("history_step_site", default="Par le site, ${when}", mapping=mapping)
    if not passed.comment:
        return _("history_step", default="${actor}, ${when}", mapping=mapping)
    return _(
        "history_step_said",
        default="${actor}, ${when} : « ${words} »",
        mapping=mapping,
    )
