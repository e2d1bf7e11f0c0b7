"""Sends each version of a programme to every site that may have it."""

from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.exchange.backlog.interfaces import IStanding
from communes.exchange.outbox.api import publish
from communes.pst.content.plan import IPlan
from communes.pst.domain.public_message import PROGRAMME
from communes.pst.interfaces import IProgrammePublished
from communes.pst.storage.online import frozen_of
from typing import Any
from zope.component.hooks import getSite
from zope.interface import implementer


def tell_sites(plan: IPlan, event: IProgrammePublished) -> None:
    """The public sites rely on it: versions and withdrawals, in their order."""
    publish(getSite(), PROGRAMME.name, str(event.body["id"]), event.body)


@implementer(IStanding)
class PublishedProgrammes:
    """What is public of each programme, for a site that is paired after the fact."""

    def keys(self, site: Any) -> list[str]:
        """See ``IStanding``: UIDs, the oldest plan first."""
        found = unrestricted(portal_type="communes.pst.Plan", sort_on="created")
        return [brain.UID for brain in found]

    def message(self, site: Any, key: str) -> tuple[str, Mapping[str, object]] | None:
        """See ``IStanding``: the version published last, withdrawals too."""
        plan = object_by_uid(key)
        version = frozen_of(plan) if IPlan.providedBy(plan) else None
        return None if version is None else (version.id, version.body)
