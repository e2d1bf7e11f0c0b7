"""Sends each version of a programme to every site that may have it."""

from communes.exchange.outbox.api import publish
from communes.pst.content.plan import IPlan
from communes.pst.domain.public_message import PROGRAMME
from communes.pst.interfaces import IProgrammePublished
from zope.component.hooks import getSite


def tell_sites(plan: IPlan, event: IProgrammePublished) -> None:
    """The public sites rely on it: versions and withdrawals, in their order."""
    publish(getSite(), PROGRAMME.name, str(event.body["id"]), event.body)
