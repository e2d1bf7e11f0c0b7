"""Regulations and notices of a profile, taken as far as the profile wants."""

from collections.abc import Mapping
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from communes.core.solutions.interfaces import IContentLoader
from communes.publications.api.publication import create_publication
from communes.publications.api.publication import take_step
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.storage.places import find_institution
from datetime import date
from datetime import datetime
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


SUBJECT = "publications.content"
_STATE, _STEP = PublicationState, PublicationTransition
#: The steps to each state that a text of a profile may be in.
_WAYS = {
    _STATE.PRIVATE: (),
    _STATE.PROPOSED: (_STEP.PROPOSE,),
    _STATE.PLANNED: (_STEP.PROPOSE, _STEP.PLAN),
    _STATE.PUBLISHED: (_STEP.PROPOSE, _STEP.PUBLISH),
    _STATE.ARCHIVED: (_STEP.PROPOSE, _STEP.PUBLISH, _STEP.ARCHIVE),
    _STATE.UNPUBLISHED: (_STEP.PROPOSE, _STEP.PUBLISH, _STEP.UNPUBLISH),
}
_WAY = frozenset({"external_id", "institution", "state", "planned_for", "reason"})


@implementer(IContentLoader)
@adapter(IPloneSiteRoot)
class PublicationsLoader:
    """Loads ``{"publications": [{"external_id", "institution", "state", …}]}`` once.

    ``replaces`` names external ids loaded before; ``planned_for`` and ``reason`` are
    for the states that need them; the rest are fields, a date as ``{"when": …}``.
    What was loaded is remembered: deleted live, it is not made again.
    """

    def __init__(self, site: object) -> None:
        self.site = site

    def load(self, data: Mapping[str, Any]) -> list[str]:
        """Make what was never loaded and return one sentence for all of it."""
        loaded = applied_last(self.site, SUBJECT)
        ours = [one for one in data["publications"] if one["external_id"] not in loaded]
        for entry in ours:
            loaded[entry["external_id"]] = self._publication(entry, loaded)
        remember_applied(self.site, SUBJECT, loaded)
        return [f"{len(ours)} règlements et avis chargés"] if ours else []

    def _publication(self, entry: Mapping[str, Any], loaded: Mapping[str, str]) -> str:
        """Make one and return its reference; what it replaces archives itself."""
        institution = find_institution(self.site, entry["institution"])
        values = {name: _plain(one) for name, one in entry.items() if name not in _WAY}
        values["replaces"] = [loaded[one] for one in entry.get("replaces", ())]
        made = create_publication(institution, values)
        moment = entry.get("planned_for", {}).get("date")
        planned = datetime.fromisoformat(moment) if moment else None
        for step in _WAYS[_STATE(entry["state"])]:
            take_step(made, step, entry.get("reason", ""), planned)
        return made.getId()


def _plain(value: Any) -> Any:
    """Return the day of what carries one, all else as it is."""
    if isinstance(value, Mapping):
        return date.fromisoformat(value["date"][:10])
    return value
