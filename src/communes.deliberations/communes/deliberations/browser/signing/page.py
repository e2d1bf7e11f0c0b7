"""One place of a request: confirm it with the scan, refuse it, or name a substitute."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.signature.domain import Place
from communes.core.signature.domain import SignatureRequest
from communes.deliberations.api import signing
from communes.deliberations.browser import words as common
from communes.deliberations.browser.signing import words
from communes.deliberations.i18n import _
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class SigningPage(BrowserView):
    """``<document>/signature?demande=…&signataire=…``."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    confirm = Action(_("signing_confirm", default="Confirmer la signature"),
                     method="submit", primary=True)  # fmt: skip
    refuse = Action(_("signing_refuse", default="Noter le refus"), method="submit")
    substitute = Action(
        _("signing_substitute", default="Noter le remplacement"), method="submit"
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def asked(self) -> SignatureRequest:
        wanted = self.request.form.get("demande")
        for one in signing.signature_requests(self.context):
            if one.id == wanted:
                return one
        raise NotFound(wanted)

    @cached_property
    def place(self) -> Place:
        wanted = self.request.form.get("signataire")
        for one in self.asked.places:
            if one.signatory.id == wanted:
                return one
        raise NotFound(wanted)

    @property
    def page_title(self) -> str:
        return _(
            "signing_of",
            default="Signature de ${name}",
            mapping={"name": self.place.signatory.name},
        )

    @property
    def trail(self) -> list[Crumb]:
        return list(common.trail(self.context))

    @property
    def identity(self) -> str:
        said = (words.request_title(self.asked), self.place.signatory.function)
        return common.joined(said, self.request)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def values(self) -> dict[str, str]:
        """What each form carries."""
        return {"demande": self.asked.id, "signataire": self.place.signatory.id}

    @cached_property
    def keeps(self) -> bool:
        return bool(api.user.has_permission(MANAGE_MEETING, obj=self.context.aq_parent))

    @property
    def may_confirm(self) -> bool:
        """Whether a signature on paper may be confirmed now."""
        on_paper = words.adapter_of(self.asked).scanned
        return self.keeps and on_paper and self.place in self.asked.turns

    @property
    def scan_field(self) -> Field:
        waiting = [one for one in self.asked.places if one.mark != "signed"]
        last = len(waiting) == 1
        return Field(
            "fichier",
            _("signing_scan", default="Document signé, numérisé en PDF"),
            "file",
            required=last,
            help=_(
                "signing_scan_help",
                default="Demandé avec la dernière signature : il entre au registre.",
            ),
        )

    @property
    def reason_field(self) -> Field:
        label = _("signing_reason", default="Motif du refus")
        return Field("motif", label, "textarea", required=True, rows=2)

    @property
    def substitute_fields(self) -> list[Field]:
        signers = {one.signatory.id for one in self.asked.places}
        people = tuple(
            Option(one.id, f"{one.name}, {one.function}")
            for one in signing.substitutes(self.context)
            if one.id not in signers
        )
        return [
            Field("remplacant", _("signing_substitute_who", default="Remplaçant·e"),
                  "select", options=people, required=True),
            Field("du", _("signing_from", default="Du"), "date",
                  date.today().isoformat(), required=True),
            Field("au", _("signing_to", default="Au"), "date"),
            Field("empechement",
                  _("signing_substitute_why", default="Motif de l'empêchement"),
                  required=True),
        ]  # fmt: skip
