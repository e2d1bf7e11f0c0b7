"""Remind people by e-mail of what waits for them, once a week or a month, by a worker.

Each person gets one letter over all plans. The letters and the note that they went are
one transaction, and the post knows each letter by its day and its reader: none goes
twice.
"""

from communes.core.access.errors import MayNot
from communes.core.access.permission import current_user
from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.journal.api import record
from communes.core.mailing.api import send_once
from communes.core.mailing.domain.errors import AddressRefused
from communes.pst.content.plan import IPlan
from communes.pst.domain.reminder import by_person
from communes.pst.domain.reminder import Reminder
from communes.pst.domain.reminder import reminders
from communes.pst.domain.reminder_letter import begins
from communes.pst.domain.reminder_letter import by_head
from communes.pst.domain.reminder_letter import is_due
from communes.pst.domain.reminder_letter import letter
from communes.pst.domain.reminder_letter import Row
from communes.pst.domain.reminder_letter import row
from communes.pst.domain.reminder_letter import Told
from communes.pst.domain.settings import Frequency
from communes.pst.domain.settings import PstSettings
from communes.pst.storage import reminding as storage
from communes.pst.storage.place import all_plans
from communes.pst.storage.place import HOME
from communes.pst.storage.programme import programme_of
from communes.pst.storage.programme import seen_in
from communes.pst.storage.settings import settings_of
from communes.pst.storage.step import is_archived
from datetime import date
from plone import api
import time
import transaction
from typing import Any
from zope.globalrequest import getRequest
from zope.interface import implementer


#: How often the worker looks: the settings may change at any hour.
LOOK_SECONDS = 3600.0


def letters_wanted(site: Any) -> bool:
    """Return whether the current user gets letters of reminder.

    :raises MayNot: nobody is logged in.
    """
    return storage.wants_letters(site, _account())


def letters_frequency(site: Any) -> Frequency:
    """Return how often letters go on this site."""
    return settings_of(site).reminder_letters


def choose_letters(site: Any, wanted: bool) -> None:
    """Say for the current user whether they want letters of reminder.

    :raises MayNot: nobody is logged in.
    """
    if storage.choose_letters(site, _account(), wanted):
        record("pst.reminders.chosen", site, wanted=wanted)


def remind(site: Any, today: date) -> int:
    """Ask for the letters of this week or month, unless they went; return how many.

    The first look at a site sends nothing: its first letters go with the next week or
    month. A letter names what its reader may see, and nothing else.
    """
    settings = settings_of(site)
    told_on = storage.told_on(site)
    due = told_on and is_due(today, settings.reminder_letters, told_on)
    if told_on and not due:
        return 0
    storage.keep_told(site, today)
    if not due:
        return 0
    plans = [_Plan(one, today, settings) for one in all_plans(site)
             if not is_archived(one)]  # fmt: skip
    first = begins(today, settings.reminder_letters)
    accounts = sorted({who for one in plans for who in one.readers})
    return sum(_send(site, plans, who, f"{first}") for who in accounts)


def _account() -> str:
    if api.user.is_anonymous():
        raise MayNot(what="les rappels par courriel")
    return current_user()


class _Plan:
    """What is to be told of one plan, and to whom."""

    def __init__(self, plan: IPlan, today: date, settings: PstSettings) -> None:
        self._plan = plan
        self._tree = programme_of(plan)
        found = reminders(self._tree, today, settings)
        self._own = by_person(self._tree, found)
        self._followed = by_head(self._tree, found)

    @property
    def readers(self) -> set[str]:
        """The accounts that are told something."""
        return {one for one in (*self._own, *self._followed) if one}

    def told(self, account: str) -> Told:
        """Return what the current user is told, who is ``account``."""
        return Told(
            self._plan.title,
            f"{self._plan.absolute_url()}/tableaux",
            self._rows(self._own.get(account, ())),
            self._rows(self._followed.get(account, ())),
        )

    def _rows(self, found: tuple[Reminder, ...]) -> tuple[Row, ...]:
        seen, request = seen_in(self._plan), getRequest()
        return tuple(
            row(self._tree, one, request.physicalPathToURL(seen[one.element]))
            for one in found
            if one.element in seen
        )


def _send(site: Any, plans: list[_Plan], account: str, when: str) -> bool:
    name, address = storage.addressee(account)
    if not address or not storage.wants_letters(site, account):
        return False
    with api.env.adopt_user(user=api.user.get(userid=account)):
        told = [one.told(account) for one in plans]
    url = f"{site.absolute_url()}/{HOME}#rappels"
    written = letter(name, told, url)
    if written is None:
        return False
    try:
        send_once(site, f"pst-reminder:{when}:{account}", address, *written)
    except AddressRefused:
        # The account keeps it; who manages accounts sees that it is no address.
        return False
    rows = sum(len(one.own) + len(one.followed) for one in told)
    record("pst.reminded", site, account=account, elements=rows)
    return True


@implementer(IPeriodicWork)
class Reminding:
    """Looks every hour; the days kept on the site say whether letters are due."""

    def next_at(self, site: Any) -> float:
        """Return when to look: at once while letters are due, else in an hour."""
        told_on = storage.told_on(site)
        due = HOME in site.objectIds() and (
            told_on is None or is_due(date.today(), letters_frequency(site), told_on)
        )
        return time.time() + (0 if due else LOOK_SECONDS)

    def begin(self, site: Any) -> "Reminding":
        """Return the round, which is one step."""
        return self

    def step(self, site: Any) -> bool:
        """Ask for all letters: a commune has dozens of carriers, not thousands."""
        remind(site, date.today())
        transaction.commit()
        return False
