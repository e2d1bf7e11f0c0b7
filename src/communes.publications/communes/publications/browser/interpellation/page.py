"""``<institution>/interpeller``: an interpellation or a question, filed online."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Problem
from communes.core.protection.api import check
from communes.core.protection.domain.bucket import Rate
from communes.publications.browser.public.page import PublicPage
from communes.publications.domain.interpellation.request import KINDS
from communes.publications.domain.interpellation.request import LONGEST
from communes.publications.domain.interpellation.request import read_interpellation
from communes.publications.i18n import _
from communes.publications.interpellations.api import file_interpellation
from communes.publications.interpellations.api import may_file
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction
from zope.interface import alsoProvides


FORM = "interpeller"
#: A person asks the council a few times a year.
RATE = Rate(burst=3, seconds=3600.0)
#: The boxes of the form, by the name of what they hold.
BOXES = {
    "kind": "genre",
    "name": "nom",
    "address": "domicile",
    "mail": "courriel",
    "title": "objet",
    "question": "question",
}


class InterpellationPage(PublicPage):
    """Asks who, and what; the council's staff answers."""

    template = ViewPageTemplateFile("templates/interpellation.pt")
    page_title = _("interpellation_title", default="Interpeller le conseil")
    guard = FORM
    number = ""
    press = Action(
        _("interpellation_press", default="Envoyer ma demande"),
        method="submit",
        primary=True,
    )

    def __call__(self) -> str:
        self.refusal: DomainError | None = None
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            # The sealed moment in the page takes the place of a token.
            alsoProvides(self.request, IDisableCSRFProtection)
            self._take()
        return self.template()

    def _take(self) -> None:
        try:
            check(self.request, FORM, RATE)
            typed = {name: self.given(box) for name, box in BOXES.items()}
            asked = read_interpellation(typed, bool(self.given("habitant")))
            self.number = file_interpellation(self.site, self.context, asked)
        except DomainError as error:
            # What was typed stays; nothing was written.
            transaction.doom()
            self.refusal = error

    @property
    def offered(self) -> bool:
        """Whether the institution gets interpellations here."""
        return may_file(self.site, self.context)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/{FORM}"

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def wrong(self) -> str:
        """The box at fault, empty when none is."""
        field = "" if self.refusal is None else self.refusal.field or ""
        known = {**BOXES, "address": "domicile", "inhabitant": "habitant"}
        mail = type(self.refusal).__name__ == "AddressRefused"
        return "courriel" if mail else known.get(field, "")

    @property
    def problems(self) -> list[Problem]:
        if self.refusal is None:
            return []
        target = f"field-{self.wrong}" if self.wrong else ""
        return [Problem(sentence_of(self.refusal, self.request), target=target)]

    @property
    def fields(self) -> list[Field]:
        asked = self.given("genre") or next(iter(KINDS))
        kinds = tuple(Option(id, title, id == asked) for id, title in KINDS.items())
        return [
            Field("genre", _("interpellation_kind", default="Votre demande"), "radios",
                  options=kinds, required=True),
            self._field("nom", _("interpellation_name", default="Nom et prénom"),
                        autocomplete="name"),
            self._field("domicile",
                        _("interpellation_address",
                          default="Adresse dans la commune"),
                        autocomplete="street-address"),
            self._field("courriel",
                        _("follow_address", default="Votre adresse électronique"),
                        "email", autocomplete="email"),
            self._field("objet", _("interpellation_object", default="Objet")),
            self._field("question", _("interpellation_question", default="Question"),
                        "textarea", rows=10,
                        help=_("interpellation_question_help",
                               default="${most} signes au plus.",
                               mapping={"most": LONGEST["question"]})),
            Field("habitant",
                  _("interpellation_inhabitant",
                    default="Je suis habitant de la commune au sens de l'article "
                    "L1122-14 du Code de la démocratie locale"),
                  "checkbox", self.given("habitant"), required=True,
                  error=self._error("habitant")),
        ]  # fmt: skip

    def _field(
        self, name: str, label: str, kind: str = "text", **more: object
    ) -> Field:
        return Field(name, label, kind, self.given(name), required=True,
                     error=self._error(name), **more)  # fmt: skip

    def _error(self, name: str) -> str:
        return self.problems[0].message if self.wrong == name else ""

    def given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:20_000] if isinstance(found, str) else ""
