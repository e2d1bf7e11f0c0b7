"""A publication is shown, and taken back: what is kept of it each time."""

from communes.core.jobs.api import intend
from communes.core.journal.api import record as note
from communes.core.stamping.domain.container import packed
from communes.publications.content.publication import IPublication
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.law import binding_day
from communes.publications.domain.publication.record import Publication
from communes.publications.domain.publication.record import Showing
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.publishing.drawing import document_pdf
from communes.publications.storage import publication as storage
from communes.publications.storage import register
from communes.publications.storage import schedule
from communes.publications.storage import seals
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
import hashlib
from plone import api
from zope.component.hooks import getSite


#: The intents of the worker: have a showing sealed; tell those who follow.
STAMP = "communes.publications.stamp"
ANNOUNCE = "communes.publications.announce"


def show(publication: IPublication) -> None:
    """Keep what is shown from now on, enter it, and ask for its proof."""
    institution = storage.institution_of(publication)
    said, moment = storage.read(publication), storage.now_at(institution)
    pdf = document_pdf(institution, said, moment.date())
    files = [(f"{said.reference}.pdf", pdf), *storage.contents(publication)]
    name, data = packed(files, said.reference)
    number = len(publication.showings) + 1
    one = Showing(number, moment, name, hashlib.sha256(data).hexdigest())
    storage.keep(publication, one, data)
    uid = publication.UID()
    register.add(publication.aq_parent, _entry(uid, said, one))
    seals.note(getSite(), one.sha256, uid, number)
    publication.planned_for = None
    schedule.forget(getSite(), uid)
    if said.expires_on is not None:
        schedule.put(getSite(), schedule.Due(_after(said.expires_on, moment), uid,
                                             schedule.ARCHIVE))  # fmt: skip
    _replace(publication)
    key = f"{uid}:{number}"
    intend(STAMP, key, {"uid": uid, "number": number})
    intend(ANNOUNCE, key, {"uid": uid, "number": number})
    note("publication.publish", publication, version=number, sha256=one.sha256)


def archive(publication: IPublication) -> None:
    """Say that a publication is of the past; it stays readable."""
    _close(publication, state=PublicationState.ARCHIVED.value)
    note("publication.archive", publication)


def withdraw(publication: IPublication, reason: str) -> None:
    """Take a publication back: the reason and the moment stay for everyone."""
    moment = storage.now_at(storage.institution_of(publication))
    last = storage.showing(publication)
    storage.change(publication, replace(last, withdrawn_at=moment, reason=reason))
    _close(
        publication,
        state=PublicationState.UNPUBLISHED.value,
        withdrawn_at=moment,
        reason=reason,
    )
    note("publication.unpublish", publication, version=last.number)


def _close(publication: IPublication, **changes: object) -> None:
    uid, last = publication.UID(), storage.showing(publication)
    schedule.forget(getSite(), uid)
    register.complete(publication.aq_parent, uid, last.number, **changes)


def _entry(uid: str, said: Publication, one: Showing) -> Entry:
    nature = natures().get(said.nature)
    binds = nature is not None and nature.binds
    shown = one.shown_at.date()
    return Entry(
        position=0,
        uid=uid,
        reference=said.reference,
        title=said.title,
        nature=said.nature,
        shown_at=one.shown_at,
        number=one.number,
        matter=said.matter,
        authority=said.authority,
        decided_on=said.decided_on,
        approved_on=said.free_on,
        binding_on=binding_day(shown, said.in_force_on).date if binds else None,
        expires_on=said.expires_on,
        streets=said.streets,
        sha256=one.sha256,
    )


def _after(day: date, moment: datetime) -> datetime:
    """Return the beginning of the day after, on the clock of the institution."""
    return datetime.combine(day + timedelta(days=1), time(), moment.tzinfo)


def _replace(publication: IPublication) -> None:
    """Archive what this publication takes the place of, and say so there."""
    for old in storage.references(publication):
        old.replaced_by = publication.getId()
        if storage.state_of(old) == PublicationState.PUBLISHED:
            # The text that replaces decides; its validator need not manage the other.
            with api.env.adopt_roles(["Manager"]):
                api.content.transition(old, PublicationTransition.ARCHIVE.value)
