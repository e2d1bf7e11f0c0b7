"""The signatures of one document: who signs, in which order, how far it is."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import hour
from communes.core.signature.domain import Place
from communes.core.signature.domain import SignatureRequest
from communes.deliberations.api import signing
from communes.deliberations.browser.signing import words
from communes.deliberations.i18n import _
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SigningCard(BrowserView):
    """Shown on minutes and on items; one card a request, the latest first."""

    template = ViewPageTemplateFile("card.pt")
    caption = _("signatories", default="Signataires")

    def render(self) -> str:
        """Return the cards as markup; empty when there is nothing to say or do."""
        return self.template() if self.requests or self.may_ask else ""

    @cached_property
    def requests(self) -> list[SignatureRequest]:
        return signing.signature_requests(self.context)

    @cached_property
    def keeps(self) -> bool:
        """Whether the person keeps the meetings of the assembly."""
        return bool(api.user.has_permission(MANAGE_MEETING, obj=self.context.aq_parent))

    @cached_property
    def may_ask(self) -> bool:
        return signing.may_ask_signatures(self.context)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def way_field(self) -> Field:
        """The ways to sign; one that is not set up says so."""
        used = signing.way_in_settings(self.context)
        options = tuple(
            Option(one.name, words.way(one), one.name == used) for one in signing.ways()
        )
        label = _("signing_way", default="Mode de signature")
        return Field("mode", label, "select", options=options, required=True)

    @property
    def ask(self) -> Action:
        title = _("signing_ask", default="Demander les signatures")
        return Action(title, method="submit", primary=True)

    @property
    def rows(self) -> list[dict]:
        """Each request with its places, its files and what may be done."""
        return [self._request(one) for one in self.requests]

    def _request(self, request: SignatureRequest) -> dict:
        return {
            "id": request.id,
            "title": words.request_title(request),
            "tag": words.request_tag(request),
            "refusal": words.refusal(request),
            "places": [self._place(request, one) for one in request.places],
            "files": self._files(request),
            "cancel": self._cancel(request),
        }

    def _place(self, request: SignatureRequest, place: Place) -> dict:
        acting = place.acting(date.today())
        instead = "" if acting == place.signatory else words.instead(place, acting)
        when = ""
        if place.signed_on is not None:
            day = date_in_words(place.signed_on.date())
            when = f"{day}, {hour(place.signed_on)}"
        mine = bool(acting.user) and acting.user == api.user.get_current().getId()
        turn = place in request.turns
        way = words.adapter_of(request)
        return {
            "id": place.signatory.id,
            "name": place.signatory.name,
            "function": place.signatory.function,
            "instead": instead,
            "tag": words.place_tag(place, turn=turn),
            "when": when,
            "sign": self._sign(request, place)
            if turn and mine and way.personal
            else None,
            "acts": self._acts(request, place, turn=turn, mine=mine),
        }

    def _acts(
        self, request: SignatureRequest, place: Place, *, turn: bool, mine: bool
    ) -> Action | None:
        """The page where this place is confirmed, refused or substituted."""
        if not request.pending or place.mark == "signed":
            return None
        if not (self.keeps or (mine and turn)):
            return None
        title = _("signing_act", default="Noter…")
        query = f"demande={request.id}&signataire={place.signatory.id}"
        return Action(title, f"{self.url}/signature?{query}", small=True)

    def _sign(self, request: SignatureRequest, place: Place) -> Action:
        return Action(
            _("signing_sign", default="Signer"),
            f"{self.url}/signature-donner",
            primary=True,
            small=True,
            method="post",
            values={"demande": request.id, "signataire": place.signatory.id},
            confirm=_(
                "signing_sign_confirm",
                default="Signer électroniquement ce document, en votre nom ?",
            ),
        )

    def _files(self, request: SignatureRequest) -> list[Action]:
        link = f"{self.url}/signature-fichier?demande={request.id}"
        found = [
            Action(_("signing_original", default="À signer (PDF)"), link, small=True)
        ]
        if request.signed_sha256:
            title = _("signing_signed", default="Signé (PDF)")
            found.append(Action(title, f"{link}&signe=1", small=True))
        return found

    def _cancel(self, request: SignatureRequest) -> Action | None:
        if not (self.keeps and request.pending):
            return None
        return Action(
            _("signing_cancel", default="Annuler la demande"),
            f"{self.url}/signature-annuler",
            small=True,
            method="post",
            values={"demande": request.id},
            confirm=_("signing_cancel_confirm", default="Annuler cette demande ?"),
        )


class MoreSigning:
    """The card on an item, beside its texts."""

    order = 60
    side = False

    def __init__(self, context: object, request: object) -> None:
        self.card = SigningCard(context, request)

    def render(self) -> str:
        return self.card.render()
