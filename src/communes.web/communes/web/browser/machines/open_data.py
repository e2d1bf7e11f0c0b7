"""``donnees-du-site``: what the site gives to reuse, for people and as DCAT-AP."""

from communes.core.public.page import PublicPage
from communes.web.api.address import site_named
from communes.web.api.open_data import datasets
from communes.web.browser.linked import LinkedData
from communes.web.domain import list_tags
from communes.web.domain.formats.dcat import catalogue
from communes.web.domain.formats.dcat import Dataset
from communes.web.domain.formats.linked_data import Node
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class OpenDataPage(PublicPage):
    """The lists of the site and their forms."""

    template = ViewPageTemplateFile("open_data.pt")
    page_title = _("open_data_title", default="Données ouvertes")
    page_description = _(
        "open_data_about",
        default="L'annuaire, l'agenda, les actualités et les démarches, à reprendre "
        "librement (CC BY 4.0).",
    )
    tags = (list_tags.OPEN_DATA,)

    @cached_property
    def datasets(self) -> tuple[Dataset, ...]:
        return datasets()


class Catalogue(LinkedData):
    """``donnees-du-site.jsonld`` and ``.ttl``: the catalogue in DCAT-AP 3."""

    tags = (list_tags.OPEN_DATA,)

    @property
    def node(self) -> Node:
        return catalogue(datasets(), site_named())
