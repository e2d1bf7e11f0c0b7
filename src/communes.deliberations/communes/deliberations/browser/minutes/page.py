"""The minutes: where they stand, what may be done, their corrections, their text."""

from Acquisition import aq_parent
from communes.core.errors.i18n import to_sentence
from communes.core.hardening.giving import give_out
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.deliberations.api import minutes as door
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import agenda
from communes.deliberations.api.agenda import place_of
from communes.deliberations.browser import words
from communes.deliberations.browser.signing.card import SigningCard
from communes.deliberations.domain.minutes_life import MINUTES_STATE_LABELS
from communes.deliberations.domain.minutes_life import MINUTES_TRANSITION_LABELS
from communes.deliberations.domain.minutes_life import MinutesState
from communes.deliberations.domain.minutes_life import MinutesTransition
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


KINDS = {
    MinutesState.DRAFT: "wait",
    MinutesState.SUBMITTED: "wait",
    MinutesState.APPROVED: "info",
    MinutesState.SIGNED: "ok",
}
FORWARD = (MinutesTransition.SUBMIT.value, MinutesTransition.APPROVE.value)


def minutes_tag(state: str) -> Tag:
    """Return the tag of a state of minutes."""
    known = MinutesState(state)
    return Tag(label(MINUTES_STATE_LABELS, known), KINDS[known])


class MinutesPage(BrowserView):
    """``<meeting>/pv``."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    caption = _("corrections", default="Corrections")
    note = Action(_("correction_add", default="Noter la correction"), method="submit")

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def seen(self) -> door.MinutesView:
        return door.minutes_view(self.context)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def page_title(self) -> str:
        return self.context.title

    @property
    def trail(self) -> list[Crumb]:
        meeting = aq_parent(self.context)
        seen = meeting if reading.may_do("View", meeting) else None
        return list(words.trail(aq_parent(meeting), seen))

    @property
    def identity(self) -> str:
        """The day of the approval, once there is one."""
        if self.seen.approved_on is None:
            return ""
        day = {"day": date_in_words(self.seen.approved_on)}
        return _("minutes_approved_day", default="Approuvé le ${day}", mapping=day)

    @property
    def tags(self) -> list[Tag]:
        return [minutes_tag(self.seen.state)]

    @property
    def steps(self) -> list[Step]:
        """The life of the minutes."""
        path = list(MinutesState)
        at = path.index(self.seen.state)
        marks = ("done", "now", "todo")
        last = self.seen.state is MinutesState.SIGNED
        return [
            Step(
                label(MINUTES_STATE_LABELS, one),
                "done" if last else marks[(place >= at) + (place > at)],
            )
            for place, one in enumerate(path)
        ]

    @property
    def actions(self) -> list[Action]:
        """The steps, and the approval by an item of the next meeting."""
        found = [self._step(one) for one in self.seen.steps if one.id != "sign"]
        waits = self.seen.state is MinutesState.SUBMITTED
        if waits and self.seen.steps and not self.context.approval_item:
            found = [one for one in found if not one.why]
            title = _(
                "minutes_plan", default="Inscrire l'approbation à la séance suivante"
            )
            found.append(
                Action(title, f"{self.url}/pv-approbation", method="post", primary=True)
            )
        return found

    def _step(self, step: door.MinutesStep) -> Action:
        title = label(MINUTES_TRANSITION_LABELS, MinutesTransition(step.id))
        if not step.available:
            why = words.briefly(
                [to_sentence(one, self.request) for one in step.reasons]
            )
            return Action(title, why=words.not_possible(title, why))
        return Action(
            title,
            f"{self.url}/pv-etape",
            method="post",
            primary=step.id in FORWARD,
            values={"etape": step.id},
        )

    @property
    def facts(self) -> list[Fact]:
        """« En bref »."""
        found = []
        item = self.seen.approval_item
        if item is not None:
            place = place_of(item)
            where = words.day_and_hour(place.date) if place is not None else ""
            said = words.capital(where) or _(
                "minutes_waits", default="Attend la prochaine séance"
            )
            term = _("minutes_approval", default="Point d'approbation")
            found.append(Fact(term, said, item.absolute_url()))
        return found

    @property
    def documents(self) -> list[Action]:
        """The files of the minutes this person may open."""
        link = f"{self.url}/pv-document"
        found = [
            Action(
                _("minutes_public_pdf", default="Partie publique (PDF)"),
                link,
                small=True,
                icon="file-earmark-text",
            )
        ]
        if self.seen.closed:
            title = _("minutes_whole_pdf", default="Procès-verbal complet (PDF)")
            found.append(
                Action(
                    title, f"{link}?huis_clos=1", small=True, icon="file-earmark-text"
                )
            )
        return found

    @property
    def corrections(self) -> list[dict]:
        """The corrections as words."""
        return [
            {
                "where": words.said(self._where(one.number), self.request),
                "text": one.text,
                "when": date_in_words(one.on),
            }
            for one in self.seen.corrections
        ]

    def _where(self, number: str) -> str:
        if not number:
            return _("correction_whole", default="Procès-verbal")
        return _("item_number", default="Point ${number}", mapping={"number": number})

    @cached_property
    def may_correct(self) -> bool:
        return reading.may_do("Modify portal content", self.context)

    @property
    def correction_fields(self) -> list[Field]:
        lines = agenda(aq_parent(self.context)).lines
        whole = Option(
            "", _("correction_whole_option", default="Le procès-verbal entier")
        )
        items = [
            Option(one.uid, f"{one.number}. {one.title}")
            for one in lines
            if one.visible
        ]
        return [
            Field(
                "point", _("correction_about", default="À propos de"), "select",
                options=(whole, *items), required=True,
            ),
            Field(
                "texte", _("correction_text", default="Correction"), "textarea",
                required=True, rows=3,
                help=_(
                    "correction_help",
                    default="« Lire 12 voix pour, et non 11. » Elle s'ajoute sous le "
                    "texte, avec sa date.",
                ),
            ),
        ]  # fmt: skip

    @property
    def signing(self) -> str:
        """The signatures of the minutes, once approved."""
        return SigningCard(self.context, self.request).render()


class MinutesFile(BrowserView):
    """Gives the minutes out as PDF/A; ``huis_clos=1``: with the closed part."""

    def __call__(self) -> bytes:
        closed = self.request.form.get("huis_clos") == "1"
        return give_out(self.request.response, door.minutes_file(self.context, closed))
