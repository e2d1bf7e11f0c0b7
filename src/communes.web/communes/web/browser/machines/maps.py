"""``plan-du-site.xml``: every public address; ``plan-du-site``: the same for people."""

from communes.core.formats.domain import site_map
from communes.core.public.interfaces import ISiteMaps
from communes.core.public.page import PublicPage
from communes.web.api import public_map
from communes.web.domain import list_tags
from communes.web.i18n import _
from communes.web.interfaces import IWebLayer
from datetime import datetime
from functools import cached_property
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.component import adapter
from zope.interface import implementer


MAP = "plan-du-site.xml"


@implementer(ISiteMaps)
@adapter(IPloneSiteRoot, IWebLayer)
class WebMaps:
    """The map of the website, in the index of all maps."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site

    def maps(self) -> list[tuple[str, datetime]]:
        """See ``ISiteMaps``."""
        found = public_map.addresses()
        if not found:
            return []
        last = max(one.modified for one in found)
        return [(f"{self.site.absolute_url()}/{MAP}", last)]


class SiteMap(PublicPage):
    """``plan-du-site.xml``, sitemaps.org 0.9; only what anybody may read."""

    tags = (list_tags.SITE_MAP,)
    kept_seconds = 600

    def template(self) -> bytes:
        kind = "application/xml; charset=utf-8"
        self.request.response.setHeader("Content-Type", kind)
        found = public_map.addresses()[: site_map.ADDRESSES]
        return site_map.sitemap((one.url, one.modified) for one in found)


class PlanPage(PublicPage):
    """``plan-du-site``: the branches and pages on one page."""

    template = ViewPageTemplateFile("plan.pt")
    page_title = _("site_plan_title", default="Plan du site")
    page_description = _("plan_about", default="Toutes les rubriques sur une page.")
    tags = (list_tags.FRAME,)

    @cached_property
    def branches(self) -> tuple[public_map.Branch, ...]:
        return public_map.plan()
