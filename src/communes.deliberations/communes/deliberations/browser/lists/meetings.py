"""The meetings of an assembly, latest first."""

from collections.abc import Sequence
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.page import Cell
from communes.core.dashboards.page import ListPage
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api import reading
from communes.deliberations.api.listing import meetings_list
from communes.deliberations.browser import words
from communes.deliberations.i18n import _
from communes.deliberations.permissions import ADD_MEETING
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import date


class MeetingsPage(ListPage):
    """``<assembly>/seances``."""

    empty_title = _("meetings_none", default="Aucune séance.")
    empty_text = _(
        "meetings_none_text",
        default="Les séances de l'assemblée apparaissent ici dès qu'elles sont créées.",
    )

    def source(self) -> ListSource:
        return meetings_list(self.context)

    @property
    def title(self) -> str:
        return _(
            "meetings_of",
            default="Séances – ${assembly}",
            mapping={"assembly": self.context.title},
        )

    @property
    def file_name(self) -> str:
        return f"seances-{self.context.getId()}"

    @property
    def identity(self) -> str:
        total = self.answer.total
        mapping = {"count": total}
        if total < 2:
            return _("meeting_count_one", default="${count} séance", mapping=mapping)
        return _("meeting_count", default="${count} séances", mapping=mapping)

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @property
    def actions(self) -> list[Action]:
        url = self.context.absolute_url()
        found = [
            Action(_("items", default="Points"), url),
            Action(_("register", default="Registre"), f"{url}/registre"),
        ]
        if reading.may_do(MANAGE_MEETING, self.context):
            title = _("import_meeting_title", default="Importer une séance")
            found.append(Action(title, f"{words.home_url()}/importer"))
            title = _("statistics", default="Statistiques")
            found.append(Action(title, f"{url}/statistiques"))
        if reading.may_do(ADD_MEETING, self.context):
            title = _("new_meeting", default="Nouvelle séance")
            found.append(Action(title, f"{url}/nouvelle-seance", primary=True))
        return found

    def cell(self, name: str, value: object) -> Cell:
        """Return the state as a tag; a past day of a meeting is not late."""
        if name == "state" and value:
            return Cell(tag=words.meeting_tag(str(value)))
        if isinstance(value, date):
            return Cell(short_date(value, date.today()))
        return super().cell(name, value)
