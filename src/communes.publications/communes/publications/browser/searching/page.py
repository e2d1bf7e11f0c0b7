"""``@@recherche``: one box over every institution, narrowed by what each is about."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.search import SearchPage
from communes.core.parts.domain.values import Action
from communes.publications.i18n import _
from communes.publications.searching.find import find
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TITLES = {
    "institution": _("by_institution", default="Institution"),
    "organ": _("by_organ", default="Assemblée"),
    "matter": _("by_matter", default="Matière"),
    "year": _("by_year", default="Année"),
    "kind": _("by_kind", default="Genre"),
}


class PublicSearch(SearchPage):
    """Words or filters alone: whoever asks nothing gets the latest."""

    template = ViewPageTemplateFile("page.pt")
    names = tuple(TITLES)
    titles = TITLES
    offer = Offer(filters=frozenset(TITLES), sorts=frozenset({"newest"}))

    page_title = _("public_search_title", default="Chercher une décision")
    none_text = _(
        "public_search_none",
        default="Essayez un mot plus court, un nom de rue, ou retirez un filtre.",
    )

    def __call__(self) -> str:
        return self.template()

    def find(self, query: ListQuery) -> Found:
        """Return what is public of what is looked for."""
        return find(api.portal.get(), query)

    find_action = Action(_("find", default="Chercher"), primary=True, method="submit")

    @property
    def identity(self) -> str:
        """How much there is, with words or without."""
        if self.answer.query.text:
            return super().identity
        return _(
            "public_search_all",
            default="${count} publications, les dernières d'abord",
            mapping={"count": self.answer.total},
        )

    @property
    def kept_filters(self) -> list[tuple[str, str]]:
        """The filters that stay on when other words are looked for."""
        chosen = self.query.filters
        return [
            (f"f.{name}", one) for name in self.names for one in chosen.get(name, ())
        ]
