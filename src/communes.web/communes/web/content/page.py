"""A page: sections, one below or beside the other."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebContent
from communes.web.i18n import _
from zope import schema
from zope.interface import implementer


class IPage(IWebFields):
    """The fields of a page; its sections are rows beside them."""

    in_menu = schema.Bool(
        title=_("label_in_menu", default="Dans le menu"),
        required=False,
        default=True,
    )
    portal = schema.Bool(
        title=_("label_portal", default="Page portail"),
        description=_(
            "help_portal",
            default="Sans titre ni fil d'Ariane : ses sections font toute la page.",
        ),
        required=False,
        default=False,
    )


@implementer(IPage)
class Page(WebContent):
    """``sections``: rows of ``domain.sections.Section`` as dicts, in reading order."""

    in_menu = True
    portal = False
    sections = ()
