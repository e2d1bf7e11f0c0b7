"""The worker's part: plans that come due, proofs that an authority gives."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.stamping.api import has_authority
from communes.core.stamping.api import seal
from communes.core.stamping.api import verify
from communes.publications.content.publication import IPublication
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.storage import publication as storage
from communes.publications.storage import register
from communes.publications.storage import schedule
from communes.publications.storage.tags import forget_around
from dataclasses import replace
from plone import api
import time
import transaction
from typing import Any
from zope.interface import implementer


#: How soon a new plan is noticed.
LOOK_SECONDS = 30.0
_WAITING = {
    schedule.PUBLISH: PublicationState.PLANNED,
    schedule.ARCHIVE: PublicationState.PUBLISHED,
}


@implementer(IIntentHandler)
class Stamping:
    """Has each showing sealed by the authority of time; one that is sealed stays so."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Seal each. :raises Unavailable: no authority answers: all wait."""
        return [self._run(intent) for intent in intents]

    def _run(self, intent: Intent) -> Outcome:
        publication = by_uid(str(intent.payload["uid"]))
        number = int(str(intent.payload["number"]))
        if publication is None or number in (publication.proofs or ()):
            return Outcome(intent.key)
        if not has_authority():
            raise Unavailable("no authority of time is set on this server")
        shown = storage.showing(publication, number)
        container = seal(shown.name, storage.document(publication, number).data)
        verdict = verify(container)
        storage.keep_proof(publication, number, container)
        known = {"proven_at": verdict.moment}
        storage.change(
            publication, replace(shown, **known, authority=verdict.authority)
        )
        register.complete(publication.aq_parent, publication.UID(), number, **known)
        # Pages that proxies keep are known by the counter of the catalogue.
        publication.reindexObject()
        forget_around(publication)
        return Outcome(intent.key)


@implementer(IPeriodicWork)
class DueSteps:
    """Publishes what was planned, archives what has expired."""

    def next_at(self, site: Any) -> float:
        """Return when to look: at the first thing due, and for new ones soon."""
        first = schedule.first(site)
        soon = time.time() + LOOK_SECONDS
        return soon if first is None else min(first.moment.timestamp(), soon)

    def begin(self, site: Any) -> "DueSteps":
        """Return the round; the book in the database says what is left of it."""
        return self

    def step(self, site: Any) -> bool:
        """Take the first step that is due; return whether another may be."""
        taken = take_due(site)
        transaction.commit()
        return taken


def take_due(site: Any) -> bool:
    """Take the first step that is due, if any; return whether there was one."""
    first = schedule.first(site)
    if first is None or first.moment.timestamp() > time.time():
        return False
    schedule.forget(site, first.uid)
    publication = by_uid(first.uid)
    if publication is not None:
        take(publication, first.step)
    return True


def take(publication: IPublication, step: str) -> None:
    """Take a planned step; what a rule stops goes back to who looks it over."""
    if storage.state_of(publication) != _WAITING[step]:
        return
    try:
        api.content.transition(publication, step)
    except DomainError as error:
        if step == schedule.PUBLISH:
            back = PublicationTransition.BACK_TO_PROPOSED.value
            api.content.transition(publication, back, comment=str(error))


def by_uid(uid: str) -> IPublication | None:
    """Return a publication, whoever asks."""
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid)
    one = found[0]._unrestrictedGetObject() if found else None
    return one if IPublication.providedBy(one) else None
