"""The pages of the open data: a form, the catalogue, OParl, site maps."""

from collections.abc import Callable
from communes.core.public.interfaces import ISiteMaps
from communes.publications.browser.formats.answer import answer
from communes.publications.domain.formats.errors import NotOpen
from communes.publications.domain.formats.links import as_form
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import negotiate
from communes.publications.interfaces import IPublicationsLayer
from communes.publications.open_data import api as door
from communes.publications.open_data.representation import Representation
from datetime import datetime
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser import BrowserView
import re
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


GRAPHS = (Form.JSONLD, Form.TURTLE)
_MOST_PARTS = 12
_MAP = re.compile(r"sitemap-([1-9]\d{0,3})\.xml")


class OpenDataPage(BrowserView):
    """Answers with what ``find`` finds."""

    def __call__(self) -> bytes:
        return answer(self.request, self.find)

    @property
    def base(self) -> str:
        """The address of the portal."""
        url: str = api.portal.get().absolute_url()
        return url

    def find(self) -> Representation:
        """Return the representation asked for."""
        raise NotImplementedError


class FormPage(OpenDataPage):
    """``<permalink>.<suffix>``, or the permanent address asked for in that form."""

    def find(self) -> Representation:
        form = self.request.get("open_data_form")
        if not isinstance(form, Form):
            raise NotOpen
        return door.represent(self.context, form, self.base)


class GraphPage(OpenDataPage):
    """A graph of the portal: ``catalogue`` or ``concepts``, with a suffix or without.

    Without, Turtle is given to who prefers it, and JSON-LD to all others.
    """

    make: Callable[..., Representation]

    def find(self) -> Representation:
        name, _dot, suffix = self.__name__.partition(".")
        if suffix:
            return self._made(Form(suffix))
        self.request.response.setHeader("Vary", "Accept")
        wanted = negotiate(self.request.getHeader("Accept") or "", GRAPHS)
        form = wanted or Form.JSONLD
        location = as_form(f"{self.base}/{name}", form)
        self.request.response.setHeader("Content-Location", location)
        return self._made(form)

    def _made(self, form: Form) -> Representation:
        return type(self).make(self.context, form, self.base)


class CataloguePage(GraphPage):
    """``catalogue``, ``catalogue.jsonld``, ``catalogue.ttl``: DCAT-AP 3."""

    make = staticmethod(door.catalogue)


class ConceptsPage(GraphPage):
    """``concepts``: the portal's own lists, as SKOS."""

    make = staticmethod(door.concept_list)


class Description(OpenDataPage):
    """``open-data.json``: every address of the open data, as OpenAPI 3.1."""

    def find(self) -> Representation:
        return door.description(self.base)


@implementer(ISiteMaps)
@adapter(IPloneSiteRoot, IPublicationsLayer)
class InstitutionMaps:
    """The site maps of the institutions."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site

    def maps(self) -> list[tuple[str, datetime]]:
        """See ``ISiteMaps``."""
        return door.sitemaps(self.site, self.site.absolute_url())


class SiteMap(OpenDataPage):
    """``<institution>/sitemap-1.xml``."""

    def find(self) -> Representation:
        found = _MAP.fullmatch(self.request.get("open_data_map", ""))
        if found is None:
            raise NotOpen
        return door.sitemap(self.context, int(found[1]), self.base)


@implementer(IPublishTraverse)
class OParl(OpenDataPage):
    """``oparl/1.1/…``: the service OParl 1.1, over all institutions."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.names: tuple[str, ...] = ()

    def publishTraverse(self, request: Any, name: str) -> "OParl":  # noqa: N802
        """Take one more name of the address."""
        self.names = (*self.names, name)[:_MOST_PARTS]
        return self

    def find(self) -> Representation:
        version, *path = self.names or ("",)
        if version != "1.1":
            raise NotOpen
        given = {
            name: value
            for name, value in self.request.form.items()
            if isinstance(value, str)
        }
        return door.oparl(self.context, tuple(path), given, self.base)
