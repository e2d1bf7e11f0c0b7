"""What is done about signatures: asked, given, confirmed, refused, given over."""

from communes.core.hardening.giving import give_out
from communes.core.shell.acting import Act
from communes.deliberations.api import signing
from communes.deliberations.browser.sequel.reading import day_of
from communes.deliberations.browser.sequel.reading import file_of
from communes.deliberations.i18n import _
from Products.Five.browser import BrowserView


class SigningAct(Act):
    """Comes back to the document."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/view"

    @property
    def asked(self) -> tuple[str, str]:
        """The request and the signatory the form is about."""
        return self.given("demande"), self.given("signataire")


class Ask(SigningAct):
    """Puts the document to its signatories."""

    def act(self) -> dict:
        signing.ask_signatures(self.context, self.given("acte"), self.given("mode"))
        return {"message": _("signing_asked", default="Les signatures sont demandées.")}


class Give(SigningAct):
    """Gives one's own electronic signature."""

    def act(self) -> dict:
        signing.sign(self.context, *self.asked)
        said = _(
            "signing_given",
            default="Votre signature est demandée au serveur : elle apparaît ici dès "
            "qu'elle est apposée.",
        )
        return {"message": said}


class Confirm(SigningAct):
    """Notes a signature on paper."""

    def act(self) -> dict:
        scan = file_of(self.request, "fichier")
        signing.confirm_signature(self.context, *self.asked, scan)
        return {"message": _("signing_noted", default="La signature est notée.")}


class Refuse(SigningAct):
    """Notes that somebody does not sign."""

    def act(self) -> dict:
        signing.refuse_signature(self.context, *self.asked, self.given("motif"))
        return {"message": _("signing_refused_noted", default="Le refus est noté.")}


class Substitute(SigningAct):
    """Names who signs instead."""

    def act(self) -> dict:
        starts = day_of(self.given("du"), "du")
        signing.substitute_signatory(
            self.context,
            *self.asked,
            self.given("remplacant"),
            self.given("empechement"),
            starts,
            day_of(self.given("au"), "au", required=False),
        )
        said = _("signing_substituted", default="Le remplacement est noté.")
        return {"message": said}


class Cancel(SigningAct):
    """Gives a request up."""

    def act(self) -> dict:
        signing.cancel_signatures(self.context, self.given("demande"))
        said = _("signing_cancel_done", default="La demande est annulée.")
        return {"message": said}


class SigningFile(BrowserView):
    """Gives out the document put to the signatories, or as it came back."""

    def __call__(self) -> bytes:
        asked = self.request.form
        made = signing.signing_file(
            self.context, str(asked.get("demande", "")), asked.get("signe") == "1"
        )
        return give_out(self.request.response, made)
