"""The door of the theme: the looks of this commune and the address of our files."""

from communes.core.theme.bundles import Bundle
from communes.core.theme.bundles import script
from communes.core.theme.bundles import styles
from communes.core.theme.domain import Palette
from communes.core.theme.domain import palette
from communes.core.theme.interfaces import IBrandingSettings
from communes.core.theme.interfaces import IPublicSheets
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getAdapters
from zope.component import queryUtility


STATIC = Path(__file__).with_name("static")
STYLES = ("tokens", "shell", "parts", "forms")
#: What pages for citizens have beside them.
PUBLIC_STYLES = ("public", "site")

_DEFAULTS = {name: IBrandingSettings[name].default for name in IBrandingSettings}
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"RIFF", "image/webp"),
)


@dataclass(frozen=True)
class Branding:
    """What makes a page recognisable; ``version`` changes with any of it."""

    name: str
    colours: Palette
    font: str
    logo: bytes
    logo_type: str
    version: str


def branding() -> Branding:
    """Return the looks of the current site; before the profile, the defaults.

    :raises communes.core.errors.domain.InvalidInput: when a colour in the registry
        is not one or can not be read.
    """
    values = {name: _value(name) for name in _DEFAULTS}
    logo = values["logo"] or b""
    digest = sha256(logo)
    chosen = [values[one] for one in ("brand_colour", "accent_colour", "font")]
    digest.update(" ".join(chosen).encode())
    return Branding(
        name=values["commune_name"],
        colours=palette(values["brand_colour"], values["accent_colour"]),
        font=values["font"],
        logo=logo,
        logo_type=_image_type(logo),
        version=digest.hexdigest()[:12],
    )


@cache
def static_version() -> str:
    """Return a word that changes when any file of the theme does."""
    digest = sha256()
    for path in sorted(STATIC.rglob("*.*")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def static_url(site_url: str) -> str:
    """Return the address under which the files may be kept for a year."""
    return f"{site_url}/++plone++communes.core/++unique++{static_version()}"


def citizens_styles(site: Any, request: Any) -> Bundle:
    """Return the one style sheet of pages for citizens, all but the colours."""
    adapters = getAdapters((site, request), IPublicSheets)
    theirs = (path for _name, one in sorted(adapters) for path in one.sheets())
    ours = (STATIC / f"css/{name}.css" for name in (*STYLES, *PUBLIC_STYLES))
    return styles((*ours, *theirs), _plone_sheet())


def citizens_script() -> Bundle:
    """Return the one module of pages for citizens."""
    return script(STATIC / "js/citizens.js")


@cache
def _plone_sheet() -> Path:
    theme = files("plonetheme.barceloneta")
    return Path(str(theme / "theme/css/barceloneta.min.css"))


def _value(name: str):
    registry = queryUtility(IRegistry)
    record = f"{IBrandingSettings.__identifier__}.{name}"
    found = registry.get(record) if registry is not None else None
    return _DEFAULTS[name] if found is None else found


def _image_type(logo: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if logo.startswith(signature):
            return kind
    return "image/svg+xml" if logo else ""
