"""Once a year, who keeps an entry is asked whether it is still right."""

from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.mailing.api import send_once
from communes.web.api.contents import touched
from communes.web.content.directory import IEntry
from communes.web.directory import storage
from communes.web.directory.links import address_of
from communes.web.directory.links import CONFIRM
from communes.web.directory.links import link
from communes.web.directory.listing import published
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.directory import confirmation_due
from communes.web.i18n import _
from communes.web.interfaces import IWebLayer
from communes.web.storage.contents import plain_values
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone.browserlayer.utils import registered_layers
import time
import transaction
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


KEY = "communes.web.confirming"
A_DAY = 86_400.0
#: Who does not answer is asked again after this.
AGAIN = timedelta(days=30)
AT_ONCE = 10


def read_link(entry: IEntry, text: str, today: date) -> str:
    """Return who opened the yearly link. :raises LinkRefused:"""
    return address_of(entry, text, today, (CONFIRM,))


def confirm(entry: IEntry, text: str, today: date) -> None:
    """Write down that all is still right; twice is once.

    :param text: the token of the link that was opened.
    :raises LinkRefused: it was not made here, or is too old.
    """
    read_link(entry, text, today)
    if entry.confirmed_on == today.isoformat():
        return
    before = plain_values(entry)
    storage.write(entry, {"confirmed_on": today.isoformat()})
    touched(entry, before)


def due(today: date) -> list[str]:
    """Return the UIDs of the public entries to ask about, without waking one."""
    return [one.uid for one in published() if confirmation_due(one.record, today)]


def ask(site: Any, entry: IEntry, today: date) -> bool:
    """Write to who keeps an entry, unless they were asked lately; say whether."""
    keeper = storage.private_of(entry).keeper
    asked = date.fromisoformat(entry.asked_on) if entry.asked_on else None
    if not keeper or (asked is not None and today - asked < AGAIN):
        return False
    mapping = {
        "title": entry.title,
        "url": link(entry, CONFIRM, "confirmer", keeper, today),
    }
    subject = _("confirm_subject", default="La fiche « ${title} » est-elle à jour ?",
                mapping=mapping)  # fmt: skip
    text = _(
        "confirm_text",
        default="Bonjour,\n\nVotre fiche « ${title} » de l'annuaire de la commune n'a "
        "plus été vérifiée depuis un an. Est-elle encore juste ?\n\nOuvrez cette page "
        "pour la confirmer d'un clic, ou pour la corriger :\n${url}\n\nMerci.",
        mapping=mapping,
    )
    said = [translate(one, context=getRequest()) for one in (subject, text)]
    send_once(site, f"confirm-entry:{entry.UID()}:{today}", keeper, *said)
    entry.asked_on = today.isoformat()
    return True


@implementer(IPeriodicWork)
class Confirming:
    """Goes round once a day."""

    def next_at(self, site: Any) -> float:
        """Return when the next round is due; never where there is no website."""
        if IWebLayer not in registered_layers():
            return float("inf")
        last = IAnnotations(site).get(KEY)
        return time.time() if last is None else float(last) + A_DAY

    def begin(self, site: Any) -> "_Round":
        """Return a round over what is due today."""
        return _Round(datetime.now(BRUSSELS).date())


class _Round:
    """A few entries a step."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.waiting: list[str] | None = None

    def step(self, site: Any) -> bool:
        """Ask about the next entries; say whether there are more."""
        if self.waiting is None:
            self.waiting = due(self.today)
        now, self.waiting = self.waiting[:AT_ONCE], self.waiting[AT_ONCE:]
        for uid in now:
            entry = storage.entry_by_uid(uid)
            if entry is not None:
                ask(site, entry, self.today)
        if not self.waiting:
            IAnnotations(site)[KEY] = time.time()
        transaction.commit()
        return bool(self.waiting)
