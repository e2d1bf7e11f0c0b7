"""The door to the registers of publications, and to what a proof proves."""

from communes.core.access.permission import may
from communes.core.dashboards.exports.domain import Table
from communes.core.stamping.api import verify
from communes.core.stamping.domain.verdict import Verdict
from communes.publications.content.institution import IInstitution
from communes.publications.content.publication import IPublication
from communes.publications.domain.publication import register
from communes.publications.domain.publication.record import Showing
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.publication.register import Wanted
from communes.publications.domain.publication.states import PublicationState
from communes.publications.permissions import VALIDATE_PUBLICATION
from communes.publications.publishing.working import by_uid
from communes.publications.storage import publication as storage
from communes.publications.storage import seals
from communes.publications.storage.places import every_institution
from communes.publications.storage.register import lines
from dataclasses import dataclass
from Products.CMFCore.utils import getToolByName
from typing import Any


@dataclass(frozen=True)
class Proven:
    """What a proof proves, and which publication of this portal it is of, if any.

    ``entry`` is the line of the register, without its words when it was taken back;
    ``url`` its address when the text can be read.
    """

    verdict: Verdict
    institution: str = ""
    showing: Showing | None = None
    reference: str = ""
    url: str = ""


def register_lines(institution: IInstitution, wanted: Wanted) -> list[Entry]:
    """Return the lines of the register of an institution, the last first.

    What is in it is public; whoever may see the institution may read it.
    """
    return register.found(lines(storage.shelf_of(institution)), wanted)


def register_table(institution: IInstitution, wanted: Wanted) -> Table:
    """Return the same as a table for a file."""
    found = register_lines(institution, wanted)
    return register.table(f"Registre des publications – {institution.title}", found)


def drafts(institution: IInstitution) -> list[Any]:
    """Return the brains of what is not public and the person may see, by title."""
    shelf = storage.shelf_of(institution)
    if shelf is None:
        return []
    catalog = getToolByName(institution, "portal_catalog")
    found = catalog(
        portal_type=storage.PORTAL_TYPE,
        path="/".join(shelf.getPhysicalPath()),
        review_state=["private", "proposed", "planned", "unpublished"],
        sort_on="sortable_title",
    )
    return list(found)


def proposed(site: Any) -> list[Any]:
    """Return the brains of what waits to be published by the person, by title.

    Over all institutions; what another only writes is not theirs to publish.
    """
    places = (one for one in every_institution(site) if may(VALIDATE_PUBLICATION, one))
    found = (brain for place in places for brain in drafts(place))
    return [one for one in found if one.review_state == PublicationState.PROPOSED]


def verify_file(site: Any, container: bytes) -> Proven:
    """Return what an uploaded proof proves; the portal adds what it knows of it.

    :raises ContainerUnreadable: it is no container.
    """
    verdict = verify(container)
    known = seals.find(site, verdict.sha256) if verdict.proven else None
    publication = None if known is None else by_uid(known[0])
    if known is None or publication is None:
        return Proven(verdict)
    return _proven(publication, known[1], verdict)


def verify_publication(publication: IPublication, number: int | None = None) -> Proven:
    """Return what the proof kept of a publication proves.

    :raises NoSuchShowing, NoProofYet: there is none.
    """
    one = storage.showing(publication, number)
    verdict = verify(storage.proof(publication, one.number).data)
    return _proven(publication, one.number, verdict)


def _proven(publication: IPublication, number: int, verdict: Verdict) -> Proven:
    one = storage.showing(publication, number)
    institution = storage.institution_of(publication)
    readable = one == storage.showing(publication) and not one.withdrawn
    return Proven(
        verdict,
        institution.title,
        one,
        publication.getId(),
        publication.absolute_url() if readable else "",
    )
