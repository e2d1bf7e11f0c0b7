"""Taking a step of an item: at once, or after a page that asks a word or a meeting."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.shell.acting import Act
from communes.deliberations.api.meeting import meetings
from communes.deliberations.api.transition import do_transition
from communes.deliberations.api.transition import Transition
from communes.deliberations.api.transition import transitions
from communes.deliberations.browser import words
from communes.deliberations.browser.item.life import ITEM_STATE_LABELS
from communes.deliberations.exceptions import UnknownMeeting
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ItemStep(Act):
    """``GET`` asks what the step needs; ``POST`` takes it."""

    template = ViewPageTemplateFile("step.pt")
    wants_patterns = False

    def __call__(self) -> str:
        if self.request.method == "POST":
            return super().__call__()
        if self.step is None or not self.step.available:
            self.request.response.redirect(self.context.absolute_url())
            return ""
        return self.template()

    def act(self) -> dict:
        """Take the step; twice the same is refused by the state it leads to."""
        name = self.given("etape")
        options = {"meeting": self._meeting()} if name == "present" else {}
        do_transition(self.context, name, self.given("comment").strip(), **options)
        state = label(ITEM_STATE_LABELS, api.content.get_state(self.context))
        said = _(
            "item_step_done",
            default="C'est fait : le point est maintenant « ${state} ».",
            mapping={"state": state},
        )
        return {"message": said}

    @property
    def page_title(self) -> str:
        return words.step_title(self.step)

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(aq_parent(self.context), self.context)

    @cached_property
    def step(self) -> Transition | None:
        """The step asked for, None when it is not open to the person."""
        asked = self.given("etape")
        found = (one for one in transitions(self.context) if one.id == asked)
        return next(found, None)

    @property
    def fields(self) -> list[Field]:
        """What the step needs to know."""
        if self.step.id == "present":
            return [self._meetings_field()]
        return [
            Field(
                "comment",
                _("your_remark", default="Votre remarque"),
                "textarea",
                help=_(
                    "your_remark_help",
                    default="Dites ce qui doit changer : elle sera lue dans "
                    "l'historique.",
                ),
                rows=4,
            )
        ]

    @property
    def answers(self) -> list[Action]:
        """The button that takes the step."""
        return [
            Action(
                words.step_title(self.step),
                primary=True,
                method="submit",
                name="etape",
                value=self.step.id,
            ),
        ]

    def _meetings_field(self) -> Field:
        wished = self.context.preferred_meeting
        rows = [one for one in meetings(aq_parent(self.context)) if one.accepts_items]
        chosen = next(
            (one.uid for one in rows if one.uid == wished), rows[0].uid if rows else ""
        )
        options = tuple(
            Option(one.uid, _said(one, wished), one.uid == chosen) for one in rows
        )
        title = _("meeting", default="Séance")
        return Field("seance", title, "select", options=options, required=True)

    def _meeting(self) -> object | None:
        """Return the meeting chosen; None leaves the choice to the rules."""
        uid = self.given("seance")
        if not uid:
            return None
        rows = meetings(aq_parent(self.context))
        found = next((one for one in rows if one.uid == uid), None)
        if found is None:
            raise UnknownMeeting(field="seance", name=uid)
        return api.portal.get().unrestrictedTraverse(found.path)


def _said(row: object, wished: str | None) -> str:
    day = words.capital(words.day_and_hour(row.date))
    if row.uid != wished:
        return day
    return _(
        "meeting_wished",
        default="${day} (souhaitée par le service)",
        mapping={"day": day},
    )
