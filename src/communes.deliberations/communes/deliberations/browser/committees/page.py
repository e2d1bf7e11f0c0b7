"""``<meeting>/commissions``: each committee, its sitting, its items, its notes."""

from communes.core.errors.domain import InvalidInput
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.writing import long_date
from communes.core.shell.acting import Act
from communes.core.web.posting import save_button
from communes.deliberations.api import reading
from communes.deliberations.api.committees import committees
from communes.deliberations.api.committees import CommitteeView
from communes.deliberations.api.committees import set_sitting
from communes.deliberations.browser import words
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.i18n import _
from datetime import date
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


class WrongDay(InvalidInput):
    """What is typed is no day. Cure: type one."""

    code = "wrong_day"
    template = "« ${value} » n'est pas une date : corrigez-la."
    i18n_domain = "communes.deliberations"


@implementer(IMoreTab)
class CommitteesTab(BrowserView):
    """« Commissions », where the assembly has some."""

    order = 10

    def tab(self, current: str) -> Tab | None:
        if not reading.settings_at(self.context).committees:
            return None
        title = _("tab_committees", default="Commissions")
        url = f"{self.context.absolute_url()}/commissions"
        return Tab(title, url, current == "committees")


class CommitteesPage(MeetingFrame):
    """Read by who may see the meeting, written by who keeps it."""

    tab = "committees"
    template = ViewPageTemplateFile("page.pt")
    save = save_button()
    empty_title = _("committees_none", default="Cette assemblée n'a pas de commission.")
    empty_text = _(
        "committees_none_text", default="Elles se règlent dans sa configuration."
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def found(self) -> tuple[tuple[CommitteeView, ...], int]:
        return committees(self.context)

    @property
    def revision(self) -> int:
        return self.found[1]

    @property
    def committees(self) -> list[dict]:
        return [self._committee(one) for one in self.found[0]]

    def _committee(self, one: CommitteeView) -> dict:
        lines = {line.uid: line for line in self.agenda.lines if line.visible}
        return {
            "id": one.committee.id,
            "title": one.committee.title,
            "facts": self._facts(one),
            "notes": one.sitting.notes,
            "items": [
                {
                    "title": f"{lines[uid].number}. {lines[uid].title}",
                    "url": self.line_url(lines[uid]),
                }
                for uid in one.sitting.items
                if uid in lines
            ],
            "fields": self._fields(one) if self.works else [],
        }

    def _facts(self, one: CommitteeView) -> list[Fact]:
        sitting, names = one.sitting, dict(one.people)
        day = long_date(sitting.held_on) if sitting.held_on else ""
        there = ", ".join(names.get(id, id) for id in sitting.present)
        convoked = long_date(sitting.convoked_on) if sitting.convoked_on else ""
        told = (
            (
                _("committee_held", default="Réunion"),
                words.joined((day, sitting.hour), self.request),
            ),
            (_("committee_convoked", default="Convoquée le"), convoked),
            (_("committee_place", default="Lieu"), sitting.place),
            (_("committee_present", default="Présents"), there),
        )
        return [Fact(title, value) for title, value in told if value]

    def _fields(self, one: CommitteeView) -> list[Field]:
        sitting = one.sitting
        people = tuple(
            Option(id, name, id in sitting.present) for id, name in one.people
        )
        items = tuple(
            Option(line.uid, f"{line.number}. {line.title}", line.uid in sitting.items)
            for line in self.agenda.lines
            if line.visible
        )
        mark = one.committee.id
        return [
            Field(
                f"{mark}.date",
                _("committee_day", default="Date"),
                "date",
                _iso(sitting.held_on),
            ),
            Field(
                f"{mark}.heure",
                _("committee_hour", default="Heure"),
                "time",
                sitting.hour,
            ),
            Field(
                f"{mark}.convocation",
                _("committee_convoked", default="Convoquée le"),
                "date",
                _iso(sitting.convoked_on),
            ),
            Field(
                f"{mark}.lieu",
                _("committee_place", default="Lieu"),
                value=sitting.place,
            ),
            Field(
                f"{mark}.presents",
                _("committee_present", default="Présents"),
                "checkboxes",
                options=people,
            ),
            Field(
                f"{mark}.points",
                _("committee_items", default="Points confiés"),
                "checkboxes",
                options=items,
            ),
            Field(
                f"{mark}.notes",
                _("committee_notes", default="Notes de la commission"),
                "textarea",
                sitting.notes,
            ),
        ]


class KeepSitting(Act):
    """Keeps the form of one committee."""

    def act(self) -> dict:
        mark = self.given("commission")
        changes = {
            "held_on": self._day(f"{mark}.date"),
            "convoked_on": self._day(f"{mark}.convocation"),
            "hour": self.given(f"{mark}.heure").strip(),
            "place": self.given(f"{mark}.lieu").strip(),
            "present": tuple(one for one in self.many(f"{mark}.presents") if one),
            "items": tuple(one for one in self.many(f"{mark}.points") if one),
            "notes": self.given(f"{mark}.notes").strip(),
        }
        new = set_sitting(self.context, mark, changes, self.revision)
        said = _("committee_kept", default="La commission est enregistrée.")
        return {"message": said, "revision": new}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/commissions"

    def _day(self, name: str) -> date | None:
        text = self.given(name).strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise WrongDay(field=name, value=text) from None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
