"""A mandate that ended takes the membership of its assembly's group along."""

from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.organisation.api import mandates
from communes.core.organisation.groups import remove_member
from communes.deliberations.domain.mandates import Ended
from communes.deliberations.domain.mandates import ended
from communes.deliberations.storage.access import MEMBERS
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.mandate import keep_end
from communes.deliberations.storage.mandate import known_ends
from communes.deliberations.storage.service import group_of
from datetime import date
import time
import transaction
from typing import Any
from zope.interface import implementer


#: How often the worker looks: a mandate may be ended by hand at any hour.
LOOK_SECONDS = 3600.0


def end_memberships(site: Any, day: date) -> tuple[Ended, ...]:
    """Take out of the members of each assembly those whose office is over.

    Each end is dealt with once; who is put back by hand stays.

    :return: those who were in a group, and no longer are.
    """
    gone = []
    for assembly in all_assemblies(site):
        body = assembly.getId()
        for one in ended(mandates(site, body), day, known_ends(assembly)):
            keep_end(assembly, one.key)
            if remove_member(site, group_of(body, MEMBERS), one.user):
                day_said = one.last_day.isoformat()
                note_change("mandate_ended", assembly, user=one.user, ended=day_said)
                gone.append(one)
    return tuple(gone)


@implementer(IPeriodicWork)
class EndedMandates:
    """Looks every hour, and at once where an end waits."""

    def next_at(self, site: Any) -> float:
        """Return now where an end waits; else in an hour."""
        day = now().date()
        waiting = any(
            ended(mandates(site, one.getId()), day, known_ends(one))
            for one in all_assemblies(site)
        )
        return time.time() + (0 if waiting else LOOK_SECONDS)

    def begin(self, site: Any) -> "EndedMandates":
        """Return the round; the database says what is left of it."""
        return self

    def step(self, site: Any) -> bool:
        """Deal with all ends: they are few."""
        end_memberships(site, now().date())
        transaction.commit()
        return False
