"""The worker's part: plans that come due, proofs that an authority gives."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import DomainError
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.due import Due
from communes.core.jobs.due import DueWork
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
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
from typing import Any
from zope.interface import implementer


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


class DueSteps(DueWork):
    """Publishes what was planned, archives what has expired."""

    book = schedule.BOOK

    def carry_out(self, due: Due) -> None:
        publication = by_uid(due.uid)
        if publication is not None:
            take(publication, due.step)


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
    one = object_by_uid(uid)
    return one if IPublication.providedBy(one) else None
