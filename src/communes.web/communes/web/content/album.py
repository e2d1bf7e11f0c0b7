"""An album: photographs of a day, a place, a feast."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebContent
from communes.web.content.fields import line
from communes.web.i18n import _
from zope import schema
from zope.interface import implementer


class IAlbum(IWebFields):
    """What the photographs of an album have in common."""

    taken_on = schema.Date(
        title=_("label_taken_on", default="Date des photos"), required=False
    )
    place = line(_("label_taken_at", default="Lieu"))
    photographer = line(_("label_photographer", default="Photographe"))
    licence = line(
        _("label_licence", default="Licence"),
        _(
            "help_licence",
            default="Par exemple CC BY 4.0 ; vide : tous droits réservés.",
        ),
    )
    consent_checked = schema.Bool(
        title=_("label_album_consent", default="Le droit à l'image est vérifié"),
        description=_(
            "help_album_consent",
            default="Les personnes reconnaissables sont d'accord, les parents pour "
            "leurs enfants.",
        ),
        required=False,
        default=False,
    )


@implementer(IAlbum)
class Album(WebContent):
    """Holds pictures in the order they are shown."""

    taken_on = None
    place = ""
    photographer = ""
    licence = ""
    consent_checked = False
