"""The door to regulations and notices: written, moved on, read."""

from collections.abc import Mapping
from communes.core.access.fields import set_fields
from communes.core.access.permission import may
from communes.core.errors.domain import Reason
from communes.core.hardening.giving import MadeFile
from communes.core.numbering.api import take
from communes.publications.content.institution import IInstitution
from communes.publications.content.publication import IPublication
from communes.publications.domain.publication.errors import MayNotPublish
from communes.publications.domain.publication.errors import NoSuchShowing
from communes.publications.domain.publication.errors import StepImpossible
from communes.publications.domain.publication.record import Publication
from communes.publications.domain.publication.record import Showing
from communes.publications.domain.publication.rules import obstacles
from communes.publications.domain.publication.states import PUBLICATION_EXITS
from communes.publications.domain.publication.states import PUBLICATION_STATE_LABELS
from communes.publications.domain.publication.states import (
    PUBLICATION_TRANSITION_LABELS,
)
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.domain.publication.states import WRITABLE_STATES
from communes.publications.permissions import ADD_PUBLICATION
from communes.publications.publishing.checking import check_step
from communes.publications.publishing.drawing import document_pdf
from communes.publications.publishing.drawing import poster_pdf
from communes.publications.storage import publication as storage
from communes.publications.storage.places import institutions
from dataclasses import dataclass
from datetime import datetime
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.utils import getToolByName
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


@dataclass(frozen=True)
class Step:
    """A step the person may take now; ``reasons`` say why it does not go yet."""

    id: PublicationTransition
    reasons: tuple[Reason, ...] = ()


def create_publication(
    institution: IInstitution, values: Mapping[str, object]
) -> IPublication:
    """Make a publication and return it; its id is its reference for ever ("2026-12").

    :param values: field name of ``IPublication`` -> value; the text as HTML.
    :raises MayNotPublish: the person writes no publications of the institution.
    :raises InvalidInput: a value does not fit; names the field.
    """
    if not may_add(institution):
        raise MayNotPublish
    shelf = storage.ensure_shelf(institution)
    made = createContent(storage.PORTAL_TYPE)
    set_fields(made, IPublication, {"title": None, "nature": None, **values})
    year = storage.now_at(institution).year
    made.id = f"{year}-{take(shelf, f'publication-{year}')}"
    return addContentToContainer(shelf, made, checkConstraints=False)


def write(publication: IPublication, values: Mapping[str, object]) -> None:
    """Change what a publication says, while it is prepared or proposed.

    :raises MayNotPublish: the person may not, or it is planned or was shown.
    :raises InvalidInput: a value does not fit; names the field.
    """
    _require_writing(publication)
    set_fields(publication, IPublication, values)
    notify(ObjectModifiedEvent(publication))


def join_file(publication: IPublication, title: str, file: NamedBlobFile) -> None:
    """Join a file. :raises MayNotPublish: see ``write``."""
    _require_writing(publication)
    storage.add_file(publication, title, file)


def remove_file(publication: IPublication, id: str) -> None:
    """Take a file away; one that is gone stays gone. :raises MayNotPublish:"""
    _require_writing(publication)
    if id in publication.objectIds():
        publication._delObject(id)


def may_write(publication: IPublication) -> bool:
    """Return whether the person may change what it says now."""
    writable = storage.state_of(publication) in WRITABLE_STATES
    return writable and may(ModifyPortalContent, publication)


def may_add(institution: IInstitution) -> bool:
    """Return whether the person writes publications of an institution."""
    return may(ADD_PUBLICATION, institution)


def written_for(site: object) -> list[IInstitution]:
    """Return the institutions the person writes publications of, by name."""
    return [one for one in institutions(site) if may_add(one)]


def steps(publication: IPublication) -> tuple[Step, ...]:
    """Return the steps that the person's role allows, those that wait included."""
    tool = getToolByName(publication, "portal_workflow")
    allowed = {one["id"] for one in tool.getTransitionsFor(publication)}
    exits = PUBLICATION_EXITS[storage.state_of(publication)]
    said = storage.read(publication)
    day = storage.now_at(storage.institution_of(publication)).date()
    return tuple(
        Step(one, obstacles(said, one, day)) for one in exits if one.value in allowed
    )


def take_step(
    publication: IPublication,
    step: PublicationTransition,
    reason: str = "",
    moment: datetime | None = None,
) -> None:
    """Move a publication on.

    :param reason: why it is taken back.
    :param moment: when it will be shown; without a time zone it is that of the
        institution.
    :raises StepImpossible: it is in another state meanwhile.
    :raises MayNotPublish: the person has not the role.
    :raises NotYet, PlanRefused, ReasonMissing, DocumentRefused: a rule is against it.
    """
    state = storage.state_of(publication)
    if step not in PUBLICATION_EXITS[state]:
        raise StepImpossible(
            step=PUBLICATION_TRANSITION_LABELS[step],
            state=PUBLICATION_STATE_LABELS[state],
        )
    tool = getToolByName(publication, "portal_workflow")
    if step.value not in {one["id"] for one in tool.getTransitionsFor(publication)}:
        raise MayNotPublish
    if moment is not None and moment.tzinfo is None:
        zone = storage.now_at(storage.institution_of(publication)).tzinfo
        moment = moment.replace(tzinfo=zone)
    # The tool repeats an error without its reasons: the rules are asked first.
    check_step(publication, step, reason, moment)
    tool.doActionFor(publication, step.value, comment=reason, planned_for=moment)
    publication.reindexObject()


def document(publication: IPublication, number: int | None = None) -> MadeFile:
    """Return what was shown, or a draft of it before it ever was.

    Only who writes publications reads a version that was taken back.

    :raises NoSuchShowing: there is no such version.
    """
    if not publication.showings and number is None:
        institution = storage.institution_of(publication)
        said = storage.read(publication)
        made = document_pdf(institution, said, storage.now_at(institution).date())
        return MadeFile(f"{said.reference}-projet.pdf", "application/pdf", made)
    one = _readable(publication, number)
    return _given(storage.document(publication, one.number))


def proof(publication: IPublication, number: int | None = None) -> MadeFile:
    """Return the proof of a version.

    :raises NoSuchShowing, NoProofYet: there is none, or none for this person.
    """
    one = _readable(publication, number)
    return _given(storage.proof(publication, one.number))


def poster(publication: IPublication) -> MadeFile:
    """Return the notice to post up, as PDF."""
    institution = storage.institution_of(publication)
    said = storage.read(publication)
    day = storage.now_at(institution).date()
    made = poster_pdf(institution, said, day)
    return MadeFile(f"affiche-{said.reference}.pdf", "application/pdf", made)


def file(publication: IPublication, id: str) -> MadeFile:
    """Return a file of a publication, "texte" for the text itself.

    :raises NoSuchShowing: there is none of that name.
    """
    if id == "texte" and publication.pdf is not None:
        return _given(publication.pdf)
    found = {one.getId(): one for one in storage.files(publication)}
    if id not in found:
        raise NoSuchShowing(name=id)
    return _given(found[id].file)


def read(publication: IPublication) -> Publication:
    """Return what a publication says, as a plain value."""
    return storage.read(publication)


def showings(publication: IPublication) -> tuple[Showing, ...]:
    """Return the times it was shown, the first first."""
    return storage.showings(publication)


def institution_of(publication: IPublication) -> IInstitution:
    """Return the institution of a publication."""
    return storage.institution_of(publication)


def state_of(publication: IPublication) -> PublicationState:
    """Return where a publication stands."""
    return storage.state_of(publication)


def _readable(publication: IPublication, number: int | None) -> Showing:
    one = storage.showing(publication, number)
    if one.withdrawn and not may_add(storage.institution_of(publication)):
        # For a citizen there is no such text any more.
        raise NoSuchShowing(name=str(one.number))
    return one


def _given(file: NamedBlobFile) -> MadeFile:
    return MadeFile(file.filename or "fichier", file.contentType, file.data)


def _require_writing(publication: IPublication) -> None:
    if not may_write(publication):
        raise MayNotPublish
