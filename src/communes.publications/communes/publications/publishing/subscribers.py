"""What goes with every step of a publication, whoever takes it and whichever way."""

from communes.publications.content.publication import IPublication
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.publishing import showing
from communes.publications.publishing.checking import check_step
from communes.publications.storage import schedule
from communes.publications.storage.moments import in_utc
from communes.publications.storage.tags import forget_around
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component.hooks import getSite
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


_STEP = PublicationTransition


def before_step(publication: IPublication, event: IBeforeTransitionEvent) -> None:
    """Refuse a step that a rule forbids, before anything is written."""
    if event.transition is not None:
        given = event.kwargs
        step, comment = _STEP(event.transition.id), str(given.get("comment") or "")
        check_step(publication, step, comment, given.get("planned_for"))


def after_step(publication: IPublication, event: IAfterTransitionEvent) -> None:
    """Keep what a step makes."""
    if event.transition is None:
        return
    step = _STEP(event.transition.id)
    if step is _STEP.PLAN:
        moment = event.kwargs["planned_for"]
        publication.planned_for = in_utc(moment)
        due = schedule.Due(moment, publication.UID(), schedule.PUBLISH)
        schedule.put(getSite(), due)
    elif step in (_STEP.BACK_TO_PROPOSED, _STEP.BACK_TO_PRIVATE):
        publication.planned_for = None
        schedule.forget(getSite(), publication.UID())
    elif step is _STEP.PUBLISH:
        showing.show(publication)
    elif step is _STEP.ARCHIVE:
        showing.archive(publication)
    elif step is _STEP.UNPUBLISH:
        showing.withdraw(publication, str(event.kwargs["comment"]).strip())
    # What citizens find follows what they may read.
    publication.reindexObject()
    forget_around(publication)


def removed(publication: IPublication, event: IObjectRemovedEvent) -> None:
    """Nothing is due for what is gone."""
    site = getSite()
    if site is not None:
        schedule.forget(site, publication.UID())
