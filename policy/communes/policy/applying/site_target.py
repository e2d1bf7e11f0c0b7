"""What the file says of a site as such: its name, its looks, for whom it is."""

from collections.abc import Mapping
from communes.core.shell.interfaces import IShellSettings
from communes.core.theme.interfaces import IBrandingSettings
from communes.policy.profile import Profile
from hashlib import sha256
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


_BRANDING = IBrandingSettings.__identifier__
_RECORDS = {
    "title": "plone.site_title",
    "email": "plone.email_from_address",
    "address": "communes.core.address",
    "languages": "plone.available_languages",
    "slug": "communes.core.slug",
    "audience": f"{IShellSettings.__identifier__}.audience",
    "commune_name": f"{_BRANDING}.commune_name",
    "brand_colour": f"{_BRANDING}.brand_colour",
    "accent_colour": f"{_BRANDING}.accent_colour",
    "font": f"{_BRANDING}.font",
    "logo": f"{_BRANDING}.logo",
}
#: What a site shows at its own address, by audience: an agent starts with what waits.
_FIRST_VIEWS = {"agents": "tableau-de-bord", "public": "listing_view"}
#: What a solution puts there instead, on a public site; the first of these it has.
_PUBLIC_VIEWS = {"web": "accueil-du-site", "publications": "decisions"}


class SiteTarget:
    """The live values of a site, as flat keys; the logo is told by its digest."""

    def __init__(self, site, profile: Profile) -> None:
        self.site = site
        self.profile = profile
        self.registry = getUtility(IRegistry, context=site)

    def wanted(self, site_id: str) -> dict[str, object]:
        """Return what the file says; values without a record here are left out."""
        commune = self.profile.commune
        wanted: dict[str, object] = {
            "title": commune.sites.named()[site_id].title or commune.identity.name,
            "languages": list(commune.identity.languages),
            "slug": commune.identity.slug,
            "audience": "agents" if site_id == "agents" else "public",
            "commune_name": commune.identity.name,
            "brand_colour": commune.branding.brand_colour,
            "accent_colour": commune.branding.accent_colour,
            "font": commune.branding.font,
            "logo": _digest(self._logo()),
        }
        known = self.registry.records
        site = commune.sites.named()[site_id]
        said = {"email": site.email, "address": site.address}
        wanted.update({key: value for key, value in said.items() if value})
        here = {key: value for key, value in wanted.items() if _RECORDS[key] in known}
        first = _FIRST_VIEWS[str(wanted["audience"])]
        if wanted["audience"] == "public":
            chosen = commune.sites.named()[site_id].solutions
            views = (view for one, view in _PUBLIC_VIEWS.items() if one in chosen)
            first = next(views, first)
        return {**here, "first_view": first}

    def read(self) -> dict[str, object]:
        """Return the live values."""
        records = self.registry.records
        live = {
            key: _plain(records[name].value)
            for key, name in _RECORDS.items()
            if name in records
        }
        if "logo" in live:
            live["logo"] = _digest(self.registry[_RECORDS["logo"]])
        return {**live, "first_view": self.site.getLayout()}

    def write(self, changes: Mapping[str, object]) -> None:
        """Write these values into the registry; title and first view on the site."""
        for key in changes.keys() & _RECORDS.keys():
            value = changes[key]
            stored = self._logo() if key == "logo" else value
            self.registry[_RECORDS[key]] = stored
        if "title" in changes:
            self.site.manage_changeProperties(title=changes["title"])
        if "first_view" in changes:
            self.site.setLayout(changes["first_view"])

    def _logo(self) -> bytes | None:
        name = self.profile.commune.branding.logo
        return self.profile.file(name) if name else None


def _digest(content: bytes | None) -> str:
    return sha256(content).hexdigest()[:12] if content else ""


def _plain(value: object) -> object:
    return list(value) if isinstance(value, list | tuple) else value
