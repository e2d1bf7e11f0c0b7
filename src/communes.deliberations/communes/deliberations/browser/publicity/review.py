"""« Publicité » of an item: what is suggested, decided, and read by the public."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import long_date
from communes.core.privacy.domain.detection import Kind
from communes.core.privacy.domain.passages import masked
from communes.deliberations.api import publicity
from communes.deliberations.api import reading
from communes.deliberations.api import review
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.domain.publicity.review import Doubt
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.domain.publicity.review import STANDING_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import datetime
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


STANDING_KINDS = {
    ReviewStanding.MISSING: "wait",
    ReviewStanding.STALE: "late",
    ReviewStanding.DONE: "ok",
}

KINDS = {
    Kind.NISS: _("personal_niss", default="Numéro national"),
    Kind.IBAN: _("personal_iban", default="Compte bancaire"),
    Kind.BIRTH: _("personal_birth", default="Date de naissance"),
    Kind.EMAIL: _("personal_email", default="Adresse électronique"),
    Kind.PHONE: _("personal_phone", default="Téléphone"),
    Kind.ADDRESS: _("personal_address", default="Adresse"),
    Kind.PLATE: _("personal_plate", default="Plaque"),
    Kind.NAME: _("personal_name", default="Nom d'une personne"),
}


@implementer(IMoreTab)
class ReviewTab(BrowserView):
    """For those who prepare an item that may become public."""

    order = 60

    def tab(self, current: str) -> Tab | None:
        if self.context.privacy != "public" or not review.may_read_review(self.context):
            return None
        title = _("tab_publicity", default="Publicité")
        url = f"{self.context.absolute_url()}/publicite"
        return Tab(title, url, current == "publicity")


class ReviewPage(ItemFrame):
    """Each suggestion with two buttons; the annexes; the public's own reading."""

    tab = "publicity"
    template = ViewPageTemplateFile("review.pt")
    empty_title = _("review_nothing", default="Aucun passage suspect n'a été trouvé.")
    empty_text = _(
        "review_nothing_text",
        default="Lisez quand même les textes ci-dessous : un nom sans titre ou une "
        "situation reconnaissable peut échapper à la recherche.",
    )

    def __call__(self) -> str:
        # Read first: a person without the right gets the refusal, not half a page.
        self.found  # noqa: B018
        return self.template()

    @cached_property
    def found(self) -> review.ReviewView:
        return review.review(self.context)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def tag(self) -> Tag:
        standing = self.found.standing
        return Tag(label(STANDING_LABELS, standing), STANDING_KINDS[standing])

    @property
    def facts(self) -> list[Fact]:
        """Who read it last, and when."""
        kept = self.found.review
        if not kept.fingerprint:
            return []
        on = long_date(datetime.fromisoformat(kept.on).date())
        told = [
            Fact(_("review_by", default="Relu par"), self.found.by),
            Fact(_("review_on", default="Relu le"), on),
        ]
        return [one for one in told if one.value]

    @property
    def open_rows(self) -> list[dict]:
        return [self._row(one) for one in self.found.open_doubts]

    @property
    def left_rows(self) -> list[dict]:
        return [self._row(one) for one in self.found.doubts if one.left]

    @property
    def title_field(self) -> Field:
        return Field(
            "objet_public",
            _("review_public_title", default="Objet pour le public"),
            value=self.found.review.public_title,
            help=_(
                "review_public_title_help",
                default="Seulement si l'objet nomme une personne ou permet de la "
                "reconnaître ; sinon laissez vide.",
            ),
        )

    @property
    def annexes_shown(self) -> list[dict]:
        return [
            {
                "title": title,
                "file": file,
                "tag": self._annex_tag(publishable, confidential),
                "act": None if confidential else self._annex_act(id, publishable),
            }
            for id, title, file, publishable, confidential in self.found.annexes
        ]

    @property
    def public_texts(self) -> list[dict]:
        """What the public would read, text by text."""
        values = {
            name: getattr(self.context, name, None)
            for name in ("summary", "motivation", "decision", "vote_text")
        }
        return [
            {
                "title": one.label,
                "html": masked(values[one.name].output if values.get(one.name) else "")
                if one.name in values
                else "",
                "text": one.source if one.plain else "",
            }
            for one in self.found.texts
        ]

    @property
    def done(self) -> Action | None:
        if not self.found.may_act or self.found.standing is ReviewStanding.DONE:
            return None
        title = _("review_done", default="Marquer comme relu")
        waiting = len(self.found.open_doubts)
        if waiting:
            why = _(
                "review_waiting",
                default="Passages qui attendent votre choix : ${count}.",
                mapping={"count": waiting},
            )
            return Action(title, why=why)
        return self._post(title, {"geste": "fait"}, primary=True)

    @property
    def keep_title(self) -> Action:
        return Action(_("button_save", default="Enregistrer"), method="submit")

    @cached_property
    def withdrawable(self) -> bool:
        """Whether the person may take it away from what is published."""
        if self.meeting is None or not reading.may_do(MANAGE_MEETING, self.meeting):
            return False
        shown = publicity.published_item(self.context)
        return shown is not None and shown.withdrawn is None

    @property
    def reason_field(self) -> Field:
        return Field(
            "motif",
            _("withdrawal_reason", default="Motif du retrait"),
            help=_("withdrawal_reason_help", default="Le public le lira."),
            required=True,
        )

    @property
    def withdraw(self) -> Action:
        title = _("withdraw", default="Retirer de la publication")
        return Action(title, method="submit", danger=True)

    def _row(self, doubt: Doubt) -> dict:
        mask = _("review_mask", default="Masquer")
        leave = _("review_leave", default="Laisser")
        values = {"passage": doubt.key}
        acts = []
        if self.found.may_act and not doubt.plain:
            acts.append(self._post(mask, {**values, "geste": "masquer"}, small=True))
        if self.found.may_act and not doubt.left:
            acts.append(self._post(leave, {**values, "geste": "laisser"}, small=True))
        return {
            "where": doubt.label,
            "kind": KINDS[doubt.kind],
            "before": doubt.before,
            "words": doubt.words,
            "after": doubt.after,
            "places": len(doubt.spans),
            "acts": acts,
            "plain": doubt.plain,
        }

    def _annex_tag(self, publishable: bool, confidential: bool) -> Tag:
        if confidential:
            return Tag(_("annex_confidential_word", default="Confidentielle"), "off")
        if publishable:
            return Tag(_("annex_published_word", default="Sera publiée"), "info")
        return Tag(_("annex_kept_word", default="Reste interne"), "off")

    def _annex_act(self, id: str, publishable: bool) -> Action | None:
        if not self.found.may_act:
            return None
        title = (
            _("annex_keep", default="Ne pas publier")
            if publishable
            else _("annex_publish", default="Publier")
        )
        values = {"geste": "annexe", "annexe": id}
        if not publishable:
            values["publiable"] = "1"
        return self._post(title, values, small=True)

    def _post(self, title: str, values: dict, **more: object) -> Action:
        revision = {"revision": str(self.found.revision)}
        url = f"{self.url}/publicite-relire"
        return Action(title, url, method="post", values={**values, **revision}, **more)
