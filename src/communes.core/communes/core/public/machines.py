"""What a site tells machines first: ``robots.txt`` and where its site maps are."""

from communes.core.formats.domain import site_map
from communes.core.public.api import change_counter
from communes.core.public.api import mark
from communes.core.public.domain import etag_of
from communes.core.public.domain import is_held
from communes.core.public.interfaces import ISiteMaps
from communes.core.shell.rail import audience
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.component import getAdapters


#: What a proxy forgets the index of the site maps with.
TAG = "sitemap"
KEPT_SECONDS = 600
_OPEN = """User-agent: *
Allow: {base}/@@citizens.
Disallow: {base}/@@
Disallow: {base}/login

Sitemap: {url}/sitemap.xml
"""
_CLOSED = "User-agent: *\nDisallow: /\n"


class SiteMapIndex(BrowserView):
    """``sitemap.xml``: the maps of every solution of a public site."""

    def __call__(self) -> bytes:
        if audience() != "public":
            raise NotFound("sitemap.xml")
        request, response = self.request, self.request.response
        url = self.context.absolute_url()
        tag = etag_of("sitemap", url, change_counter(self.context))
        response.setHeader("ETag", tag)
        keep = f"public, max-age=0, s-maxage={KEPT_SECONDS}, must-revalidate"
        response.setHeader("Cache-Control", keep)
        response.setHeader("Content-Type", "application/xml; charset=utf-8")
        mark(response, (TAG,))
        if is_held(tag, None, request.getHeader("If-None-Match"), None):
            response.setStatus(304, lock=1)
            return b""
        adapters = getAdapters((self.context, request), ISiteMaps)
        maps = [one for _name, adapter in sorted(adapters) for one in adapter.maps()]
        return site_map.sitemap_index(maps)


class Robots(BrowserView):
    """``robots.txt``: what a machine need not ask; nothing on a site for agents."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        if audience() != "public":
            return _CLOSED
        site = api.portal.get()
        path = self.request.physicalPathToVirtualPath(site.getPhysicalPath())
        base = "/".join(["", *path])
        url = site.absolute_url()
        return _OPEN.format(base="" if base == "/" else base.rstrip("/"), url=url)
