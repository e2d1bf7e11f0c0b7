"""What a public page says of itself to machines: other forms, schema.org, RDFa."""

from communes.publications.domain.formats.negotiation import FORM_LABELS
from communes.publications.domain.formats.negotiation import MEDIA_TYPES
from communes.publications.i18n import label
from communes.publications.open_data import api as door
from communes.publications.open_data.embedded import rdfa
from communes.publications.open_data.embedded import schema_org
from dataclasses import dataclass
from functools import cached_property
import json
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Signs that could end the element a JSON text stands in.
_IN_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@dataclass(frozen=True)
class Alternate:
    """Another form of the page."""

    href: str
    type: str
    title: str


class OpenData(BrowserView):
    """``@@open-data``: for the templates of public pages.

    In the slot ``head_slot``: ``metal:use-macro="context/@@open-data/macros/head"``;
    at the foot of the page, the same as links for people: ``…/macros/links``.
    """

    index = ViewPageTemplateFile("links.pt")

    @property
    def macros(self):
        return self.index.macros

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The forms of what the page shows; none when it is not public."""
        url = self.context.absolute_url()
        return [
            Alternate(f"{url}.{form}", MEDIA_TYPES[form], label(FORM_LABELS, form))
            for form in door.forms_of(self.context)
        ]

    @cached_property
    def schema_org(self) -> str:
        """The page as schema.org, ready to stand inside a script element."""
        node = schema_org(self.context, api.portal.get().absolute_url())
        return "" if node is None else json.dumps(node).translate(_IN_HTML)

    @cached_property
    def rdfa(self) -> str:
        """The decisions of a meeting as markup with RDFa; empty for anything else."""
        return rdfa(self.context, api.portal.get().absolute_url())
