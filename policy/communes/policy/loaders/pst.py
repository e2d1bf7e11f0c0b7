"""The programme of a profile: the specimen of the trade, brought in once."""

from collections.abc import Mapping
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from communes.core.solutions.interfaces import IContentLoader
from communes.pst.api.bringing import bring_programme
from communes.pst.api.plan import create_plan
from communes.pst.specimen.making import Cast
from communes.pst.specimen.making import specimen
from datetime import date
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


SUBJECT = "pst.content"


@implementer(IContentLoader)
@adapter(IPloneSiteRoot)
class PstLoader:
    """Loads ``{"plans": [{"id", "title", "actions", "seed", …}]}`` once, by id.

    ``mandataries`` and ``agents`` are the people of the profile who answer for the
    elements. What was loaded is remembered: deleted live, it is not made again.
    """

    def __init__(self, site: object) -> None:
        self.site = site

    def load(self, data: Mapping[str, Any]) -> list[str]:
        """Make what was never loaded and return one sentence for each plan."""
        loaded = applied_last(self.site, SUBJECT)
        told = []
        for entry in data["plans"]:
            if entry["id"] in loaded:
                continue
            loaded[entry["id"]] = self._plan(entry)
            told.append(f"programme « {entry['title']} » chargé")
        remember_applied(self.site, SUBJECT, loaded)
        return told

    def _plan(self, entry: Mapping[str, Any]) -> str:
        cast = Cast(tuple(entry["mandataries"]), tuple(entry["agents"]))
        tree = specimen(entry["seed"], entry["actions"], date.today(), cast)
        plan = create_plan(self.site, entry["id"], {"title": entry["title"]})
        bring_programme(plan, tree)
        return plan.UID()
