"""``<institution>/s-abonner`` and ``<portal>/s-abonner``: what one wants to be told."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.mailing.api import subscribe
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Problem
from communes.core.protection.api import check
from communes.publications.browser.public.page import PublicPage
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.subscriptions.wish import KINDS
from communes.publications.domain.subscriptions.wish import read_wish
from communes.publications.i18n import _
from communes.publications.subscriptions.lists import list_of
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction
from zope.interface import alsoProvides


FORM = "s-abonner"
_KINDS = {
    "regulations": _("follow_regulations", default="Règlements et avis"),
    "decisions": _("follow_decisions", default="Décisions des assemblées"),
}


class SubscribePage(PublicPage):
    """Asks for an address and a wish; a letter asks its owner to confirm."""

    template = ViewPageTemplateFile("templates/subscribe.pt")
    page_title = _("follow_title", default="S'abonner aux publications")
    guard = FORM
    done = False
    press = Action(
        _("follow_press", default="S'abonner"), method="submit", primary=True
    )

    def __call__(self) -> str:
        self.refusal: DomainError | None = None
        # The page holds the moment it was opened: it is for one person.
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            # The sealed moment in the page takes the place of a token.
            alsoProvides(self.request, IDisableCSRFProtection)
            self._take()
        return self.template()

    def _take(self) -> None:
        try:
            check(self.request, FORM)
            nis = "" if self.institution is None else self.institution.getId()
            wish = read_wish(self.typed)
            subscribe(self.site, list_of(nis), self.given("adresse"), wish.as_data())
            self.done = True
        except DomainError as error:
            # What was typed stays; nothing was written.
            transaction.doom()
            self.refusal = error

    @property
    def typed(self) -> dict[str, object]:
        """The wish as it was typed."""
        return {
            "matter": self.given("matiere"),
            "street": self.given("rue"),
            "words": self.given("q"),
            "kinds": self.kinds,
        }

    @property
    def kinds(self) -> list[str]:
        given = self.request.form.get("genres", [])
        found = given if isinstance(given, list) else [given]
        return [one for one in found if one in KINDS]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, and where."""
        if self.refusal is None:
            return []
        at_address = self.refusal.field == "address"
        return [
            Problem(sentence_of(self.refusal, self.request),
                    target="field-adresse" if at_address else "")
        ]  # fmt: skip

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/{FORM}"

    @property
    def fields(self) -> list[Field]:
        wrong = self.problems[0] if self.problems else None
        mine = wrong.message if wrong and wrong.target else ""
        asked = self.given("matiere")
        every = Option("", _("every", default="Toutes"))
        themes = (Option(id, title, id == asked) for id, title in matters().items())
        kinds = self.kinds or list(KINDS)
        return [
            Field("adresse", _("follow_address", default="Votre adresse électronique"),
                  "email", self.given("adresse"), required=True, error=mine,
                  autocomplete="email"),
            Field("genres", _("follow_kinds", default="Ce que vous voulez suivre"),
                  "checkboxes", required=True,
                  options=tuple(Option(one, _KINDS[one], one in kinds)
                                for one in KINDS)),
            Field("matiere", _("fact_matter", default="Matière"), "select",
                  options=(every, *themes)),
            Field("rue", _("find_street", default="Rue"), value=self.given("rue"),
                  help=_("follow_street_help",
                         default="Seulement ce qui cite cette rue.")),
            Field("q", _("find_words", default="Mots"), value=self.given("q"),
                  help=_("follow_words_help",
                         default="Seulement ce qui contient tous ces mots.")),
        ]  # fmt: skip

    @property
    def identity(self) -> str:
        return "" if self.institution is None else self.institution.title

    def given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:300] if isinstance(found, str) else ""
