"""``/chercher``: one box over everything the site shows."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.search import SearchPage
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.writing import date_in_words
from communes.core.public.page import PublicPage
from communes.core.shell.rail import Shell
from communes.web.api import searching
from communes.web.i18n import _
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import time
from urllib.parse import urlencode


TITLES = {
    "type": _("by_type", default="Genre"),
    "theme": _("by_theme", default="Thématique"),
    "pour": _("by_audience", default="Je suis"),
    "when": _("by_when", default="Date"),
}
#: The index follows the database within seconds: a page is never kept longer.
FRESH_SECONDS = 60


class SiteSearch(SearchPage, PublicPage):
    """Words, narrowed by kind, theme, « je suis » and date."""

    template = ViewPageTemplateFile("page.pt")
    names = tuple(TITLES)
    titles = TITLES
    offer = Offer(filters=frozenset(TITLES), sorts=frozenset({"newest"}))
    page_title = _("site_search_title", default="Chercher sur le site")
    none_text = _(
        "site_search_none",
        default="Essayez un mot plus simple (« poubelle », « acte », « école »), ou "
        "retirez un filtre. Vous pouvez aussi nous téléphoner.",
    )
    kept_seconds = FRESH_SECONDS
    has_search = True
    page_hidden = True
    trail = ()
    find_action = Action(_("find", default="Chercher"), primary=True, method="submit")

    def __call__(self) -> str:
        page = PublicPage.__call__(self)
        if "answer" in self.__dict__ and self.answer.degraded:
            # What the catalogue found while the engine was silent is kept by nobody.
            self.request.response.setHeader("Cache-Control", "no-store")
        return page

    @property
    def depends_on(self) -> tuple[object, ...]:
        """The index moves by itself: no two minutes share a validator."""
        return (*super().depends_on, int(time.time() // FRESH_SECONDS))

    def find(self, query: ListQuery) -> Found:
        """Return what may be seen; words in vain are counted."""
        found = searching.search(query)
        in_vain = not (found.total or found.best or found.degraded or query.filters)
        if in_vain and query.text and query.page == 1:
            searching.note_in_vain(query.text)
        return found

    @property
    def identity(self) -> str:
        """How much there is, with words or without."""
        if self.answer.query.text:
            return super().identity
        return _(
            "site_search_all",
            default="${count} contenus, les derniers d'abord",
            mapping={"count": self.answer.total},
        )

    @cached_property
    def suggestions(self) -> str:
        """Where a script finds what one may mean, while one types."""
        return Shell(self.context, self.request).suggestions

    @property
    def kept_filters(self) -> list[tuple[str, str]]:
        """The filters that stay on when other words are looked for."""
        chosen = self.query.filters
        return [
            (f"f.{name}", one) for name in self.names for one in chosen.get(name, ())
        ]


class InVain(PublicPage):
    """``/recherches-vaines``: what citizens looked for and did not find."""

    template = ViewPageTemplateFile("in_vain.pt")
    page_title = _("in_vain_title", default="Recherches sans résultat")
    empty_title = _("in_vain_none", default="Tout ce qu'on cherche se trouve.")
    empty_text = _(
        "in_vain_none_text",
        default="Les mots cherchés en vain ces trois derniers mois apparaîtront ici.",
    )
    identity = _(
        "in_vain_about",
        default="Écrivez la page qui manque, ou ajoutez un synonyme ou une réponse "
        "proposée dans les réglages de la recherche. Qui a cherché n'est pas gardé.",
    )

    def date_words(self, day: date) -> str:
        """Return « 12 octobre 2026 »."""
        return date_in_words(day)

    def link(self, words: str) -> str:
        """Return the address that looks for the same words again."""
        return f"{self.site_url}/chercher?{urlencode({'SearchableText': words})}"

    @cached_property
    def rows(self) -> list[searching.Vain]:
        return searching.in_vain()
