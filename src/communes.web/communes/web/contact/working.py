"""From time to time: what is owed leaves, what was kept long enough is forgotten."""

from communes.core.jobs.interfaces import IPeriodicWork
from communes.web.contact.mail_room import pay_debts
from communes.web.storage.contact import drop
from communes.web.storage.contact import every_form
from communes.web.storage.contact import kept
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import time
import transaction
from typing import Any
from zope.interface import implementer


ROUND_SECONDS = 600.0


@implementer(IPeriodicWork)
class Messages:
    """Looks at the messages of all forms."""

    def next_at(self, site: Any) -> float:
        """Return when to look again; never on a site without a catalogue."""
        if getattr(site.aq_base, "portal_catalog", None) is None:
            return float("inf")
        return time.time() + ROUND_SECONDS

    def begin(self, site: Any) -> "Messages":
        """Return the round, which is one step."""
        return self

    def step(self, site: Any) -> bool:
        """Do it all: a site has a few forms."""
        look_after(site, datetime.now(UTC))
        transaction.commit()
        return False


def look_after(site: Any, now: datetime) -> None:
    """Send what is owed; forget what was kept as long as its form says.

    What the mail room has not got is kept: nobody else has all of it.
    """
    for form in every_form():
        known = kept(form)
        pay_debts(site, form, known)
        limit = now - timedelta(days=form.keep_days)
        for one in kept(form):
            if one.received_at < limit and not one.owed:
                drop(form, one.id)
