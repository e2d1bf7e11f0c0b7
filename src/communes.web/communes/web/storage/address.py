"""The site as every format names it, and where its territory is told."""

from communes.core.theme.api import branding
from communes.web.domain.formats.site import Site
from plone import api
from typing import Any


#: Belgian communes by their NIS code, as the federal authorities name them.
_TERRITORY = "http://vocab.belgif.be/auth/refnis2025/{}#id"


def site_of(site: Any) -> Site:
    """Return a website as the formats of the domain take it."""
    mail = api.portal.get_registry_record("plone.email_from_address", default="")
    return Site(site.absolute_url(), branding().name, mail=mail or "")


def territory(code: str, site: Site) -> str:
    """Return the identifier of a commune's territory.

    :param code: the id of an entity; its NIS code is told as everybody does.
    """
    nis = code.isascii() and code.isdigit() and len(code) == 5
    return _TERRITORY.format(code) if nis else f"{site.base}#territoire"
