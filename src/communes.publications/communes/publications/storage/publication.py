"""Regulations and notices: their place, their words as values, what was shown."""

from collections.abc import Iterable
from communes.core.stamping.domain.container import EXTENSION
from communes.core.stamping.domain.container import MEDIA_TYPE
from communes.publications.content.institution import IInstitution
from communes.publications.content.publication import IPublication
from communes.publications.content.publication import IPublications
from communes.publications.content.published import IPublishedFile
from communes.publications.domain.publication import record
from communes.publications.domain.publication.errors import NoProofYet
from communes.publications.domain.publication.errors import NoSuchShowing
from communes.publications.domain.publication.record import Joined
from communes.publications.domain.publication.record import Showing
from communes.publications.domain.publication.states import PublicationState
from communes.publications.storage.moments import read_back
from communes.publications.storage.moments import stored
from communes.publications.storage.moments import zone_of
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
import hashlib
from persistent.mapping import PersistentMapping
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.utils import getToolByName
from typing import Any


SHELF = "publications"
SHELF_TYPE = "communes.publications.Publications"
PORTAL_TYPE = "communes.publications.Publication"
FILE_TYPE = "communes.publications.PublishedFile"


def shelf_of(institution: IInstitution) -> IPublications | None:
    """Return where an institution keeps its publications; None before the first."""
    found = institution._getOb(SHELF, None)
    return found if IPublications.providedBy(found) else None


def ensure_shelf(institution: IInstitution) -> IPublications:
    """Return the shelf of an institution, made when it is not there."""
    found = shelf_of(institution)
    if found is not None:
        return found
    made = createContent(SHELF_TYPE, title="Règlements et avis")
    made.id = SHELF
    return addContentToContainer(institution, made, checkConstraints=False)


def institution_of(publication: IPublication) -> IInstitution:
    """Return the institution of a publication."""
    return publication.aq_parent.aq_parent


def sibling(publication: IPublication, reference: str) -> IPublication | None:
    """Return another publication of the same institution, whoever asks."""
    found = publication.aq_parent._getOb(reference, None)
    return found if IPublication.providedBy(found) else None


def state_of(publication: IPublication) -> PublicationState:
    """Return where a publication stands."""
    tool = getToolByName(publication, "portal_workflow")
    return PublicationState(tool.getInfoFor(publication, "review_state"))


def now_at(institution: IInstitution) -> datetime:
    """Return the moment, on the clock of an institution."""
    return datetime.now(UTC).astimezone(zone_of(institution))


def read(publication: IPublication) -> record.Publication:
    """Return what a publication says, as a plain value."""
    text = publication.text
    return record.Publication(
        reference=publication.getId(),
        url=publication.absolute_url(),
        institution=institution_of(publication).title,
        title=publication.title,
        nature=publication.nature,
        matter=publication.matter or "",
        authority=publication.authority or "",
        decided_on=publication.decided_on,
        in_force_on=publication.in_force_on,
        consultation=publication.consultation or "",
        html="" if text is None else text.raw,
        pdf=_pdf(publication),
        needs_approval=bool(publication.needs_approval),
        approved_on=publication.approved_on,
        approval_expired_on=publication.approval_expired_on,
        expires_on=publication.expires_on,
        streets=tuple(publication.streets or ()),
        annexes=tuple(
            _joined(one.id, one.title, one.file) for one in files(publication)
        ),
        replaces=tuple(publication.replaces or ()),
    )


def files(publication: IPublication) -> list[Any]:
    """Return the files joined to a publication, in their order."""
    return [one for one in publication.objectValues() if IPublishedFile.providedBy(one)]


def contents(publication: IPublication) -> list[tuple[str, bytes]]:
    """Return (name, bytes) of the files of a publication, as they go into its seal."""
    found = []
    if publication.pdf is not None:
        found.append((f"texte/{_name(publication.pdf)}", publication.pdf.data))
    for one in files(publication):
        found.append((f"annexes/{one.getId()}/{_name(one.file)}", one.file.data))
    return found


def add_file(publication: IPublication, title: str, file: NamedBlobFile) -> Any:
    """Join a file; its id is neutral and never that of one that was taken away."""
    taken = [int(id.rpartition("-")[2]) for id in publication.objectIds()]
    made = createContent(FILE_TYPE, title=title, file=file)
    made.id = f"annexe-{max(taken, default=0) + 1}"
    made.sha256 = hashlib.sha256(file.data).hexdigest()
    return addContentToContainer(publication, made, checkConstraints=False)


def showings(publication: IPublication) -> tuple[Showing, ...]:
    """Return the times a publication was shown, the first first."""
    zone = zone_of(institution_of(publication))
    return tuple(Showing(**read_back(one, zone)) for one in publication.showings)


def showing(publication: IPublication, number: int | None = None) -> Showing:
    """Return one time a publication was shown, the last one without a number.

    :raises NoSuchShowing: there is none.
    """
    known = showings(publication)
    if not known or not (number is None or 0 < number <= len(known)):
        raise NoSuchShowing(name=str(number or 1))
    return known[-1] if number is None else known[number - 1]


def keep(publication: IPublication, one: Showing, data: bytes) -> None:
    """Keep a new time a publication is shown, with its document."""
    publication.showings = (*publication.showings, stored(asdict(one)))
    if publication.documents is None:
        publication.documents = PersistentMapping()
        publication.proofs = PersistentMapping()
    kind = "application/zip" if one.name.endswith(".zip") else "application/pdf"
    publication.documents[one.number] = NamedBlobFile(data, kind, one.name)


def change(publication: IPublication, one: Showing) -> None:
    """Keep what became of a time a publication was shown."""
    new = stored(asdict(one))
    publication.showings = tuple(
        new if old["number"] == one.number else old for old in publication.showings
    )


def document(publication: IPublication, number: int) -> NamedBlobFile:
    """Return what was shown that time. :raises NoSuchShowing: there is none."""
    showing(publication, number)
    return publication.documents[number]


def proof(publication: IPublication, number: int) -> NamedBlobFile:
    """Return the proof of that time.

    :raises NoSuchShowing, NoProofYet: there is none.
    """
    showing(publication, number)
    if number not in publication.proofs:
        raise NoProofYet(name=publication.title)
    return publication.proofs[number]


def keep_proof(publication: IPublication, number: int, container: bytes) -> None:
    """Keep the proof of a time a publication was shown."""
    name = f"preuve-{publication.getId()}-v{number}.{EXTENSION}"
    publication.proofs[number] = NamedBlobFile(container, MEDIA_TYPE, name)


def references(publication: IPublication) -> Iterable[IPublication]:
    """Yield the publications that this one replaces and that exist."""
    for reference in publication.replaces or ():
        found = sibling(publication, reference.strip())
        if found is not None and found.getId() != publication.getId():
            yield found


def _pdf(publication: IPublication) -> Joined | None:
    if publication.pdf is None:
        return None
    return _joined("texte", "Texte", publication.pdf)


def _joined(id: str, title: str, file: NamedBlobFile) -> Joined:
    data = file.data
    return Joined(
        id, title, _name(file), file.contentType, len(data),
        hashlib.sha256(data).hexdigest(),
    )  # fmt: skip


def _name(file: NamedBlobFile) -> str:
    """Return a name of a file that no archive takes for a folder."""
    return (file.filename or "fichier").replace("/", "-").replace("\\", "-")
