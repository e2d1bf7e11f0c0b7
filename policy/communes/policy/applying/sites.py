"""The folder of a commune and its sites are made when they are not there."""

from collections.abc import Iterator
from communes.policy.domain.report import Change
from communes.policy.errors import PlaceTaken
from communes.policy.profile import Profile
from contextlib import contextmanager
from OFS.Folder import Folder
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.factory import addPloneSite
from zope.component.hooks import getSite
from zope.component.hooks import setSite


_TIMEZONE = "Europe/Brussels"
# What makes the bare site a site of the Classic UI; addPloneSite leaves it out.
_PROFILES = (
    "plone.app.contenttypes:default",
    "plone.app.layout:default",
    "plonetheme.barceloneta:default",
)


@contextmanager
def inside(site):
    """Work with the local utilities of ``site``, then come back.

    What waits to be indexed is indexed in the site it belongs to: the queue is one
    for the whole thread, and another site has another registry and catalogue.
    """
    before = getSite()
    processQueue()
    setSite(site)
    try:
        yield site
        processQueue()
    finally:
        setSite(before)


def path_of(context) -> str:
    """Return the path of an object as it stands in an address."""
    return "/".join(context.getPhysicalPath()) or "/"


def existing_site(app, slug: str, site_id: str):
    """Return the site at ``/<slug>/<site_id>``, or None.

    :raises PlaceTaken: something that is no site stands there.
    """
    folder = app._getOb(slug, None)
    site = None if folder is None else folder._getOb(site_id, None)
    if site is not None and not IPloneSiteRoot.providedBy(site):
        raise PlaceTaken(name=site_id, place=path_of(site))
    return site


def ensure_sites(app, profile: Profile) -> Iterator[Change]:
    """Make what is missing of ``/<slug>`` and its sites.

    :raises PlaceTaken: something else stands at one of the addresses.
    """
    slug, identity = profile.slug, profile.commune.identity
    if slug not in app.objectIds():
        app._setObject(slug, Folder(slug))
        app[slug].title = identity.name
        yield Change(f"/{slug}", f"dossier de {identity.name} créé")
    for site_id, entry in profile.commune.sites.named().items():
        if existing_site(app, slug, site_id) is None:
            with inside(None):
                site = addPloneSite(
                    app[slug],
                    site_id,
                    title=entry.title or identity.name,
                    default_language=identity.languages[0],
                    portal_timezone=_TIMEZONE,
                    extension_ids=_PROFILES,
                )
                processQueue()
            yield Change(path_of(site), "site créé")
