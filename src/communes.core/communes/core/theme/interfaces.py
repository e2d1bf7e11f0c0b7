"""What a commune says about its looks."""

from collections.abc import Sequence
from communes.core.i18n import _
from communes.core.theme.fonts import FONTS
from communes.core.theme.fonts import USUAL
from pathlib import Path
from zope import schema
from zope.interface import Interface


class IPublicSheets(Interface):
    """Named adapter of (site, request): the style sheets of a solution for citizens."""

    def sheets() -> Sequence[Path]:
        """Return the files; their addresses of other files are not relative."""


class IBrandingSettings(Interface):
    """Name, colours and crest of a commune (registry, prefix = this name)."""

    commune_name = schema.TextLine(
        title=_("branding_commune_name", default="Nom de la commune"),
        default="Commune",
    )
    brand_colour = schema.TextLine(
        title=_("branding_brand_colour", default="Couleur de la commune"),
        description=_(
            "branding_brand_colour_help",
            default="En hexadécimal. Son contraste est vérifié à l'application.",
        ),
        default="#0b5d6b",
    )
    accent_colour = schema.TextLine(
        title=_("branding_accent_colour", default="Seconde couleur"),
        default="#e0b23c",
    )
    font = schema.Choice(
        title=_("branding_font", default="Police de caractères"),
        description=_(
            "branding_font_help",
            default="Une de celles livrées avec le site ; rien n'est demandé ailleurs.",
        ),
        values=tuple(FONTS),
        default=USUAL,
    )
    logo = schema.Bytes(
        title=_("branding_logo", default="Blason ou logo"),
        description=_(
            "branding_logo_help",
            default="Image SVG, PNG, JPEG ou WebP. Sans image, un blason neutre.",
        ),
        required=False,
    )
