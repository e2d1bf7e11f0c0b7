"""« Publication » of a meeting: what is reviewed, what would change, what is public."""

from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.deliberations.api import publicity
from communes.deliberations.api import reading
from communes.deliberations.api.legal_clock import legal_clock
from communes.deliberations.browser import words
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.legal_clock import words as clock_words
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.browser.publicity.review import STANDING_KINDS
from communes.deliberations.domain.legal_clock.clock import Term
from communes.deliberations.domain.publicity.changes import CHANGE_LABELS
from communes.deliberations.domain.publicity.changes import ChangeKind
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.review import STANDING_LABELS
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import date
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


_CHANGE_KINDS = {
    ChangeKind.ADDED: "info",
    ChangeKind.CHANGED: "wait",
    ChangeKind.REMOVED: "late",
    ChangeKind.SAME: "off",
}


@implementer(IMoreTab)
class PublicationTab(BrowserView):
    """For who keeps the meeting, once its agenda is frozen."""

    order = 60

    def tab(self, current: str) -> Tab | None:
        early = reading.state(self.context) == MeetingState.CREATED
        if early or not reading.may_do(MANAGE_MEETING, self.context):
            return None
        title = _("tab_publication", default="Publication")
        url = f"{self.context.absolute_url()}/publication"
        return Tab(title, url, current == "publication")


class PublicationPage(MeetingFrame):
    """One row an item: its review, and what a publication would change of it."""

    tab = "publication"
    template = ViewPageTemplateFile("publication.pt")
    caption = _("publication_items", default="Points de la séance")
    empty_title = _("publication_none", default="Aucun point à l'ordre du jour.")
    empty_text = _(
        "publication_none_text", default="Présentez des points, puis relisez-les."
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def preview(self) -> publicity.Preview:
        return publicity.preview(self.context)

    @cached_property
    def current(self):
        return publicity.current(self.context)

    @property
    def notices(self) -> list[Notice]:
        """What stands against publishing all, one sentence each."""
        return [
            Notice(to_sentence(one, self.request), "wait")
            for one in self.preview.reasons
        ]

    @property
    def publish(self) -> Action:
        stage = self.preview.stage
        title = (
            _("publish_decisions_now", default="Publier les décisions")
            if stage is Stage.DECISION
            else _("publish_drafts_now", default="Publier les projets")
        )
        if self.preview.reasons:
            sentences = [notice.text for notice in self.notices]
            return Action(title, why=words.briefly(sentences))
        return Action(
            title,
            f"{self.url}/publier",
            primary=True,
            method="post",
            values={"etape": stage.value},
            confirm=_(
                "publish_confirm",
                default="Publier la version ${version} ? Le public la lira aussitôt.",
                mapping={"version": self.preview.version},
            ),
        )

    @property
    def facts(self) -> list[Fact]:
        """The version in force, and the day the law sets."""
        found = [
            Fact(
                clock_words.title(line),
                words.joined(
                    (
                        clock_words.at_the_latest(line, date.today()),
                        clock_words.standing(line),
                    ),
                    self.request,
                ),
            )
            for line in legal_clock(self.context)
            if line.term is Term.DRAFTS
        ]
        if self.current is None:
            none = _("publication_never", default="Rien n'est encore publié")
            return [Fact(_("publication_version", default="Version"), none), *found]
        return [
            Fact(
                _("publication_version", default="Version"), str(self.current.version)
            ),
            Fact(
                _("publication_at", default="Publiée"),
                words.day_and_hour(self.current.published_at),
            ),
            *found,
        ]

    @cached_property
    def rows(self) -> list[dict]:
        changed = {one.number: one.kind for one in self.preview.changes}
        lines = {line.uid: line for line in self.agenda.lines}
        found = []
        for one in self.preview.items:
            line = lines[one.id]
            url = self.line_url(line)
            kind = changed.get(one.number, ChangeKind.SAME)
            found.append(
                {
                    "number": one.number,
                    "title": line.title,
                    "url": f"{url}/publicite" if url and one.public else "",
                    "review": Tag(
                        label(STANDING_LABELS, one.review), STANDING_KINDS[one.review]
                    )
                    if one.public
                    else Tag(_("closed_item", default="Huis clos"), "off"),
                    "change": Tag(label(CHANGE_LABELS, kind), _CHANGE_KINDS[kind]),
                }
            )
        return found
