"""The website of a profile: the specimen of the trade, made once."""

from collections.abc import Mapping
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from communes.core.solutions.interfaces import IContentLoader
from communes.web.specimen.planting import plant
from communes.web.specimen.planting import Size
from datetime import date
import os
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


SUBJECT = "web.content"
#: Set to have all of the specimen, however little the profile asks for.
WHOLE = "COMMUNES_WHOLE_WEBSITE"


@implementer(IContentLoader)
@adapter(IPloneSiteRoot)
class WebLoader:
    """Loads ``{"specimen": {"pages": 40, "entries": 60, …}}`` once.

    The numbers are those of ``communes.web.specimen.planting.Size``; one that is not
    there means all. What was loaded is remembered: deleted live, it is not made again.
    """

    def __init__(self, site: object) -> None:
        self.site = site

    def load(self, data: Mapping[str, Any]) -> list[str]:
        """Make the website unless it was made, and return what was made."""
        loaded = applied_last(self.site, SUBJECT)
        if loaded.get("specimen"):
            return []
        wanted = {} if os.environ.get(WHOLE) else data["specimen"]
        made = plant(self.site, date.today(), Size(**wanted))
        remember_applied(self.site, SUBJECT, {"specimen": True})
        told = ", ".join(f"{count} {kind}" for kind, count in made.items())
        return [f"site web chargé ({told})"]
