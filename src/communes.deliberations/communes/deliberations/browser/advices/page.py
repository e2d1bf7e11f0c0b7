"""One advice: read, written and given by whoever's turn it is."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.annexes.api import annexes_of
from communes.core.annexes.api import may_annex
from communes.core.errors.i18n import to_sentence
from communes.core.hardening.giving import give_out
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Event
from communes.deliberations.api.advice import advice
from communes.deliberations.api.advice import AdviceView
from communes.deliberations.api.advice import PossibleAct
from communes.deliberations.api.advice_document import generate_advice
from communes.deliberations.api.advice_document import has_signed_file
from communes.deliberations.api.advising import write_advice
from communes.deliberations.api.types import IAdvice
from communes.deliberations.browser import words as item_words
from communes.deliberations.browser.advices import words
from communes.deliberations.browser.advices.tab import shown
from communes.deliberations.browser.item.annexes import AnnexForm
from communes.deliberations.browser.revising import SharedForm
from communes.deliberations.domain.advices.acts import ACT_LABELS
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.domain.advices.acts import COMMENTED
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.field import Fields


#: Acts that ask a page of their own first.
ASKING = COMMENTED | {AdviceAct.ASK_AGAIN}
MAIN = frozenset(
    {AdviceAct.GIVE, AdviceAct.SIGN, AdviceAct.COMPLETE, AdviceAct.FORWARD}
)


class AdviceForm(SharedForm):
    """Writes the advice; a colleague's change meanwhile is told, not overwritten."""

    fields = Fields(IAdvice)
    seen: AdviceView
    saved_words = _(
        "advice_saved", default="Enregistré. L'avis n'est pas encore rendu."
    )
    stale_words = _(
        "advice_stale",
        default="Cet avis a changé pendant que vous écriviez : ${changes}. Ce "
        "que vous avez écrit est gardé ci-dessous. Comparez, puis enregistrez "
        "à nouveau.",
    )

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/view?revision={self.read}"

    @property
    def last_revision(self) -> int:
        return self.seen.revision

    @property
    def saved_url(self) -> str:
        return f"{self.context.absolute_url()}/view"

    def keep(self, values: Mapping[str, object]) -> None:
        write_advice(self.context, values, self.read)


class AdvicePage(BrowserView):
    """``<item>/avis-1``."""

    template = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        for form in (self.form, self.annex_form):
            if form is not None:
                form.update()
            if self.request.response.getStatus() in (301, 302, 303):
                return ""
        return self.template()

    @cached_property
    def seen(self) -> AdviceView:
        return advice(self.context)

    @cached_property
    def item(self) -> object:
        return aq_parent(self.context)

    @property
    def page_title(self) -> str:
        return self.context.title

    @property
    def identity(self) -> str:
        return self.item.title

    @property
    def trail(self) -> Sequence[Crumb]:
        found = item_words.trail(aq_parent(self.item), self.item)
        url = f"{self.item.absolute_url()}/avis"
        return (*found, Crumb(_("advices", default="Avis"), url))

    @cached_property
    def form(self) -> AdviceForm | None:
        """The form to write it, for whoever's turn it is."""
        if not self.seen.may_write:
            return None
        form = AdviceForm(self.context, self.request)
        form.seen = self.seen
        return form

    @cached_property
    def annex_form(self) -> AnnexForm | None:
        """The form to join a file to the advice."""
        if not self.seen.may_write or not may_annex(self.context):
            return None
        form = AnnexForm(self.context, self.request)
        form.prefix = "annex."
        return form

    @property
    def wants_patterns(self) -> bool:
        return self.form is not None

    @property
    def row(self) -> dict:
        """The advice as it is read."""
        return shown(self.seen, self.item.absolute_url())

    @property
    def annexes(self) -> list[dict]:
        """The files joined to the advice."""
        found = (brain.getObject() for brain in annexes_of(self.context))
        return [
            {
                "title": one.title,
                "url": f"{one.absolute_url()}/@@display-file/file/{one.file.filename}",
            }
            for one in found
        ]

    @property
    def events(self) -> list[Event]:
        return words.events(self.seen)

    @property
    def versions(self) -> list[dict]:
        """The answers that are no longer the last word, the newest first."""
        return [
            {
                "tag": words.kind_tag(one.kind),
                "said": _(
                    "advice_version",
                    default="rendu par ${who} le ${day}, remplacé le ${later} : "
                    "${reason}",
                    mapping={
                        "who": one.given_by,
                        "day": f"{one.given_on:%d/%m/%Y}",
                        "later": f"{one.replaced_on:%d/%m/%Y}",
                        "reason": one.reason,
                    },
                ),
                "motivation": one.motivation,
            }
            for one in reversed(self.seen.course.versions)
        ]

    @property
    def actions(self) -> list[Action]:
        """What may be done now, the main thing last."""
        found = [self._action(one) for one in self.seen.acts]
        url = f"{self.context.absolute_url()}/document"
        title = _("advice_document", default="Avis en PDF")
        found.append(Action(title, url, icon="file-earmark-text"))
        if has_signed_file(self.context):
            title = _("advice_document_signed", default="Avis signé (PDF)")
            found.append(Action(title, f"{url}?form=signed", icon="file-earmark-text"))
        return sorted(found, key=lambda one: one.primary)

    def _action(self, act: PossibleAct) -> Action:
        title = label(ACT_LABELS, act.id)
        if not act.available:
            why = item_words.briefly(
                [to_sentence(one, self.request) for one in act.reasons]
            )
            return Action(title, why=item_words.not_possible(title, why))
        url = f"{self.context.absolute_url()}/faire"
        if act.id in ASKING:
            return Action(title, f"{url}?act={act.id.value}")
        values = {"act": act.id.value, "revision": str(self.seen.revision)}
        return Action(
            title,
            url,
            primary=act.id in MAIN,
            danger=act.id is AdviceAct.WITHDRAW,
            method="post",
            values=values,
        )


class AdviceDocument(BrowserView):
    """Gives out the advice, or the synthesis of a meeting, as a file."""

    def __call__(self) -> bytes:
        form = str(self.request.form.get("form", "pdf"))
        return give_out(self.request.response, generate_advice(self.context, form))
