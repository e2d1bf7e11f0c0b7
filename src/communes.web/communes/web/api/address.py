"""The door to what formats call the site."""

from communes.web.domain.formats.site import Site
from communes.web.storage.address import site_of
from plone import api


def site_named() -> Site:
    """Return the current website as the formats of the domain take it."""
    return site_of(api.portal.get())
