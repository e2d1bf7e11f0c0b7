"""The public verifier: what a proof proves, of a file one has or of a publication."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.protection.api import limit
from communes.core.protection.domain.bucket import Rate
from communes.core.stamping.domain.container import MOST_BYTES
from communes.core.stamping.domain.errors import ContainerUnreadable
from communes.core.stamping.domain.verdict import belgian_moment
from communes.core.stamping.domain.verdict import sentences
from communes.publications.api import register
from communes.publications.browser.public.page import PublicPage
from communes.publications.i18n import _
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides


#: Checking a proof takes a tenth of a second of this server.
RATE = Rate(burst=30, seconds=10.0)
FORM = "verifier"


class Verifier(PublicPage):
    """``<portal>/verifier-une-preuve``: the file is looked at, and not kept."""

    template = ViewPageTemplateFile("templates/verifier.pt")
    page_title = _("verifier_title", default="Vérifier une preuve de publication")
    told: register.Proven | None = None
    refused = ""
    asks_file = True
    verify = Action(
        _("proof_verify", default="Vérifier"), method="submit", primary=True
    )

    def __call__(self) -> str:
        if self.request.method == "POST":
            # Nothing is written: a form from elsewhere can do no harm.
            alsoProvides(self.request, IDisableCSRFProtection)
            self.look()
            self.request.response.setHeader("Cache-Control", "private, no-store")
            return self.template()
        return super().__call__()

    @property
    def url(self) -> str:
        return f"{self.site_url}/verifier-une-preuve"

    def look(self) -> None:
        """Check the file that was sent; what is wrong with it is said."""
        try:
            limit(self.request, FORM, RATE)
            self.told = register.verify_file(self.site, self._file())
        except DomainError as error:
            self.refused = sentence_of(error, self.request)

    def _file(self) -> bytes:
        given = self.request.form.get("preuve")
        data = given.read(MOST_BYTES + 1) if hasattr(given, "read") else b""
        if not data:
            raise ContainerUnreadable(problem="aucun fichier n'a été choisi")
        if len(data) > MOST_BYTES:
            raise ContainerUnreadable(problem="il est trop grand")
        return data

    @property
    def field(self) -> Field:
        help = _(
            "verifier_help",
            default="Le fichier « .asics » téléchargé depuis une publication. Il n'est "
            "pas conservé.",
        )
        title = _("verifier_file", default="Preuve de publication")
        return Field(
            "preuve", title, "file", help=help, required=True, error=self.refused
        )

    @property
    def result(self) -> Notice | None:
        """The first sentence: valid or not."""
        if self.told is None:
            return None
        kind = "ok" if self.told.verdict.proven else "late"
        return Notice(sentences(self.told.verdict)[0], kind)

    @property
    def details(self) -> tuple[str, ...]:
        """The sentences that follow."""
        return () if self.told is None else sentences(self.told.verdict)[1:]

    @property
    def standing(self) -> Notice | None:
        """What the portal knows: still published, or taken back, when and why."""
        shown = None if self.told is None else self.told.showing
        if shown is None:
            return None
        mapping = {
            "institution": self.told.institution,
            "reference": self.told.reference,
            "number": shown.number,
            "from": belgian_moment(shown.shown_at),
        }
        if not shown.withdrawn:
            said = _(
                "verifier_published",
                default="C'est la publication ${reference} (version ${number}) de "
                "${institution}, publiée depuis le ${from}.",
                mapping=mapping,
            )
            return Notice(said, "ok")
        said = _(
            "verifier_withdrawn",
            default="Cette version (${number}) de la publication ${reference} de "
            "${institution} a été publiée du ${from} au ${to}, puis dépubliée : "
            "${reason}. Elle n'est plus en vigueur à ce titre.",
            mapping={
                **mapping,
                "to": belgian_moment(shown.withdrawn_at),
                "reason": shown.reason,
            },
        )
        return Notice(said, "wait")

    @property
    def facts(self) -> list[Fact]:
        """What a person may compare by themselves."""
        if self.told is None:
            return []
        verdict = self.told.verdict
        found = [
            Fact(_("verifier_document", default="Document"), verdict.name),
            Fact("SHA-256", verdict.sha256),
        ]
        if self.told.url:
            found.append(
                Fact(_("permalink", default="Adresse permanente"), self.told.url,
                     self.told.url)
            )  # fmt: skip
        return found


class VerifyPublication(Verifier):
    """``<publication>/verifier``: the proof that is kept here."""

    asks_file = False

    def __call__(self) -> str:
        self.told = register.verify_publication(self.context)
        return super(Verifier, self).__call__()
