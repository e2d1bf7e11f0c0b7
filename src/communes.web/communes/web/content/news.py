"""News, and the folders that hold them."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebBranch
from communes.web.content.base import WebContent
from communes.web.content.fields import flag
from communes.web.content.fields import lines
from communes.web.content.fields import web_address
from communes.web.i18n import _
from plone.app.textfield import RichText
from zope.interface import implementer


class INewsFolder(IWebFields):
    """A folder of news; what citizens may propose to it waits for a person."""

    fed_by = lines(
        _("label_news_fed_by", default="Montre aussi les actualités de"),
        _("help_fed_by", default="Identifiants d'autres dossiers, un par ligne."),
    )
    proposals_open = flag(
        _("label_proposals_open", default="Les citoyens peuvent proposer"),
        _(
            "help_proposals_open",
            default="Ce qui est proposé attend que quelqu'un le relise.",
        ),
    )


class INews(IWebFields):
    """A piece of news."""

    text = RichText(
        title=_("label_text", default="Texte"),
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )
    link = web_address(_("label_link", default="En savoir plus (adresse)"))
    video_url = web_address(_("label_video", default="Vidéo (adresse)"))


@implementer(INewsFolder)
class NewsFolder(WebBranch):
    """Holds news; ``fed_by``: UIDs of folders whose news it shows too."""

    branch_role = "NewsManager"
    fed_by = ()
    proposals_open = False
    last_taken = None


@implementer(INews)
class News(WebContent):
    """``proposer``, ``proposer_mail``: of a proposal, never shown to citizens.

    ``source_url``: where it was taken in from; empty for what was written here.
    ``published_on``: the moment it was first published; None before.
    """

    text = None
    link = ""
    video_url = ""
    proposer = ""
    proposer_mail = ""
    source_url = ""
    published_on = None
