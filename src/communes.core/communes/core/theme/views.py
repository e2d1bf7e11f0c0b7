"""The two addresses that carry the looks of a commune."""

from communes.core.theme.api import Branding
from communes.core.theme.api import branding
from communes.core.theme.api import citizens_script
from communes.core.theme.api import citizens_styles
from communes.core.theme.api import static_url
from communes.core.theme.domain import Palette
from communes.core.theme.domain import palette
from communes.core.theme.fonts import font_styles
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound


_KEPT = "public, max-age=31536000, immutable"


class BrandingStyles(BrowserView):
    """``@@branding.css?v=<version>``: the commune's colours and font as CSS."""

    def __call__(self) -> str:
        looks = branding()
        _tell(self.request, "text/css", looks.version)
        return _looks(looks, static_url(api.portal.get().absolute_url()))


class CitizensStyles(BrowserView):
    """``@@citizens.css?v=<version>``: all a page for citizens is dressed with."""

    def __call__(self) -> str:
        site = api.portal.get()
        looks, bundle = branding(), citizens_styles(site, self.request)
        _tell(self.request, "text/css", f"{bundle.version}{looks.version}")
        base = static_url(site.absolute_url())
        return f"{bundle.at(base)}{_looks(looks, base)}"


class CitizensScript(BrowserView):
    """``@@citizens.js?v=<version>``: the one module of a page for citizens."""

    def __call__(self) -> str:
        bundle = citizens_script()
        _tell(self.request, "text/javascript", bundle.version)
        return bundle.at("")


class PlaceStyles(BrowserView):
    """The colour of one place over that of the site; override ``brand_colour``."""

    brand_colour = ""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "text/css; charset=utf-8")
        _keep(self.request, self.brand_colour.lstrip("#"))
        return _variables(palette(self.brand_colour, branding().colours.accent))


class BrandingLogo(BrowserView):
    """``@@branding-logo?v=<version>``: the crest, harmless when opened alone."""

    def __call__(self) -> bytes:
        looks = branding()
        if not looks.logo:
            raise NotFound("branding-logo")
        response = self.request.response
        response.setHeader("Content-Type", looks.logo_type)
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        )
        _keep(self.request, looks.version)
        return looks.logo


def _looks(looks: Branding, base: str) -> str:
    return (
        f"{font_styles(looks.font, base)}{_variables(looks.colours)}"
        f":root{{--accent:{looks.colours.accent}}}\n"
    )


def _tell(request, kind: str, version: str) -> None:
    request.response.setHeader("Content-Type", f"{kind}; charset=utf-8")
    _keep(request, version)


def _variables(colours: Palette) -> str:
    return (
        f":root{{--brand:{colours.brand};--brand-ink:{colours.brand_ink};"
        f"--brand-soft:{colours.brand_soft};--brand-dark:{colours.brand_dark}}}\n"
    )


def _keep(request, version: str) -> None:
    asked = request.form.get("v")
    kept = _KEPT if asked == version else "no-cache"
    request.response.setHeader("Cache-Control", kept)
