"""A branch of the website: a folder, a sub-site or a mini-site."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebBranch
from communes.web.i18n import _
from plone.autoform import directives
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


LAYOUTS = SimpleVocabulary(
    [
        SimpleTerm("summary", title=_("layout_summary", default="Résumés")),
        SimpleTerm("block", title=_("layout_block", default="Blocs")),
        SimpleTerm("list", title=_("layout_list", default="Liste de A à Z")),
    ]
)
SITES = SimpleVocabulary(
    [
        SimpleTerm("", "none", _("site_none", default="Dossier")),
        SimpleTerm("subsite", title=_("site_sub", default="Sous-site")),
        SimpleTerm("minisite", title=_("site_mini", default="Mini-site")),
    ]
)


class IFolder(IWebFields):
    """How a folder shows what it holds."""

    arrangement = schema.Choice(
        title=_("label_layout", default="Présentation"),
        vocabulary=LAYOUTS,
        default="summary",
    )
    pictures = schema.Bool(
        title=_("label_with_pictures", default="Avec les images"),
        required=False,
        default=True,
    )
    in_menu = schema.Bool(
        title=_("label_in_menu", default="Dans le menu"),
        required=False,
        default=True,
    )
    quick_access = schema.Tuple(
        title=_("label_quick_access", default="Accès rapides"),
        description=_(
            "help_quick_access",
            default="Ce que le menu montre en premier, six au plus.",
        ),
        value_type=schema.TextLine(),
        required=False,
        default=(),
        missing_value=(),
        max_length=6,
    )
    site = schema.Choice(
        title=_("label_site", default="Genre de branche"),
        description=_(
            "help_site",
            default="Un sous-site a son menu ; un mini-site a aussi ses couleurs.",
        ),
        vocabulary=SITES,
        required=False,
        default="",
        missing_value="",
    )
    site_colour = schema.TextLine(
        title=_("label_site_colour", default="Couleur du mini-site"),
        description=_(
            "help_site_colour", default="En hexadécimal, par exemple #0b5d6b."
        ),
        required=False,
        default="",
        missing_value="",
        max_length=7,
    )
    site_logo = schema.Choice(
        title=_("label_site_logo", default="Logo du mini-site"),
        description=_("help_site_logo", default="Une des images de ce dossier."),
        vocabulary="communes.web.pictures",
        required=False,
        default="",
        missing_value="",
    )
    directives.write_permission(
        site="communes.web.ManageSite",
        site_colour="communes.web.ManageSite",
        site_logo="communes.web.ManageSite",
    )


@implementer(IFolder)
class Folder(WebBranch):
    """A branch; ``quick_access``: ids of what it holds, in order.

    ``site``: "", "subsite" or "minisite"; ``site_logo``: id of one of its pictures.
    """

    # Not « layout »: Plone keeps the name of the view in an attribute of that name.
    arrangement = "summary"
    pictures = True
    in_menu = True
    quick_access = ()
    site = ""
    site_colour = ""
    site_logo = ""
