"""The worker's part: the scales of each picture, once."""

from communes.core.access.catalog import object_by_uid
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.web.content.picture import IPicture
from communes.web.pictures.scales import make_scales
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class MakingScales:
    """Makes the scales of pictures; one that is gone needs none."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Make each; twice changes nothing."""
        for one in intents:
            found = object_by_uid(str(one.payload["uid"]))
            if found is not None and IPicture.providedBy(found):
                make_scales(found)
        return [Outcome(one.key) for one in intents]
