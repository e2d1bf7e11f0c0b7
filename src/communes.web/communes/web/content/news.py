"""News, and the folders that hold them."""

from communes.core.access.rich import rich
from communes.web.content.base import IWebFields
from communes.web.content.base import WebContent
from communes.web.content.feeding import fed_by
from communes.web.content.feeding import FedBranch
from communes.web.content.feeding import proposals_open
from communes.web.content.fields import web_address
from communes.web.i18n import _
from zope.interface import implementer


class INewsFolder(IWebFields):
    """A folder of news; what citizens may propose to it waits for a person."""

    fed_by = fed_by(
        _("label_news_fed_by", default="Montre aussi les actualités de"),
    )
    proposals_open = proposals_open()


class INews(IWebFields):
    """A piece of news."""

    text = rich(_("label_text", default="Texte"))
    link = web_address(_("label_link", default="En savoir plus (adresse)"))
    video_url = web_address(_("label_video", default="Vidéo (adresse)"))


@implementer(INewsFolder)
class NewsFolder(FedBranch):
    """Holds news; ``fed_by``: UIDs of folders whose news it shows too."""

    branch_role = "NewsManager"


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
