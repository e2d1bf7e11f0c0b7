"""What the search engine may narrow contents of the website by."""

from communes.search.interfaces import ISearchFields
from communes.web.content.base import IWebContent
from typing import Any
from zope.component import adapter
from zope.interface import implementer


THEME, AUDIENCE = "web_theme_ss", "web_audience_ss"


@implementer(ISearchFields)
@adapter(IWebContent)
class WebFields:
    """Themes and who it is for."""

    def __init__(self, obj: Any) -> None:
        self.obj = obj

    def fields(self) -> dict[str, Any]:
        """See ``ISearchFields``."""
        return {
            THEME: list(self.obj.categories or ()),
            AUDIENCE: list(self.obj.audiences or ()),
        }
